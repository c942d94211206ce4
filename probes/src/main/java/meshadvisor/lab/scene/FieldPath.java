package meshadvisor.lab.scene;

import java.util.List;
import java.util.regex.Pattern;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Node;

/**
 * A path into an object of the cluster, such as {@code spec.template.spec.containers.discovery.image}: steps between dots, in lists the name
 * of an item, and in brackets what has dots itself.
 */
final class FieldPath {

    private static final Pattern STEP = Pattern.compile("\\[([^]]+)]|([^.\\[\\]]+)");

    private FieldPath() {}

    /** The text at the end of the path; empty if there is none. */
    static String text(Node object, String path) {
        Node here = object;
        for (String step : steps(path)) {
            here = step(here, step);
        }
        return here.text();
    }

    private static List<String> steps(String path) {
        return STEP.matcher(path).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).toList();
    }

    private static Node step(Node here, String step) {
        return here.items().isEmpty() ? here.get(step)
                : here.items().stream().filter(item -> item.get("name").text().equals(step)).findFirst().orElse(Absent.HERE);
    }
}
