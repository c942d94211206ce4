package meshadvisor.load.wire;

/** Hears of requests that have arrived whole. */
public interface Calls {

    /** A header by which a request asks for the size of its answer in bytes. */
    String WANTED = "x-response-bytes";
    /** A header by which a request asks for an error: the status to answer with. */
    String ERROR = "x-error-status";

    /**
     * A request is here with its whole body.
     *
     * @param call the protocol's number for it, unique among its open calls
     * @param wanted bytes that the answer shall have, or -1
     * @param error the status of HTTP to answer with, or -1
     * @param health whether the path is /healthz
     * @param payload bytes of the request's body
     */
    void arrived(int call, int wanted, int error, boolean health, long payload);
}
