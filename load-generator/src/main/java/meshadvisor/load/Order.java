package meshadvisor.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.drive.Engine.WarmUpEnd;
import meshadvisor.load.drive.Plan;
import meshadvisor.load.record.Quantile;

/**
 * All that drive is asked for.
 *
 * @param command the command line as given
 * @param targets the URLs as given
 * @param protocol as {@code --protocol} names it
 * @param warmUp how it ends; empty for none
 * @param quantile that the run must have samples enough for
 */
record Order(List<String> command, List<String> targets, String protocol, Plan plan, Load load, Optional<WarmUpEnd> warmUp,
        Quantile quantile,
        Files files) {

    Order {
        command = List.copyOf(command);
        targets = List.copyOf(targets);
    }

    /** Where results go. */
    record Files(Optional<Path> runJson, Optional<Path> hlog) {}
}
