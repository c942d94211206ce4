package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user says of prices, time and growth. */
final class PriceOptions {

    @Option(names = "--prices", paramLabel = "FILE",
            description = "Your own prices and rates; they go before all others (docs/formats/prices.md).")
    Optional<Path> prices = Optional.empty();

    @Option(names = "--cloud", paramLabel = "CLOUD",
            description = "Whose list prices hold, where nodes do not tell: aws, azure or gce.")
    Optional<String> cloud = Optional.empty();

    @Option(names = "--horizon", paramLabel = "MONTHS", description = "Months over which totals are made (default: 36).")
    Optional<Integer> horizon = Optional.empty();

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of all amounts (default: that of your prices, else USD).")
    Optional<String> currency = Optional.empty();

    @Option(names = "--exchange", paramLabel = "CODE=RATE", split = ",",
            description = "What one unit of another currency is in this one, such as USD=0.92. Repeatable.")
    List<String> exchange = new ArrayList<>();

    @Option(names = "--discount", paramLabel = "PERCENT", description = "Discount that you have on compute.")
    Optional<Double> discount = Optional.empty();

    @Option(names = "--clusters", paramLabel = "NUMBER", description = "Clusters in which the same is done (default: 1).")
    Optional<Integer> clusters = Optional.empty();

    @Option(names = "--what-if", paramLabel = "WHAT=×N", split = ",",
            description = "Suppose more than there is: replicas=×2, rps=×3 (x is understood, too).")
    List<String> whatIf = new ArrayList<>();
}
