package meshadvisor.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h}; of requests {@code 250ms}, {@code 1.5s}. */
final class Times {

    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,5})([smhd]?)");

    private static final Pattern LATENCY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s)");

    private Times() {}

    /** Of a request, in milliseconds; empty if the text is none. */
    static OptionalDouble millis(String text) {
        Matcher matcher = LATENCY.matcher(text);
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("s") ? 1_000 : 1))
                : OptionalDouble.empty();
    }

    /** The time; empty if the text is none, or no time at all. */
    static Optional<Duration> of(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        });
    }
}
