package meshadvisor.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90}, {@code 90s}, {@code 10m}, {@code 2h}. */
final class Times {

    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,5})([smhd]?)");

    private Times() {}

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
