package meshadvisor.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import meshadvisor.prometheus.ServiceProxy;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.JsonWriter;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** Questions about one's own rights, and the part of the answers that says something. */
final class Reviews {

    private Reviews() {}

    /** Whether all objects of a kind may be listed. */
    static String access(Resource resource, String namespace) {
        return question("SelfSubjectAccessReview", out -> {
            out.startObject("resourceAttributes");
            out.text("group", resource.group());
            out.text("resource", resource.plural());
            out.text("verb", "list");
            out.text("namespace", namespace);
            out.endObject();
        });
    }

    /** Whether one Service may be asked through the API server. */
    static String proxy(ServiceProxy service) {
        return question("SelfSubjectAccessReview", out -> {
            out.startObject("resourceAttributes");
            out.text("resource", "services");
            out.text("subresource", "proxy");
            out.text("name", service.segment());
            out.text("verb", "get");
            out.text("namespace", service.namespace());
            out.endObject();
        });
    }

    /**
     * Whether something may be done.
     *
     * @param resource with its subresource behind a slash, if one is meant
     * @param namespace empty for everywhere
     */
    static String may(String verb, String group, String resource, String namespace) {
        int slash = resource.indexOf('/');
        return question("SelfSubjectAccessReview", out -> {
            out.startObject("resourceAttributes");
            out.text("group", group);
            out.text("resource", slash < 0 ? resource : resource.substring(0, slash));
            out.text("subresource", slash < 0 ? "" : resource.substring(slash + 1));
            out.text("verb", verb);
            out.text("namespace", namespace);
            out.endObject();
        });
    }

    /** What is granted in a namespace. */
    static String rules(String namespace) {
        return question("SelfSubjectRulesReview", out -> out.text("namespace", namespace));
    }

    private static String question(String kind, Consumer<JsonWriter> spec) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonWriter out = new JsonWriter(text)) {
            out.startObject();
            out.text("apiVersion", "authorization.k8s.io/v1");
            out.text("kind", kind);
            out.startObject("spec");
            spec.accept(out);
            out.endObject();
            out.endObject();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** What the API server answers; absent if it is no answer to such a question. */
    static Node status(InputStream body) throws IOException, BrokenJson {
        return JsonReader.object(body, Pruning.NOTHING).root().get("status");
    }
}
