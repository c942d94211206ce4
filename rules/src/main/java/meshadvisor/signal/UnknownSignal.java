package meshadvisor.signal;

/** A rule or tree names a signal that nothing computes: a mistake in a rule file. */
public final class UnknownSignal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the signal and its subject. */
    public UnknownSignal(String signal, String about) {
        super("unknown signal \"" + signal + "\" for " + about);
    }
}
