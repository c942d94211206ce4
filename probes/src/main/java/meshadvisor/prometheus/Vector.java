package meshadvisor.prometheus;

import java.util.List;
import java.util.Map;

/**
 * The answer to an instant query.
 *
 * @param rows series with a number
 * @param numberless series whose value is NaN or infinite: no data
 * @param warnings what the other side says about its own answer
 */
record Vector(List<Row> rows, int numberless, List<String> warnings) {

    /** A series and its value. */
    record Row(Map<String, String> labels, double value) {

        /** The value of a label, empty where the series has none. */
        String label(String name) {
            return labels.getOrDefault(name, "");
        }
    }

    Vector {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }
}
