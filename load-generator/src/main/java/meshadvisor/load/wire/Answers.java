package meshadvisor.load.wire;

/** Hears what became of requests. Called from within {@link ClientProtocol#receive}, once for each ticket. */
public interface Answers {

    /**
     * The last byte of an answer has come.
     *
     * @param status the status of HTTP; for gRPC 200 if its own status is 0, else 1000 + that status; 200 for raw TCP
     * @param bytes of the answer's body
     */
    void answered(int ticket, int status, long bytes);

    /** There will be no answer. */
    void failed(int ticket, Failure why);
}
