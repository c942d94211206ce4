package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.tree.Absent;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** Says what went wrong with a request, in words that lead to the cause. */
final class Failing {

    private static final int LONGEST_MESSAGE = 300;

    private Failing() {}

    /** What a failed connection means. */
    static ApiFailure of(Throwable failure, URI uri, Deadline deadline) {
        String where = uri.getHost() + ":" + (uri.getPort() < 0 ? uri.getScheme().equals("http") ? 80 : 443 : uri.getPort());
        Throwable cause = unwrapped(failure);
        if (find(cause, HttpConnectTimeoutException.class).isPresent()) {
            return new ApiFailure(Kind.TIMEOUT,
                    "no connection to " + where + " came about: what is sent there is lost, or a firewall drops it");
        }
        if (find(cause, SocketTimeoutException.class).isPresent() || find(cause, HttpTimeoutException.class).isPresent()) {
            return new ApiFailure(Kind.TIMEOUT, where + " did not answer in full within " + deadline.words());
        }
        if (find(cause, UnknownHostException.class).isPresent() || find(cause, UnresolvedAddressException.class).isPresent()) {
            return new ApiFailure(Kind.UNREACHABLE, "the name " + uri.getHost() + " is not known");
        }
        if (find(cause, SSLException.class).isPresent() && find(cause, EOFException.class).isEmpty() && !cutOff(cause)) {
            return TlsFailing.of(cause, where);
        }
        if (find(cause, ConnectException.class).isPresent()) {
            return new ApiFailure(Kind.UNREACHABLE, "nobody answers at " + where);
        }
        return new ApiFailure(Kind.UNREACHABLE, "the connection to " + where + " broke: " + deepest(cause));
    }

    /** Whether somebody in between hung up before the server could speak, as load balancers do when the server is away; Java says so in words only, of its TLS engine or of the channel beneath. */
    private static boolean cutOff(Throwable cause) {
        String said = deepest(cause);
        return said.contains("Remote host terminated the handshake") || said.contains("Remote host closed the channel");
    }

    /** What an answer with an error status means; the server says why in a Status object. */
    static ApiFailure refused(HttpResponse<?> response, InputStream body) {
        Node status = status(body);
        String message = status.get("message").text();
        String shown = message.isEmpty() ? "status " + response.code() : message;
        String what = clipped(shown);
        int code = response.code();
        if (code >= 300 && code < 400) {
            return new ApiFailure(Kind.FOREIGN, "the answer sends elsewhere, to " + clipped(header(response, "Location"))
                    + ", where no credential is shown", "name the API server itself as the server of the cluster in the kubeconfig");
        }
        if (code == 407) {
            return new ApiFailure(Kind.FOREIGN, "the proxy wants to know who asks (407)",
                    "write the login into proxy-url: http://USER:PASSWORD@HOST:PORT");
        }
        if (code == 401) {
            return new ApiFailure(Kind.UNAUTHORIZED, what + Clocks.difference(header(response, "Date")));
        }
        return new ApiFailure(kind(code), what, status.at("metadata", "continue").text(), retryAfter(response), code);
    }

    /** Web pages come from portals and login pages in between, also with a good status; those of load balancers about servers that are away pass. */
    static void stopAtPage(HttpResponse<?> response) throws ApiFailure {
        int code = response.code();
        if (code != 401 && (code < 500 || code == 511) && header(response, "Content-Type").startsWith("text/html")) {
            throw new ApiFailure(Kind.FOREIGN, "a web page came in the place of JSON: somebody in between answers",
                    "log in to the network (a captive portal?) or to the proxy, and check the server of the context: kubectl get --raw /version");
        }
    }

    private static Kind kind(int code) {
        return switch (code) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 405 -> Kind.NOT_FOUND;
            case 406, 415 -> Kind.NOT_ACCEPTABLE;
            case 410 -> Kind.GONE;
            case 429 -> Kind.BUSY;
            default -> code >= 500 ? Kind.SERVER : Kind.FOREIGN;
        };
    }

    private static int retryAfter(HttpResponse<?> response) {
        String text = header(response, "Retry-After");
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static String clipped(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers(name).stream().findFirst().orElse("");
    }

    private static Node status(InputStream body) {
        try {
            return JsonReader.object(body, Pruning.NOTHING).root();
        } catch (IOException | BrokenJson e) {
            return Absent.HERE; // a proxy in between answers in words of its own
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapped = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapped && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(20);
    }

    /** The last message of a chain of causes. */
    static String deepest(Throwable failure) {
        return chain(failure).map(Throwable::getMessage).filter(m -> m != null && !m.isBlank()).reduce((a, b) -> b)
                .orElse(failure.getClass().getSimpleName());
    }
}
