package meshadvisor.kubeconfig;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import meshadvisor.tree.Node;

/**
 * A cluster, user or context of a kubeconfig, or its {@code current-context}.
 *
 * @param value what stands under {@code cluster}, {@code user} or {@code context}; not read yet
 * @param file the kubeconfig in which it stands
 */
record Named(String name, Node value, Path file, String where) {

    /** File, line and column of a part; that of the entry if the part stands nowhere. */
    String at(Node part) {
        return part.line() > 0 ? Shown.of(file.toString()) + ":" + part.line() + ":" + part.column() : where;
    }

    String at(String key) {
        return at(value.get(key));
    }

    /** A path as it is meant: relative to the folder of the file. */
    Path resolve(String path) throws InvalidPathException {
        return folder().resolve(path).normalize();
    }

    /** The folder that holds the file. */
    Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
