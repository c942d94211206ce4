package meshadvisor.load.record;

import java.util.List;

/** Results that cannot be merged. Carries every mistake that was found, each with the name of its file. */
public final class MergeRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    MergeRefused(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One sentence each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
