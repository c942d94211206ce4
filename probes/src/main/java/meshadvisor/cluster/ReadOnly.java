package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;

/** Lets nothing leave the process but GET, and the two questions about one's own rights, which are POSTs that change nothing. */
final class ReadOnly implements Interceptor {

    /** What is asked when the user wants to know what they may see. */
    static final String ACCESS_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    static final String RULES_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    private static final Set<String> QUESTIONS = Set.of(ACCESS_REVIEWS, RULES_REVIEWS);

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        check(request.method(), request.uri().getRawPath());
    }

    /**
     * Lets a request pass or not.
     *
     * @throws IllegalStateException if it could change something: a bug, nothing here asks for that
     */
    static void check(String method, String path) {
        boolean question = method.equals("POST") && QUESTIONS.stream().anyMatch(path::endsWith);
        boolean secrets = path.matches(".*/secrets(/.*)?");
        if (secrets || !method.equals("GET") && !question) {
            throw new IllegalStateException("a request that is not read-only was stopped: " + method + " " + path);
        }
    }
}
