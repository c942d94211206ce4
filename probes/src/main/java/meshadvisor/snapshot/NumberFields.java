package meshadvisor.snapshot;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.tree.Mapping;

/**
 * Fields whose texts are numbers by nature, such as ports and quantities: there a number is nobody's.
 *
 * @param words of which one stands in the name of such a field, in lower case
 */
record NumberFields(Set<String> words) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NUMBERS =
            Pattern.compile("[-+]?\\d{1,20}(?:\\.\\d+)?(?:[kKMGTPE]i?|[munsh%]|ms)?(?:[,:; -]{1,2}\\d{1,5})*");
    /** The field of a variable's text, whose name stands beside it. */
    private static final String VALUE = "value";

    static NumberFields of(Collection<String> words) {
        return new NumberFields(Set.copyOf(words));
    }

    /** Whether the text of this field stays as it is. */
    boolean keep(String field, String text) {
        return NUMBERS.matcher(text).matches() && BETWEEN.splitAsStream(field).anyMatch(w -> words.contains(w.toLowerCase(Locale.ROOT)));
    }

    /** What the {@code value} of this mapping is: a port if its name says so, for people give variables any other name. */
    String of(Mapping variable) {
        boolean port = BETWEEN.splitAsStream(variable.get("name").text()).anyMatch(w -> w.equalsIgnoreCase("port"));
        return port ? "port" : VALUE;
    }
}
