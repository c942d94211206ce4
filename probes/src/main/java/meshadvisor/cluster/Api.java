package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.tree.BrokenJson;

/** Asks an API server. What may pass by itself (429, 5xx, a broken connection) is tried again, a few times and never past the end of the run. */
final class Api implements AutoCloseable {

    /** The usual form of an answer, and the form without everything but metadata. */
    static final String JSON = "application/json";
    static final String METADATA = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

    private static final int MOST_TRIES_OF_BROKEN = 3;
    private static final int MOST_TRIES_OF_WEBHOOKS = 2;

    /** An API server that has just started refuses what it will allow a moment later, when it has read the roles. */
    private static final int MOST_TRIES_OF_FORBIDDEN = 5;

    private final HttpClient client;
    private final URI server;
    private final Terms terms;
    private final ProxyWay way;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean lost = new AtomicBoolean();

    Api(HttpClient client, URI server, Terms terms, ProxyWay way) {
        this.client = client;
        this.server = server;
        this.terms = terms;
        this.way = way;
    }

    /**
     * The API server of a kubeconfig, and the way to it, for reading only.
     *
     * @throws ClusterUnavailable if there is no credential to show, or a certificate or the proxy cannot be used
     */
    static Api to(Access access, Credentials credentials, Terms terms) {
        return to(access, credentials, terms, new ReadOnly());
    }

    /**
     * The same with another guard.
     *
     * @param guard lets requests pass or not
     * @throws ClusterUnavailable if there is no credential to show, or a certificate or the proxy cannot be used
     */
    static Api to(Access access, Credentials credentials, Terms terms, Interceptor guard) {
        ProxyWay way = ProxyWay.to(access.server());
        try {
            return new Api(ApiClient.of(access, credentials, way, guard), access.server().uri(), terms, way);
        } catch (RuntimeException e) {
            way.close();
            throw e;
        }
    }

    /**
     * How long is waited.
     *
     * @param perRequest for one answer
     * @param deadline of everything
     */
    record Terms(Duration perRequest, Deadline deadline, Patience patience) {}

    /** What is done with the body of a good answer. */
    interface Reader<T> {
        /** Reads; the stream is closed by who calls this. */
        T read(InputStream body) throws IOException, BrokenJson;
    }

    /** How many requests were sent. */
    int requests() {
        return requests.get();
    }

    /** How many bytes of answers were read. */
    long bytes() {
        return bytes.get();
    }

    /** Asks until there is an answer. The reader may be called again after a failure that passes, so it must begin anew each time. */
    <T> T get(String path, String accept, Reader<T> reader) throws ApiFailure {
        return retried(() -> once(request(path).header("Accept", accept).build(), reader));
    }

    /** Puts one of the questions about one's own rights. */
    <T> T ask(String path, String question, Reader<T> reader) throws ApiFailure {
        return retried(() -> once(request(path).header("Accept", JSON).post(JSON, question).build(), reader));
    }

    /** Sends something that changes something. It may have been carried out although it failed, and be tried again. */
    <T> T send(String method, String path, String form, String body, Reader<T> reader) throws ApiFailure {
        return retried(() -> once(request(path).header("Accept", JSON).method(method, form, body).build(), reader));
    }

    private HttpRequest.Builder request(String path) {
        String root = server.toString();
        return client.newHttpRequestBuilder().uri(URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path));
    }

    /** One try. */
    private interface Try<T> {
        T go() throws ApiFailure;
    }

    private <T> T retried(Try<T> one) throws ApiFailure {
        for (int tries = 1;; tries++) {
            try {
                return one.go();
            } catch (ApiFailure failure) {
                lost.compareAndSet(false, failure.kind() == Kind.UNREACHABLE);
                int most = failure.webhook() ? MOST_TRIES_OF_WEBHOOKS
                        : failure.kind() == Kind.BROKEN ? MOST_TRIES_OF_BROKEN : terms.patience.tries();
                long wait = Math.max(terms.patience.pauseMillis(tries), failure.retryAfterSeconds() * 1000L);
                if (!mayPass(failure, tries) || tries >= most || wait >= terms.deadline.millisLeft()) {
                    throw explained(failure);
                }
                sleep(wait);
            }
        }
    }

    private boolean mayPass(ApiFailure failure, int tries) {
        return failure.passing() || failure.kind() == Kind.FORBIDDEN && lost.get() && tries < MOST_TRIES_OF_FORBIDDEN;
    }

    /** A proxy that speaks TLS is reached by a relay: what went wrong there, the client was not told. */
    private ApiFailure explained(ApiFailure failure) {
        return way.failure().map(remark -> new ApiFailure(Kind.UNREACHABLE, remark.where() + ": " + remark.sentence(), remark.remedy()))
                .orElse(failure);
    }

    private static void sleep(long millis) throws ApiFailure {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(Kind.TIMEOUT, "interrupted");
        }
    }

    private <T> T once(HttpRequest request, Reader<T> reader) throws ApiFailure {
        Deadline mine = terms.deadline.orIn(terms.perRequest);
        if (mine.millisLeft() == 0) {
            throw new ApiFailure(Kind.TIMEOUT, "the time for reading the cluster was over: " + mine.words());
        }
        BodyStream body = new BodyStream(mine);
        requests.incrementAndGet();
        HttpResponse<AsyncBody> response = head(request, body, mine);
        Optional.ofNullable(response.body()).ifPresentOrElse(body::open, body::close); // a proxy that gives no tunnel sends none
        try (body) {
            Failing.stopAtPage(response);
            if (!response.isSuccessful()) {
                throw Failing.refused(response, body);
            }
            return reader.read(body);
        } catch (IOException e) {
            throw Failing.of(e, request.uri(), mine);
        } catch (BrokenJson e) {
            throw new ApiFailure(Kind.BROKEN, "the answer to " + request.uri().getPath() + " is broken: " + e.getMessage());
        } finally {
            bytes.addAndGet(body.count());
        }
    }

    private HttpResponse<AsyncBody> head(HttpRequest request, BodyStream body, Deadline mine) throws ApiFailure {
        var answer = client.consumeBytes(request, body);
        try {
            return answer.get(mine.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiFailure(Kind.TIMEOUT, "interrupted");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiFailure(Kind.TIMEOUT, "no answer within " + mine.words());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalStateException bug) {
                throw bug;
            }
            throw Failing.of(e.getCause() == null ? e : e.getCause(), request.uri(), mine);
        }
    }

    @Override
    public void close() {
        client.close();
        way.close();
    }
}
