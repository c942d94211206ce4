package meshadvisor.cluster;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.prometheus.Fetch;

/** The API server as the way to a Service behind it, with the right to get its {@code services/proxy}. */
public final class ApiServerFetch implements Fetch {

    /** As much as an answer of a Prometheus may have; {@link meshadvisor.prometheus.Bounds} decides what of it is taken. */
    private static final int MOST_BYTES = 128 << 20;

    private final Access access;
    private final Credentials credentials;
    private final Duration total;
    private final Patience patience;

    /**
     * @param total how long all answers to one question may take
     */
    public ApiServerFetch(Access access, Credentials credentials, Duration total, Patience patience) {
        this.access = access;
        this.credentials = credentials;
        this.total = total;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "the API server of " + access.cluster();
    }

    @Override
    public Answer get(String path) throws InterruptedException {
        Api.Terms terms = new Api.Terms(access.requestTimeout().orElse(total), Deadline.in(total), patience);
        try (Api api = Api.to(access, credentials, terms)) {
            byte[] content = api.get(path, Api.JSON, body -> body.readNBytes(MOST_BYTES));
            return new Body(new ByteArrayInputStream(content));
        } catch (ApiFailure failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return refused(failure);
        }
    }

    private Refused refused(ApiFailure failure) {
        String why = name() + " gives no way to it: " + failure.what();
        return switch (failure.kind()) {
            case FORBIDDEN -> new Refused(Reach.ALL, why,
                    "kubectl create role meshadvisor-prometheus --verb=get --resource=services/proxy -n NAMESPACE, and bind it; or use kubectl port-forward and"
                            + " --prometheus-url");
            case NOT_FOUND -> new Refused(Reach.ALL, why, "name a Service and a port of it that exist, as NAMESPACE/NAME:PORT");
            case UNAUTHORIZED, UNREACHABLE, TLS, FOREIGN ->
                    new Refused(Reach.ALL, why, "kubectl get --raw /readyz shows whether the API server answers");
            case GONE, NOT_ACCEPTABLE, BUSY, SERVER, BROKEN, TIMEOUT ->
                    new Refused(Reach.QUESTION, why, "ask again later, or for a shorter --window");
        };
    }
}
