package meshadvisor.lab.run;

/** A benchmark that cannot go on. */
public final class Stopped extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** Nothing had been made yet. */
        REFUSED,
        /** Something of the cluster is in the way. */
        TROUBLE,
        /** Others suffered. */
        OTHERS_SUFFER,
        /** Somebody ended it. */
        INTERRUPTED
    }

    private final Why why;

    /**
     * @param sentences what is in the way and what to do, one or more whole sentences
     */
    public Stopped(Why why, String sentences) {
        super(sentences);
        this.why = why;
    }

    /** Why. */
    public Why why() {
        return why;
    }

    /** What is in the way and what to do. */
    public String sentences() {
        return String.valueOf(getMessage());
    }
}
