package meshadvisor.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the user says of money, and which sheets are shown. */
final class CostOptions {

    @Mixin
    PriceOptions prices;

    @Option(names = "--slo", paramLabel = "SERVICE:QUANTILE:LIMIT", split = ",",
            description = "A latency objective, such as cart:p99:250ms; those of --answers count, too. Repeatable.")
    List<String> objectives = new ArrayList<>();

    @Option(names = "--sheet", paramLabel = "ANSWER", split = ",",
            description = "Show the cost of this answer line by line: a variant such as linkerd, a code such as LIBRARY, or all. Repeatable.")
    Set<String> sheets = new LinkedHashSet<>();
}
