package meshadvisor.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as people write them. */
final class GateDays {

    private GateDays() {}

    /** Whether a text is a day that there is, as {@code yyyy-mm-dd}. */
    static boolean is(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text) && text.length() == "yyyy-mm-dd".length();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
