package meshadvisor.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Folders of shown paths. */
final class Folders {

    private Folders() {}

    /** The folder of a file. */
    static String of(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What a relative path means in a folder; what leads out of the root ends there. */
    static String resolved(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        boolean absolute = folder.startsWith("/");
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
