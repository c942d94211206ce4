package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import meshadvisor.cluster.Right.May;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.model.Gap;
import meshadvisor.prometheus.ServiceProxy;
import meshadvisor.tree.Node;

/**
 * Asks the API server what the present identity may list: only of kinds that it serves and that are read. Of namespaces it is asked once each for
 * all rules; of the whole cluster, and where that answer is not complete, once for each kind.
 */
public final class Rights {

    private final Api api;
    private final Discovery discovery;
    private final LiveCluster.Query query;
    private final Consumer<String> progress;
    private final Map<String, GrantedRules> granted = new HashMap<>();

    private Rights(Api api, Discovery discovery, LiveCluster.Query query, Consumer<String> progress) {
        this.api = api;
        this.discovery = discovery;
        this.query = query;
        this.progress = progress;
    }

    /**
     * What may be seen.
     *
     * @param cluster its name in the kubeconfig
     * @param rights in the order in which kinds are read
     * @param gaps groups of which could not be seen what they serve
     */
    public record Seen(String cluster, List<Right> rights, List<Gap> gaps) {
        public Seen {
            rights = List.copyOf(rights);
            gaps = List.copyOf(gaps);
        }

        /** Whether everything that is read may be seen. */
        public boolean all() {
            return gaps.isEmpty() && rights.stream().allMatch(r -> r.may() == May.YES);
        }

        /** Whether nothing may be seen for sure. */
        public boolean nothing() {
            return rights.stream().noneMatch(r -> r.may() == May.YES);
        }
    }

    /**
     * Asks for what the query would read.
     *
     * @param prometheus that is to be asked through the API server, if any
     * @param progress is told each kind that was asked for, from several threads
     * @throws ClusterUnavailable if the API server does not answer, or does not know who asks
     */
    public static Seen ask(Access access, Credentials credentials, LiveCluster.Query query, Optional<ServiceProxy> prometheus,
            Consumer<String> progress) {
        try (Api api = LiveCluster.open(access, credentials, query)) {
            Discovery discovery = Discovery.of(api, ClusterReader.groups(query.reads()));
            Rights asking = new Rights(api, discovery, query, progress);
            List<Right> rights = new ArrayList<>(asking.all());
            if (prometheus.isPresent()) {
                rights.add(asking.proxied(prometheus.get()));
            }
            return new Seen(access.cluster(), rights, discovery.gaps());
        } catch (ApiFailure failure) {
            throw LiveCluster.unavailable(access, failure);
        }
    }

    private List<Right> all() throws ApiFailure {
        for (String namespace : new TreeSet<>(query.namespaces())) {
            granted.put(namespace, GrantedRules.of(api, namespace));
        }
        return AtOnce.all(Wanted.of(discovery, query.reads(), query.namespaces(), query.optIns())
                .stream().<AtOnce.Doing<Right>>map(list -> () -> right(list)).toList());
    }

    private Right right(Wanted question) throws ApiFailure {
        GrantedRules rules = granted.get(question.namespace());
        boolean listed = rules != null && rules.list(question.resource());
        boolean said = listed || rules != null && rules.complete();
        Answer answer =
                said ? new Answer(listed ? May.YES : May.NO, "") : access(Reviews.access(question.resource(), question.namespace()));
        progress.accept(question.resource().name());
        return new Right(question.resource().name(), question.namespace(), answer.may, question.reads().why(), answer.because,
                Missing.grant(question.resource(), question.namespace()));
    }

    private Right proxied(ServiceProxy service) throws ApiFailure {
        Answer answer = access(Reviews.proxy(service));
        return new Right("services/proxy", service.namespace(), answer.may,
                "requests that the Prometheus " + service.segment() + " counted",
                answer.because, Missing.grant(service));
    }

    private record Answer(May may, String because) {}

    private Answer access(String review) throws ApiFailure {
        try {
            return api.ask(ReadOnly.ACCESS_REVIEWS, review, body -> answer(Reviews.status(body)));
        } catch (ApiFailure failure) {
            return switch (failure.kind()) {
                case UNAUTHORIZED, UNREACHABLE, TLS, TIMEOUT, FOREIGN -> throw failure;
                case FORBIDDEN, NOT_FOUND, GONE, NOT_ACCEPTABLE, BUSY, SERVER, BROKEN -> new Answer(May.UNKNOWN, failure.what());
            };
        }
    }

    /** Silence is no "no". */
    private static Answer answer(Node status) {
        String error =
                status.get("allowed").present() ? status.get("evaluationError").text() : "the API server gave no answer to the question";
        return status.get("allowed").text().equals("true") ? new Answer(May.YES, "")
                : error.isEmpty() ? new Answer(May.NO, status.get("reason").text()) : new Answer(May.UNKNOWN, error);
    }
}
