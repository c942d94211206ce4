package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets nothing leave the process but GET, and the two questions about one's own rights, which are POSTs that change nothing. */
final class ReadOnly implements Interceptor {

    /** What is asked when the user wants to know what they may see. */
    static final String ACCESS_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    static final String RULES_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    private static final Set<String> QUESTIONS = Set.of(ACCESS_REVIEWS, RULES_REVIEWS);

    private static final String IN_NAMESPACE = "(?:namespaces/[^/]+/)?";
    private static final Pattern SECRETS = Pattern.compile(".*/api/v1/(?:watch/)?" + IN_NAMESPACE + "secrets(?:/.*)?");
    /** GETs that open a channel, through which anything can be done. */
    private static final Pattern CHANNELS = Pattern.compile(".*/api/v1/" + IN_NAMESPACE + "pods/[^/]+/(?:exec|attach|portforward)(?:/.*)?");

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        check(request.method(), request.uri().getPath());
    }

    /**
     * Lets a request pass or not.
     *
     * @throws IllegalStateException if it could change something: a bug, nothing here asks for that
     */
    static void check(String method, String path) {
        boolean question = method.equals("POST") && QUESTIONS.stream().anyMatch(path::endsWith);
        boolean closed = SECRETS.matcher(path).matches() || CHANNELS.matcher(path).matches();
        if (closed || !method.equals("GET") && !question) {
            throw new IllegalStateException("a request that is not read-only was stopped: " + method + " " + path);
        }
    }
}
