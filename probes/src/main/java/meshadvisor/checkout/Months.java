package meshadvisor.checkout;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A stretch of time, both ends included.
 *
 * @param since in seconds since 1970
 * @param until in seconds since 1970
 */
record Months(long since, long until) {

    /** The twelve months that end with a day of UTC. */
    static Months endingWith(String day) {
        LocalDate after = LocalDate.parse(day).plusDays(1);
        return new Months(start(after.minusYears(1)), start(after) - 1);
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
