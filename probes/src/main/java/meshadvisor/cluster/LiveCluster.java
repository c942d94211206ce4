package meshadvisor.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import meshadvisor.catalog.Reads;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.model.Gap;

/** Reads a running cluster. */
public final class LiveCluster {

    private LiveCluster() {}

    /**
     * What to read, and how long it may take.
     *
     * @param namespaces only these; all if empty
     * @param optIns options that the user gave, for kinds that are not read without
     * @param total for everything
     * @param at when it begins, as {@code 2026-11-27T17:00:00Z}
     * @param patience with what may pass
     */
    public record Query(List<Reads> reads, Set<String> namespaces, Set<String> optIns, Duration total, String at, Patience patience) {}

    /** What was read, list by list in the order of the query. */
    public record Result<T extends Taker>(Collected collected, List<T> takers, int requests, long bytes) {}

    /**
     * Reads what can be read. What cannot be is a gap.
     *
     * @param progress is told in words what was read, from several threads
     * @throws ClusterUnavailable if nothing can be seen
     */
    public static <T extends Taker> Result<T> read(Access access, Credentials credentials, Query query, Taker.Maker<T> takers,
            Consumer<String> progress) {
        try (Api api = open(access, credentials, query)) {
            Discovery discovery = Discovery.of(api, ClusterReader.groups(query.reads));
            ClusterReader reader = new ClusterReader(api, discovery, new ClusterReader.Wish(query.reads, query.namespaces, query.optIns));
            List<ClusterReader.Read<T>> lists = reader.read(takers, progress);
            if (lists.stream().allMatch(l -> l.failure().isPresent() && l.count() == 0)) {
                throw nothing(access, lists);
            }
            List<Gap> gaps = new ArrayList<>(reader.gaps());
            lists.forEach(l -> gaps.addAll(l.gaps()));
            Collected collected =
                    new Collected(access.cluster(), discovery.serverVersion(), query.at, new ArrayList<>(new TreeSet<>(query.namespaces)),
                            access.warnings(), gaps.stream().sorted().distinct().toList());
            return new Result<>(collected, lists.stream().map(ClusterReader.Read::taker).toList(), api.requests(), api.bytes());
        } catch (ApiFailure failure) {
            throw unavailable(access, failure);
        }
    }

    /**
     * The way to the API server.
     *
     * @throws ClusterUnavailable if there is no credential to show, or a certificate cannot be used
     */
    static Api open(Access access, Credentials credentials, Query query) {
        Duration perRequest = access.requestTimeout().orElse(query.total);
        return Api.to(access, credentials, new Api.Terms(perRequest, Deadline.in(query.total), query.patience));
    }

    private static <T extends Taker> ClusterUnavailable nothing(Access access, List<ClusterReader.Read<T>> lists) {
        Stream<ApiFailure> failures = lists.stream().flatMap(l -> l.failure().stream());
        return failures.findFirst().map(f -> f.kind() == Kind.FORBIDDEN
                ? new ClusterUnavailable("nothing of the cluster " + access.cluster() + " can be seen", f.what(),
                        "meshadvisor rbac prints the role that is needed; with rights in one namespace only, name it with -n")
                : unavailable(access, f))
                .orElseGet(() -> new ClusterUnavailable("nothing of the cluster " + access.cluster() + " can be seen",
                        "it serves none of the kinds that are read",
                        "check that the context leads to a Kubernetes API server: kubectl cluster-info"));
    }

    /** That a cluster could not be asked, with what to do about it. */
    static ClusterUnavailable unavailable(Access access, ApiFailure failure) {
        String remedy = failure.remedy().orElse(switch (failure.kind()) {
            case UNAUTHORIZED -> access.withheld() ? "give the server of the cluster in the kubeconfig as https://…"
                    : "log in again, or choose another context with --context (kubectl auth whoami says who you are)";
            case FORBIDDEN -> "meshadvisor rbac prints the role that is needed";
            case TLS ->
                    "check certificate-authority and the client certificate of the context in the kubeconfig, and that the clocks agree";
            case TIMEOUT -> "check the way to the cluster (VPN, proxy-url), or allow more time with --timeout and --request-timeout";
            case UNREACHABLE -> "check that the cluster runs and that the way to it is open (VPN, proxy-url): kubectl cluster-info";
            case NOT_FOUND, GONE, NOT_ACCEPTABLE, BUSY, SERVER, BROKEN, FOREIGN ->
                    "check that the context leads to a Kubernetes API server: kubectl get --raw /version";
        });
        return new ClusterUnavailable("the cluster " + access.cluster() + " at " + access.server().uri() + " cannot be read",
                failure.what() + (failure.kind() == Kind.UNAUTHORIZED && access.withheld()
                        ? ": the credential was not sent, because the server is not https" : ""),
                remedy);
    }
}
