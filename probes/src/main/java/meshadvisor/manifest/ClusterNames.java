package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.Apart;
import meshadvisor.tree.Absent;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/**
 * Writes into each object of a cluster of which namespaces it speaks: its own, those that it refers to, those in hosts and in identities. So the same
 * names in two clusters stay apart, and a host leads to the Service of its own cluster.
 *
 * @param cluster a DNS label; empty where only one cluster is assessed, and then nothing is changed
 * @param namespaces of the cluster
 */
public record ClusterNames(String cluster, Set<String> namespaces) {

    /** Only one cluster is assessed. */
    public static final ClusterNames NONE = new ClusterNames("", Set.of());

    private static final Pattern HOST = Pattern.compile("(?<![\\w.-])[a-z0-9][-a-z0-9]*(?:\\.[a-z0-9][-a-z0-9]*)+(?![-\\w])");
    private static final Pattern IDENTITY = Pattern.compile("(/ns/)([a-z0-9][-a-z0-9]*)(?=/sa/|$)");
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final Set<String> WITH_NAMESPACE_BEFORE = Set.of("gateways", "hosts", "bind");

    /** The object with the names of its cluster. */
    JsonObject in(JsonObject object) {
        if (cluster.isEmpty()) {
            return object;
        }
        Node kind = object.root().get("kind");
        boolean own = kind.text().equals("Namespace") || kind.text().equals("Node");
        return object.changed(root -> {
            Node named = node("", root);
            if (own && named instanceof Mapping mapping && mapping.get("metadata") instanceof Mapping metadata
                    && metadata.get("name") instanceof Scalar name) {
                return mapping.with("metadata", metadata.with("name", text(name, Apart.named(name.text(), cluster))));
            }
            return named;
        });
    }

    private Node node(String field, Node node) {
        return switch (node) {
            case Mapping mapping -> mapping.mapped(key -> key, this::node);
            case Sequence sequence -> each(field, sequence);
            case Scalar scalar -> scalar.kind() == Scalar.Kind.STRING ? text(scalar, value(field, scalar.text())) : scalar;
            case Absent absent -> absent;
        };
    }

    private Sequence each(String field, Sequence sequence) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        sequence.items().forEach(item -> items.add(node(field, item)));
        return new Sequence(items, sequence.line(), sequence.column());
    }

    private String value(String field, String text) {
        if (field.equals("nodeName")) {
            return Apart.named(text, cluster);
        }
        if (field.equals("image")) {
            return text;
        }
        boolean name = field.equals("namespace") || field.equals("namespaces") || field.endsWith("Namespace") || field.equals(NAME_LABEL);
        if (name && namespaces.contains(text)) {
            return Apart.named(text, cluster);
        }
        int slash = WITH_NAMESPACE_BEFORE.contains(field) ? text.indexOf('/') : -1;
        String start =
                slash > 0 && namespaces.contains(text.substring(0, slash)) ? Apart.named(text.substring(0, slash), cluster) + "/" : "";
        String rest = start.isEmpty() ? text : text.substring(slash + 1);
        return start + (rest.indexOf('.') < 0 && rest.indexOf('/') < 0 ? rest : identities(hosts(rest)));
    }

    private String hosts(String text) {
        return HOST.matcher(text).replaceAll(host -> Matcher.quoteReplacement(host(host.group())));
    }

    /** {@code cart.shop}, {@code cart.shop.svc.cluster.local}, each with the name of a pod before it or not. */
    private String host(String host) {
        String[] labels = host.split("\\.", -1);
        int svc = List.of(labels).indexOf("svc");
        int namespace = svc >= 2 ? svc - 1 : labels.length <= 3 ? labels.length - 1 : 0;
        if (namespace > 0 && namespaces.contains(labels[namespace])) {
            labels[namespace] = Apart.named(labels[namespace], cluster);
        }
        return String.join(".", labels);
    }

    private String identities(String text) {
        return IDENTITY.matcher(text).replaceAll((MatchResult i) -> Matcher
                .quoteReplacement(i.group(1) + (namespaces.contains(i.group(2)) ? Apart.named(i.group(2), cluster) : i.group(2))));
    }

    private static Scalar text(Scalar like, String text) {
        return text.equals(like.text()) ? like : new Scalar(text, like.kind(), like.line(), like.column(), like.plain());
    }
}
