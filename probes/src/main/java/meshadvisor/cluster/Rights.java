package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import meshadvisor.catalog.Reads;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.cluster.Right.May;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/**
 * Asks the API server what the present identity may list: only of kinds that it serves and that are read. Of namespaces it is asked once each for
 * all rules; of the whole cluster, and where that answer is not complete, once for each kind.
 */
public final class Rights {

    private static final int AT_ONCE = 4;

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
     * @param progress is told each kind that was asked for, from several threads
     * @throws ClusterUnavailable if the API server does not answer, or does not know who asks
     */
    public static Seen ask(Access access, Credentials credentials, LiveCluster.Query query, Consumer<String> progress) {
        try (Api api = LiveCluster.open(access, credentials, query)) {
            Discovery discovery = Discovery.of(api, ClusterReader.groups(query.reads()));
            return new Seen(access.cluster(), new Rights(api, discovery, query, progress).all(), discovery.gaps());
        } catch (ApiFailure failure) {
            throw LiveCluster.unavailable(access, failure);
        }
    }

    private record Question(Resource resource, String namespace, String goodFor) {}

    private List<Right> all() throws ApiFailure {
        for (String namespace : new TreeSet<>(query.namespaces())) {
            granted.put(namespace, GrantedRules.of(api, namespace));
        }
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "rights");
            thread.setDaemon(true); // an interrupted run does not wait for answers
            return thread;
        });
        try {
            List<Future<Right>> running = questions().stream().map(q -> pool.submit(() -> right(q))).toList();
            List<Right> rights = new ArrayList<>();
            for (Future<Right> each : running) {
                rights.add(each.get());
            }
            return rights;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(Kind.TIMEOUT, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiFailure failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Reads reads : query.reads()) {
            boolean wanted = reads.optIn().isEmpty() || query.optIns().contains(reads.optIn());
            for (String plural : wanted ? reads.resources() : List.<String>of()) {
                discovery.find(reads.group(), plural).ifPresent(resource -> {
                    boolean whole = query.namespaces().isEmpty() || !resource.namespaced();
                    (whole ? List.of("") : new TreeSet<>(query.namespaces()))
                            .forEach(n -> questions.add(new Question(resource, n, reads.why())));
                });
            }
        }
        return questions;
    }

    private Right right(Question question) throws ApiFailure {
        GrantedRules rules = granted.get(question.namespace);
        boolean listed = rules != null && rules.list(question.resource);
        boolean said = listed || rules != null && rules.complete();
        Answer answer = said ? new Answer(listed ? May.YES : May.NO, "") : access(question.resource, question.namespace);
        progress.accept(question.resource.name());
        return new Right(question.resource.name(), question.namespace, answer.may, question.goodFor, answer.because,
                Missing.grant(question.resource, question.namespace));
    }

    private record Answer(May may, String because) {}

    private Answer access(Resource resource, String namespace) throws ApiFailure {
        try {
            return api.ask(ReadOnly.ACCESS_REVIEWS, Reviews.access(resource, namespace), body -> answer(Reviews.status(body)));
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
