package meshadvisor.cost;

import java.util.List;

/**
 * Who says a number, and under which conditions.
 *
 * @param basis the weakest of what the number was made of
 * @param source whose number it is, as a reader can find it: a figure of the catalogue, a file of the user, a run
 * @param date of the source, {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}; empty for what has none
 * @param conditions under which it was found, in words; empty for none
 * @param inputs what was not known and went in as a range, in words
 */
public record Said(Basis basis, String source, String date, String conditions, List<String> inputs) {

    public Said {
        inputs = List.copyOf(inputs);
    }
}
