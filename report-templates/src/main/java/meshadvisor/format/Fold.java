package meshadvisor.format;

import java.util.List;
import java.util.function.Consumer;

/** Long lists for people: the first of them, and how many more there are. JSON and YAML have them all. */
final class Fold {

    /** Findings of one rule, marks of one mesh: more of the same tells nothing new. */
    static final int SAME = 8;

    /** Evidence of one answer. */
    static final int EVIDENCE = 3;

    private Fold() {}

    static <T> void each(List<T> all, int atMost, Consumer<T> show, Consumer<String> more) {
        all.stream().limit(atMost).forEach(show);
        if (all.size() > atMost) {
            more.accept("and " + (all.size() - atMost) + " more, see -o json");
        }
    }
}
