package meshadvisor.load.wire;

/** The peer broke the protocol or a bound. Carries no stack: it is an event of a run, not a bug. */
public final class WireException extends Exception {

    private static final long serialVersionUID = 1;

    private final Failure failure;

    public WireException(Failure failure, String message) {
        super(message, null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
