package meshadvisor.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.Observed;

/**
 * The time over which is asked.
 *
 * @param length in Prometheus' words: a whole number of s, m, h, d or w
 */
public record Window(String length, Instant end) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})([smhdw])");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** What is wrong with a length; empty if nothing is. */
    public static Optional<String> mistake(String length) {
        Matcher form = FORM.matcher(length);
        if (!form.matches()) {
            return Optional.of("write it as a whole number of s, m, h, d or w, such as 1h");
        }
        Duration duration = unit(form.group(2)).multipliedBy(Long.parseLong(form.group(1)));
        return duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0 ? Optional.of("it must be from 1m to 31d")
                : Optional.empty();
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    Observed.Window observed() {
        return new Observed.Window(length, end.toString());
    }
}
