package meshadvisor.cluster;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Whether the server's clock and ours agree: certificates and tokens are good for a time only. */
final class Clocks {

    private static final Duration MOST = Duration.ofMinutes(5);

    private Clocks() {}

    /** A clause that is added to a refusal; empty if the clocks agree, or the server does not say what time it is. */
    static String difference(String date) {
        try {
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Instant ours = Instant.now();
            return Duration.between(theirs, ours).abs().compareTo(MOST) < 0 ? ""
                    : " (the clocks do not agree: " + theirs + " there, " + ours + " here; a wrong clock makes good credentials expire)";
        } catch (DateTimeException e) {
            return "";
        }
    }
}
