package meshadvisor.cli;

import java.util.Collection;
import java.util.TreeSet;

/** Words that are known, for somebody who wrote one that is not. */
final class Known {

    private Known() {}

    /** Did you mean …, or all of them. */
    static String hint(String written, Collection<String> known) {
        return Similar.to(written, known).map(word -> "did you mean \"" + word + "\"?")
                .orElse("known are " + String.join(", ", new TreeSet<>(known)));
    }
}
