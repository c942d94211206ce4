package meshadvisor.kubeconfig;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code --request-timeout} as kubectl does. */
final class RequestTimeout {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})(ns|us|µs|ms|s|m|h)");
    private static final Pattern PARTS = Pattern.compile("(?:" + PART + ")+");
    private static final Map<String, Long> NANOS = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m",
            60_000_000_000L, "h", 3_600_000_000_000L);

    private RequestTimeout() {}

    /** Empty for no limit; what cannot be read is a mistake. */
    static Optional<Duration> of(Optional<String> text, Remarks remarks) {
        String written = text.orElse("0").strip();
        if (SECONDS.matcher(written).matches()) {
            return limit(Duration.ofSeconds(Long.parseLong(written)));
        }
        if (!PARTS.matcher(written).matches()) {
            remarks.mistake("--request-timeout", "\"" + Shown.of(written) + "\" is no time.",
                    "Give whole seconds, or numbers with a unit, such as 30s, 2m or 1h; 0 is no limit.");
            return Optional.empty();
        }
        BigDecimal nanos = PART.matcher(written).results()
                .map(part -> new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal[] whole = nanos.setScale(0, RoundingMode.UP).divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        return limit(Duration.ofSeconds(whole[0].longValue(), whole[1].longValue()));
    }

    private static Optional<Duration> limit(Duration time) {
        return Optional.of(time).filter(Duration::isPositive);
    }
}
