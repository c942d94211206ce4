package meshadvisor.load.serve;

/** Counts as a loop goes on; its thread alone writes them. */
final class Counts {

    private long requests;
    private long errors;
    private long received;
    private long sent;
    private long connections;
    private long refused;
    private long broken;

    void request() {
        requests++;
    }

    void answered(int status) {
        if (status >= 400) {
            errors++;
        }
    }

    void accepted() {
        connections++;
    }

    void refused() {
        refused++;
    }

    void broken() {
        broken++;
    }

    void closed(long bytesReceived, long bytesSent) {
        received += bytesReceived;
        sent += bytesSent;
    }

    Tally tally() {
        return new Tally(requests, errors, received, sent, connections, refused, broken);
    }
}
