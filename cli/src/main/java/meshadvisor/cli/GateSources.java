package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What budgets are held against. */
final class GateSources {

    @Mixin
    AssessOptions system;

    @Mixin
    PriceOptions prices;

    @Option(names = "--report", paramLabel = "FILE", description = "A report of assess -o json or yaml, in the place of a system.")
    Optional<Path> report = Optional.empty();

    @Option(names = "--bench", paramLabel = "FILE", description = "What meshadvisor bench run measured.")
    Optional<Path> bench = Optional.empty();

    @Option(names = "--baseline", paramLabel = "FILE", description = "An earlier report, or an earlier run of the benchmark. Repeatable.")
    List<Path> baselines = new ArrayList<>();

    @Option(names = "--base", paramLabel = "DIR", description = "Manifests before a change; with --head.")
    Optional<String> base = Optional.empty();

    @Option(names = "--head", paramLabel = "DIR", description = "Manifests after it.")
    Optional<String> head = Optional.empty();

    @Option(names = "--suppressions", paramLabel = "FILE", description = "Findings that need not be told again, each with a reason.")
    Optional<Path> suppressions = Optional.empty();
}
