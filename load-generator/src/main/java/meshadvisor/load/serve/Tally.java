package meshadvisor.load.serve;

/**
 * What a server has done.
 *
 * @param requests that came whole, without those for /healthz
 * @param errors answers with a status from 400 on
 * @param received bytes, inside TLS
 * @param sent bytes, inside TLS
 * @param connections that were accepted
 * @param refused connections beyond the most that are allowed
 * @param broken connections that a peer broke: reset, out of protocol (its request refused), beyond a bound or a time
 */
public record Tally(long requests, long errors, long received, long sent, long connections, long refused, long broken) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(requests + other.requests, errors + other.errors, received + other.received, sent + other.sent,
                connections + other.connections, refused + other.refused, broken + other.broken);
    }

    /** One line of JSON. */
    public String json() {
        return "{\"requests\":" + requests + ",\"errors\":" + errors + ",\"bytesReceived\":" + received + ",\"bytesSent\":" + sent
                + ",\"connections\":" + connections + ",\"connectionsRefused\":" + refused + ",\"connectionsBroken\":" + broken + "}";
    }
}
