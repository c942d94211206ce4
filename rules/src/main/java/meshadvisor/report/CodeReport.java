package meshadvisor.report;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Skipped;
import meshadvisor.model.Gap;
import meshadvisor.signal.World;
import meshadvisor.signal.code.Coded;
import meshadvisor.signal.code.Effort;

/**
 * What the code of the services says.
 *
 * @param folders as the user gave them, none where nobody gave any
 * @param files that were read
 * @param lines of code in them
 * @param services every application service with its code
 * @param efforts what the library route takes, by need
 * @param skipped what was not read
 */
public record CodeReport(List<String> folders, int files, long lines, List<Coded> services, List<Effort> efforts, List<Skipped> skipped) {

    public CodeReport {
        folders = List.copyOf(folders);
        services = List.copyOf(services);
        efforts = List.copyOf(efforts);
        skipped = List.copyOf(skipped);
    }

    static CodeReport of(World world) {
        Code code = world.snapshot().code();
        return new CodeReport(code.folders(), code.files(), code.lines(), Coded.all(world), Effort.of(world), code.skipped());
    }

    /** Services whose code was found so far. */
    public long found(Coded.Coverage coverage) {
        return services.stream().filter(s -> s.coverage() == coverage).count();
    }

    /** Services whose code is not known, each with what would help. */
    static Stream<Gap> gaps(World world) {
        return Coded.all(world).stream().flatMap(c -> c.gaps().stream());
    }
}
