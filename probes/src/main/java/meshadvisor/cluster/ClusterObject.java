package meshadvisor.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.JsonWriter;
import meshadvisor.tree.Pruning;

/** What is known of a cluster as a whole, in the form of an object, so that it takes the way of all others. */
final class ClusterObject {

    /** API version and kind of no API server: nobody else makes such an object. */
    static final String API_VERSION = "meshadvisor/v1";
    static final String KIND = "Cluster";

    private ClusterObject() {}

    static JsonObject of(Collected collected) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonWriter out = new JsonWriter(text)) {
            out.startObject();
            out.text("apiVersion", API_VERSION);
            out.text("kind", KIND);
            out.startObject("metadata");
            out.text("name", collected.cluster());
            out.endObject();
            out.startObject("spec");
            out.text("serverVersion", collected.serverVersion());
            out.text("readAt", collected.at());
            out.text("scope", collected.namespaces().isEmpty() ? "all" : "namespaces");
            out.startList("namespaces");
            collected.namespaces().forEach(n -> out.node(JsonObject.text(n)));
            out.endList();
            out.endObject();
            out.endObject();
        }
        try {
            return JsonReader.object(new ByteArrayInputStream(text.toByteArray()), Pruning.NOTHING);
        } catch (IOException | BrokenJson e) {
            throw new IllegalStateException(e); // it was written just now
        }
    }
}
