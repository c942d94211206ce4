package meshadvisor.load.janitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import meshadvisor.load.net.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * The API server of the cluster, as the service account of this pod sees it.
 *
 * @param server such as {@code https://10.96.0.1:443}
 * @param account the folder with {@code token}, {@code ca.crt} and {@code namespace}; its files change while the program runs, so they are read each time
 * @param within how long one request may take in all
 */
public record Api(URI server, Path account, Duration within) {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,65536}");
    private static final int LARGEST = 64 * 1024;

    /** Asks for the deletion of a namespace. */
    Reply delete(String namespace) {
        try {
            return reply(namespace);
        } catch (IOException e) {
            return new Reply.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Reply reply(String namespace) throws IOException {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/namespaces/" + namespace)).header("Authorization", "Bearer " + token())
                .DELETE().build();
        var builder = HttpClient.newBuilder().version(Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY);
        if ("https".equals(server.getScheme())) {
            builder.sslContext(Credentials.context(Optional.of(account.resolve("ca.crt")), Optional.empty()));
        }
        var client = builder.build();
        try {
            return read(client.sendAsync(request, BodyHandlers.ofInputStream()).get(within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw new IOException(
                    server.getAuthority() + ": " + (e.getCause() instanceof ConnectException ? "no connection" : e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException(server.getAuthority() + " did not answer in " + within.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            client.shutdownNow();
        }
    }

    private static Reply read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            return switch (answer.statusCode()) {
                case 404 -> new Reply.Gone();
                case 200, 202, 409 -> new Reply.Going(); // 409: it is being deleted already
                default -> new Reply.Refused(answer.statusCode() + " " + message(new String(body.readNBytes(LARGEST), UTF_8)));
            };
        }
    }

    /** The message of a Status of Kubernetes, or what is there instead. */
    private static String message(String body) {
        try {
            return JSON.std.anyFrom(body) instanceof Map<?, ?> status && status.get("message") instanceof String words ? words : "";
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("");
        }
    }

    /** The token of now. One that is no token is not put into any message either. */
    private String token() throws IOException {
        var file = account.resolve("token");
        var token = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!TOKEN.matcher(token).matches()) {
            throw new IOException(file + (Files.exists(file) ? " holds no token" : ": there is no such file"));
        }
        return token;
    }

    /** The namespace of this pod, if its files say it. */
    Optional<String> own() {
        try {
            return Optional.of(Files.readString(account.resolve("namespace")).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
