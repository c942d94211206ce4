package meshadvisor.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Asks a Prometheus at its own address. The token goes to that address only: no redirect is followed. */
public final class HttpFetch implements Fetch, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(30);
    /** Of an answer that refuses, this much may hold its reason. */
    private static final int REASON_BYTES = 64 << 10;

    private final HttpClient client;
    private final String address;
    private final String token;

    /**
     * The way to that address.
     *
     * @param address scheme, host, port and path, without query
     * @param token for {@code Authorization: Bearer}, empty if none is needed
     * @param trust whom to trust instead of the authorities of the system, if given
     */
    public HttpFetch(URI address, String token, Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.address = address.toString().replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public String name() {
        return address;
    }

    @Override
    public Answer get(String path) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(FIRST_BYTE)
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            return response.statusCode() == 200 ? new Body(response.body()) : refused(response);
        } catch (IOException failure) {
            return Refusals.failed(failure, address);
        }
    }

    private Refused refused(HttpResponse<InputStream> response) {
        String location = response.headers().firstValue("Location").orElse("");
        try (InputStream body = response.body()) {
            return Refusals.status(response.statusCode(), address, location, QueryReader.error(body.readNBytes(REASON_BYTES)));
        } catch (IOException brokenOff) {
            return Refusals.status(response.statusCode(), address, location, "");
        }
    }

    /** Gives up whatever is still under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
