package meshadvisor.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Scale;
import picocli.CommandLine.Option;

/** What is known of the traffic beside what is read, and which ways are asked for. */
final class EstimateOptions {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(?:\\.\\.(\\d{1,12}(?:\\.\\d{1,6})?))?");

    @Option(names = "--way", paramLabel = "WAY", split = ",",
            description = "Only these ways, such as istio-ambient or linkerd (meshadvisor estimate names them all). Repeatable.")
    Set<String> ways = new LinkedHashSet<>();

    @Option(names = "--requests", paramLabel = "N[..M]",
            description = "Requests per second between all services together: a number, or a range of which you are nine tenths sure.")
    Optional<String> requests = Optional.empty();

    @Option(names = "--request-size", paramLabel = "KIB[..KIB]", description = "Size of a request with its answer in KiB.")
    Optional<String> size = Optional.empty();

    @Option(names = "--connections", paramLabel = "N[..M]", description = "Open connections at each pod.")
    Optional<String> connections = Optional.empty();

    /** What is said of the traffic; what cannot be meant so is added to the mistakes. */
    Scale.Stated stated(List<Mistake> mistakes) {
        return new Scale.Stated(range("--requests", requests, mistakes), range("--request-size", size, mistakes),
                range("--connections", connections, mistakes));
    }

    private static List<Range> range(String option, Optional<String> text, List<Mistake> mistakes) {
        if (text.isEmpty()) {
            return List.of();
        }
        Matcher numbers = NUMBERS.matcher(text.get());
        double low = numbers.matches() ? Double.parseDouble(numbers.group(1)) : -1;
        double high = numbers.matches() && numbers.group(2) != null ? Double.parseDouble(numbers.group(2)) : low;
        if (low < 0 || high < low) {
            mistakes.add(new UsageMistake(option + " " + text.get() + ": write a number, or two with .. between them, such as 200..800"));
            return List.of();
        }
        return List.of(new Range(low, low > 0 ? Math.sqrt(low * high) : (low + high) / 2, high));
    }

    /** Adds a mistake for each way that the catalogue does not know. */
    void check(Set<String> known, List<Mistake> mistakes) {
        ways.stream().filter(w -> !known.contains(w))
                .forEach(w -> mistakes.add(new UsageMistake("--way " + w + ": there is no such way; " + Known.hint(w, known))));
    }
}
