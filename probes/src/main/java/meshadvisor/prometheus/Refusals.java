package meshadvisor.prometheus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import meshadvisor.prometheus.Fetch.Reach;
import meshadvisor.prometheus.Fetch.Refused;

/** What refusals of the other side mean. */
public final class Refusals {

    private Refusals() {}

    /**
     * An answer whose status is not 200.
     *
     * @param where what was asked, for the sentence
     * @param location where a redirect points to, empty if nowhere
     * @param said what the body says is wrong, empty if nothing
     */
    public static Refused status(int status, String where, String location, String said) {
        String answered = where + " answered " + status + (said.isEmpty() ? "" : " (" + said + ")");
        return switch (status) {
            case 401 -> new Refused(Reach.ALL, answered + ": it does not know who asks",
                    "give a valid token with --prometheus-token-file or --prometheus-token-env");
            case 403 -> new Refused(Reach.ALL, answered + ": this identity may not ask",
                    "give a token that may query, or ask whoever runs it for the right to");
            case 404 -> new Refused(Reach.ALL, answered + ": there is no Prometheus API",
                    "give the address to which /api/v1/query can be added");
            case 400, 422 -> new Refused(Reach.QUESTION, answered + ": it could not work out the query",
                    "ask again with a shorter --window; if it stays so, report it");
            case 429, 502, 503, 504 -> new Refused(Reach.QUESTION, answered + ": it is too busy or not ready", "ask again later");
            default -> status >= 300 && status < 400 ? redirected(answered, location)
                    : new Refused(Reach.QUESTION, answered, "look at its log, or ask again later");
        };
    }

    private static Refused redirected(String answered, String location) {
        return new Refused(Reach.ALL, answered + " and points to " + (location.isEmpty() ? "nowhere" : location)
                + ", which was not followed", "if you trust that address, give it as --prometheus-url");
    }

    /** A connection that failed before an answer came. */
    static Refused failed(IOException failure, String where) {
        if (causes(failure).stream().anyMatch(SSLException.class::isInstance)) {
            return new Refused(Reach.ALL, "the certificate of " + where + " cannot be trusted (" + deepest(failure) + ")",
                    "give the authority that signed it with --prometheus-ca-file, or the name that it is made out to");
        }
        if (causes(failure).stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
            return new Refused(Reach.ALL, "no address is known for " + where, "check the name");
        }
        return switch (failure) {
            case HttpConnectTimeoutException late -> new Refused(Reach.ALL, where + " does not take connections in time", CHECK);
            case HttpTimeoutException late -> new Refused(Reach.QUESTION, where + " did not answer in time", "ask for a shorter --window");
            case ConnectException closed -> new Refused(Reach.ALL, "nothing answers at " + where, CHECK);
            default -> broken(failure, where);
        };
    }

    private static final String CHECK = "check address and port; kubectl port-forward leads to one inside of a cluster";

    /** A connection that broke while the answer came. */
    static Refused broken(Throwable failure, String where) {
        return new Refused(Reach.QUESTION, "the answer of " + where + " broke off (" + deepest(failure) + ")", "ask again");
    }

    /** The failure and what caused it, the deepest last. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = failure; next != null && causes.size() < 10; next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }

    private static String deepest(Throwable failure) {
        Throwable last = causes(failure).getLast();
        String message = last.getMessage();
        return message == null ? last.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
