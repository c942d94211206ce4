package meshadvisor.model;

/** One container of a pod of a running cluster. */
public record RunningContainer(String name, String image, Container.Role role, Resources requests, Resources limits, State state) {

    /**
     * How it is.
     *
     * @param restarts unstated where the kubelet has not told yet
     * @param waiting why it does not run, such as {@code CrashLoopBackOff}; empty if it does
     * @param lastEnd why it ended the last time, such as {@code OOMKilled}; empty if it never did
     * @param since since when it runs, RFC 3339, empty if it does not
     */
    public record State(Amount restarts, boolean ready, String waiting, String lastEnd, String since) {}
}
