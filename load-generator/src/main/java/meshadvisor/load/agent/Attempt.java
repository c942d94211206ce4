package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One request without TLS on one connection. Any byte that comes back is an answer, of whatever protocol, because then the request got through; only an
 * alert of TLS is none: with that a server says that it wants TLS.
 */
final class Attempt implements AutoCloseable {

    static final String ANSWERED = "answered";
    static final String REFUSED = "refused";
    static final String TIMEOUT = "timeout";
    static final String UNRESOLVED = "unresolved";

    private static final int USUAL_PORT = 80;
    private static final int ENOUGH = 256;
    private static final int SHOWN = 16;
    /** The first two bytes of an alert (RFC 8446, section 5.1). */
    private static final byte[] ALERT = {21, 3};

    private final URI url;
    private final Socket socket = new Socket();
    private volatile boolean resolved;
    private boolean connected;

    /** What became of it, and how that was seen. */
    record Seen(String outcome, String detail) {}

    Attempt(URI url) {
        this.url = url;
    }

    /** Whether the name was found; until then a silence says nothing about the server. */
    boolean resolved() {
        return resolved;
    }

    /** Makes the request; ends when it is known what becomes of it, or when this is closed. */
    Seen seen() {
        try {
            var address = InetAddress.getByName(url.getHost());
            resolved = true;
            socket.connect(new InetSocketAddress(address, url.getPort() < 0 ? USUAL_PORT : url.getPort()));
            connected = true;
            socket.getOutputStream().write(request(url).getBytes(US_ASCII));
            return answer(socket.getInputStream());
        } catch (UnknownHostException e) {
            return new Seen(UNRESOLVED, Reason.of(e, url));
        } catch (IOException e) {
            return new Seen(outcome(e), Reason.of(e, url));
        }
    }

    private String outcome(IOException e) {
        if (connected) {
            return REFUSED;
        }
        return switch (e) {
            case NoRouteToHostException noRoute -> Frames.ERROR;
            case ConnectException late when String.valueOf(late.getMessage()).contains("timed out") -> TIMEOUT;
            case ConnectException refused -> REFUSED;
            default -> Frames.ERROR;
        };
    }

    /** A request that is the only one on its connection. */
    static String request(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return "GET " + path + query + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n\r\n";
    }

    private Seen answer(InputStream in) throws IOException {
        byte[] room = new byte[ENOUGH];
        int many = in.read(room);
        if (many < 0) {
            return new Seen(REFUSED, Reason.of(new EOFException(), url));
        }
        if (many >= ALERT.length && Arrays.equals(ALERT, Arrays.copyOf(room, ALERT.length))) {
            return new Seen(REFUSED, Reason.authority(url) + " wants TLS: it answered with an alert");
        }
        var text = new String(room, 0, many, ISO_8859_1).lines().findFirst().orElse("");
        boolean readable = text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
        return new Seen(ANSWERED, readable ? text : "bytes " + HexFormat.ofDelimiter(" ").formatHex(room, 0, Math.min(many, SHOWN)));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket that is closed has nothing left to fail with", e);
        }
    }
}
