package meshadvisor.load.agent;

import java.util.List;

/** A script that cannot be carried out, with all that is wrong with it. */
public final class ScriptRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    ScriptRefused(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A sentence each, with its place. */
    public List<String> mistakes() {
        return mistakes;
    }
}
