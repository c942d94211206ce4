package meshadvisor.load.record;

/**
 * What is counted in each phase. At the end of a run intended = completed + failed + dropped + unfinished, where failed is the sum over
 * the kinds of failure, and unfinished are those that were still open.
 */
public enum Counter {
    /** Requests that fell due, whatever became of them. */
    INTENDED,
    /** Requests that were written to a connection. */
    SENT,
    /** Good answers: complete, and no error by their status. */
    COMPLETED,
    /** Requests that were never sent, because as many as allowed were in flight: their latency is censored. */
    DROPPED,
    /** Values above {@link Recorder#LONGEST}, recorded as that. */
    BEYOND,
    /** Bytes of the bodies of all answers. */
    ANSWER_BYTES,
    /** Bytes written to connections, without what TLS adds. */
    BYTES_SENT,
    /** Bytes read from connections, without what TLS adds. */
    BYTES_RECEIVED,
    /** Connections that were opened. */
    CONNECTIONS,
    /** Handshakes of TLS that were completed. */
    HANDSHAKES
}
