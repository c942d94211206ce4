package meshadvisor.cluster;

/** A cluster of which nothing can be seen. */
public final class ClusterUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final String remedy;

    /**
     * @param what that could not be done
     * @param why it could not be done
     * @param remedy what to do
     */
    public ClusterUnavailable(String what, String why, String remedy) {
        super(what);
        this.why = why;
        this.remedy = remedy;
    }

    /** What happened, why, and what to do. */
    public String sentence() {
        return getMessage() + ": " + why + "; " + remedy;
    }
}
