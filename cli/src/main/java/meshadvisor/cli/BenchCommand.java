package meshadvisor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures on a real cluster what a mesh costs. Alone it shows what it can do. */
@Command(name = "bench", sortOptions = false, description = "Measure on a cluster what each mesh adds to latency and resources.",
        commandListHeading = "%nCommands:%n")
final class BenchCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    /** With the commands below it. */
    static CommandLine with(Outside outside) {
        return new CommandLine(new BenchCommand()).addSubcommand("report", new BenchReportCommand(outside))
                .addSubcommand("compare", new BenchCompareCommand(outside));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
