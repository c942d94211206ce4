package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import meshadvisor.catalog.Reads.Form;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Entry;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/**
 * What is kept of an object. Bookkeeping of the API server is skipped while reading, and values that are called secrets are not kept: neither a
 * report nor a snapshot ever needs them.
 */
@SuppressWarnings("ReferenceEquality") // a node that was not changed is the same node
final class Projection {

    private static final String[][] BOOKKEEPING = {{"metadata", "managedFields"}, {"metadata", "resourceVersion"},
            {"metadata", "generation"},
            {"metadata", "selfLink"}, {"metadata", "uid"}, {"metadata", "finalizers"},
            {"metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"},
            {"metadata", "annotations", "deployment.kubernetes.io/revision"}, {"spec", "template", "metadata", "creationTimestamp"},
            {"spec", "volumes"}, {"spec", "template", "spec", "volumes"}, {"spec", "jobTemplate", "spec", "template", "spec", "volumes"},
            {"webhooks", "clientConfig", "caBundle"}, {"status", "images"}, {"status", "conditions", "lastHeartbeatTime"},
            {"status", "message"}, {"status", "conditions", "message"}, {"status", "*", "state", "terminated", "message"},
            {"status", "*", "lastState", "terminated", "message"}, {"status", "*", "state", "waiting", "message"},
            {"status", "*", "lastState", "waiting", "message"}, {"status", "volumesInUse"}, {"status", "volumesAttached"},
            {"status", "config"}};

    private static final Pruning WITH_STATUS = Pruning.of(BOOKKEEPING);
    private static final Pruning USUAL = without("status");

    private static final int LONGEST = 4_000;

    private Projection() {}

    /** What is skipped while reading. */
    static Pruning pruning(Form form) {
        return form == Form.WITH_STATUS ? WITH_STATUS : USUAL;
    }

    private static Pruning without(String field) {
        List<String[]> paths = new ArrayList<>(List.of(BOOKKEEPING));
        paths.removeIf(p -> p[0].equals(field));
        paths.add(new String[] {field});
        return Pruning.of(paths.toArray(String[][]::new));
    }

    /** The object without values that are called secrets. Applied twice it changes nothing more. */
    static JsonObject discreet(JsonObject object) {
        return object.changed(Projection::discreet);
    }

    private static Node discreet(Node node) {
        return switch (node) {
            case Mapping mapping -> discreet(mapping);
            case Sequence sequence -> each(sequence, Projection::discreet);
            case Scalar scalar -> clipped(scalar);
            case Absent absent -> absent;
        };
    }

    private static Mapping discreet(Mapping mapping) {
        Mapping changed = mapping;
        boolean named = Secrets.named(mapping.get("name").text()) || Secrets.named(mapping.get("key").text());
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            Node value = named && key.equals("value") ? hidden(entry.value()) : changed(key, entry.value());
            if (value != entry.value()) {
                changed = changed.with(key, value);
            }
        }
        return changed;
    }

    private static Node changed(String key, Node value) {
        return switch (key) {
            case "args", "command" -> value instanceof Sequence words ? each(words, new Words()::discreet) : discreet(value);
            case "labels", "matchLabels", "status", "selector" -> value;
            default -> value instanceof Scalar && Secrets.field(key) ? hidden(value) : discreet(value);
        };
    }

    /** A text that is a secret by its name. What is empty, a switch or a number hides nothing, and an address is where something is. */
    private static Node hidden(Node value) {
        boolean secret = value instanceof Scalar text && text.kind() == Scalar.Kind.STRING && !text.text().isEmpty()
                && !Secrets.isAddress(text.text());
        return secret ? text((Scalar) value, Secrets.HIDDEN) : discreet(value);
    }

    /** The words of a command line: a flag that is called a secret hides what follows it. */
    private static final class Words {
        private boolean hide;

        Node discreet(Node node) {
            if (!(node instanceof Scalar word)) {
                hide = false;
                return Projection.discreet(node);
            }
            boolean hidden = hide;
            hide = false;
            if (hidden && !word.text().startsWith("-")) {
                return hidden(word);
            }
            int equals = word.text().indexOf('=');
            if (equals > 0 && equals < 100 && Secrets.named(word.text().substring(0, equals))
                    && !Secrets.isAddress(word.text().substring(equals + 1))) {
                return text(word, word.text().substring(0, equals + 1) + Secrets.HIDDEN);
            }
            hide = word.text().startsWith("-") && equals < 0 && Secrets.named(word.text());
            return clipped(word);
        }
    }

    private static Node each(Sequence sequence, UnaryOperator<Node> change) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        boolean same = true;
        for (Node item : sequence.items()) {
            Node changed = change.apply(item);
            same &= changed == item;
            items.add(changed);
        }
        return same ? sequence : new Sequence(items, sequence.line(), sequence.column());
    }

    /** Without secrets that it names, and cut where it is longer than anything that is looked for. */
    private static Node clipped(Scalar value) {
        if (value.kind() != Scalar.Kind.STRING) {
            return value;
        }
        String text = Secrets.outOf(value.text().length() > LONGEST ? value.text().substring(0, LONGEST) : value.text());
        return text.equals(value.text()) ? value : text(value, text);
    }

    private static Scalar text(Scalar like, String text) {
        return new Scalar(text, Scalar.Kind.STRING, like.line(), like.column(), false);
    }
}
