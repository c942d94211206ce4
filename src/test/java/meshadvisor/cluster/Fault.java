package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that goes wrong with a request. */
interface Fault {

    /** Whether it went wrong; then the request has been answered, as far as it ever will be. */
    boolean strikes(HttpExchange exchange) throws IOException;

    /** Only at paths that begin so. */
    default Fault at(String path) {
        return exchange -> exchange.getRequestURI().getPath().startsWith(path) && strikes(exchange);
    }

    /** Only so many times. */
    default Fault times(int most) {
        AtomicInteger left = new AtomicInteger(most);
        return exchange -> {
            boolean struck = left.get() > 0 && strikes(exchange);
            left.addAndGet(struck ? -1 : 0);
            return struck;
        };
    }

    /** Only where the list has gone on for at least so many objects. */
    default Fault after(int objects) {
        return exchange -> Integer.parseInt(ApiServer.query(exchange).getOrDefault("continue", "0")) >= objects && strikes(exchange);
    }

    /** A refusal in the server's own words. */
    static Fault status(int code, String message) {
        return exchange -> json(exchange, code,
                "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"" + message + "\",\"code\":" + code + "}");
    }

    /** An answer with that status, header and text. */
    static Fault answer(int code, String header, String value, String text) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            return text(exchange, code, text);
        };
    }

    static Fault forbidden(String plural) {
        return exchange -> exchange.getRequestURI().getPath().endsWith("/" + plural) && status(403, plural
                + " is forbidden: User \\\"joe\\\" cannot list resource \\\"" + plural + "\\\" at the cluster scope").strikes(exchange);
    }

    /** Begins an answer and breaks off. */
    static Fault brokenOff(String beginning) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(beginning.getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
            return true;
        };
    }

    /** Begins an answer, and goes on with a blank now and then. */
    static Fault trickle(String beginning) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(beginning.getBytes(UTF_8));
                for (int i = 0; i < 6_000; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        };
    }

    /** Never answers. */
    static Fault silence() {
        return exchange -> {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        };
    }

    /** A page whose only text is written by somebody who needs not hold it. */
    static Fault written(Writing writing) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                writing.to(out);
            } catch (IOException e) {
                // the reader has seen enough
            }
            return true;
        };
    }

    /** Writes a body piece by piece. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static boolean json(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        return text(exchange, code, body);
    }

    private static boolean text(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
        return true;
    }
}
