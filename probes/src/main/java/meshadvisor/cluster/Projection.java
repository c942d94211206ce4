package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import meshadvisor.catalog.Reads.Form;
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
            {"status", "volumesInUse"}, {"status", "volumesAttached"}, {"status", "config"}};

    private static final Pruning WITH_STATUS = Pruning.of(BOOKKEEPING);
    private static final Pruning USUAL = without("status");

    /** Names of variables and flags whose values are nobody's business. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(passw|passphrase|secret|token|credential|api[-_]?key|private[-_]?key|access[-_]?key|auth[-_]?key).*");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");
    private static final int LONGEST = 4_000;

    /** What stands in the place of a value that is not kept. */
    static final String HIDDEN = "(not kept)";

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
        if (node instanceof Mapping mapping) {
            Mapping changed = mapping;
            for (Entry entry : mapping.entries()) {
                Node value = changed(entry.key().text(), entry.value());
                if (value != entry.value()) {
                    changed = changed.with(entry.key().text(), value);
                }
            }
            return changed;
        }
        return node instanceof Sequence sequence ? each(sequence, new Words()::discreet) : node;
    }

    private static Node changed(String key, Node value) {
        return switch (key) {
            case "env" -> value instanceof Sequence variables ? each(variables, Projection::variable) : value;
            case "args", "command" -> value instanceof Sequence words ? each(words, new Words()::discreet) : value;
            case "annotations" -> value instanceof Mapping marks ? annotations(marks) : value;
            case "labels", "matchLabels", "status", "selector", "managedFields", "data" -> value;
            default -> discreet(value);
        };
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
                return text(word, HIDDEN);
            }
            int equals = word.text().indexOf('=');
            if (equals > 0 && equals < 100 && isSecret(word.text().substring(0, equals))) {
                return text(word, word.text().substring(0, equals + 1) + HIDDEN);
            }
            hide = word.text().startsWith("-") && equals < 0 && isSecret(word.text());
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

    private static Node variable(Node node) {
        if (!(node instanceof Mapping variable) || !(variable.get("value") instanceof Scalar value)) {
            return node;
        }
        Node kept = isSecret(variable.get("name").text()) && !value.text().isEmpty() ? text(value, HIDDEN) : clipped(value);
        return kept == value ? node : variable.with("value", kept);
    }

    private static Mapping annotations(Mapping marks) {
        Mapping changed = marks;
        for (Entry entry : marks.entries()) {
            if (entry.value() instanceof Scalar value) {
                Node kept = clipped(value);
                if (kept != value) {
                    changed = changed.with(entry.key().text(), kept);
                }
            }
        }
        return changed;
    }

    private static boolean isSecret(String name) {
        return name.length() < 200 && SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Without a user in an address, and cut where it is longer than anything that is looked for. */
    private static Node clipped(Scalar value) {
        String text = value.text();
        if (text.indexOf('@') >= 0 && text.contains("://")) {
            text = USER_IN_ADDRESS.matcher(text).replaceAll(HIDDEN);
        }
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        return text.equals(value.text()) ? value : text(value, text);
    }

    private static Scalar text(Scalar like, String text) {
        return new Scalar(text, Scalar.Kind.STRING, like.line(), like.column(), false);
    }
}
