package meshadvisor.load.agent;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client of HTTP/1.1 for one request or a few. Closed, it leaves no thread that could disturb the next drive. */
final class Web implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY).build();
    private final Ending ending;

    /** What came of a request. */
    sealed interface Reply<T> {

        /** An answer, whole. */
        record Answer<T>(int status, T body) implements Reply<T> {}

        /** None; why, in words. */
        record None<T>(String why) implements Reply<T> {}
    }

    Web(Ending ending) {
        this.ending = ending;
    }

    /** Asks, and waits for the whole answer, but no longer than that in all. */
    <T> Reply<T> ask(HttpRequest request, BodyHandler<T> body, Duration within) {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        if (ending.came(answer, within.toNanos())) {
            return answer.<Reply<T>>handle((response, thrown) -> response == null
                    ? new Reply.None<>(Reason.of(thrown, request.uri()))
                    : new Reply.Answer<>(response.statusCode(), response.body())).join();
        }
        return new Reply.None<>(ending.asked() ? Reason.ENDED : Reason.late(request.uri(), within));
    }

    /** Gives up what is still open. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
