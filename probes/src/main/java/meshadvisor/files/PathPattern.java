package meshadvisor.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for paths, in the language of {@code .gitignore} without its {@code !}: a pattern without a slash inside matches a name at any
 * level, any other matches from the top; {@code **} stands for any number of folders, a slash at the end for folders only. Named classes such
 * as {@code [:alpha:]} are not known.
 *
 * @param parts what stands between the slashes
 * @param anywhere whether the only part may match a name at any level
 */
record PathPattern(List<String> parts, boolean anywhere, boolean foldersOnly) {

    private static final String ANY_DEPTH = "**";

    static PathPattern of(String text) {
        boolean foldersOnly = text.endsWith("/");
        String path = foldersOnly ? text.substring(0, text.length() - 1) : text;
        boolean anywhere = path.indexOf('/') < 0;
        List<String> parts = new ArrayList<>(List.of((path.startsWith("/") ? path.substring(1) : path).split("/")));
        if (!anywhere && parts.getLast().equals(ANY_DEPTH)) {
            parts.add("*"); // what lies in a folder, not the folder itself
        }
        return new PathPattern(List.copyOf(parts), anywhere, foldersOnly);
    }

    /** Whether the pattern matches exactly this file or folder, not something above it. */
    boolean matches(String path, boolean folder) {
        if (foldersOnly && !folder) {
            return false;
        }
        if (anywhere) {
            return NamePattern.matches(parts.getFirst(), path.substring(path.lastIndexOf('/') + 1));
        }
        return matches(path.split("/"));
    }

    /** Goes back to the last {@code **} only, so the time is at most the product of both lengths. */
    private boolean matches(String[] names) {
        int part = 0;
        int name = 0;
        int anyDepth = -1;
        int resume = 0;
        while (name < names.length) {
            if (part < parts.size() && parts.get(part).equals(ANY_DEPTH)) {
                anyDepth = part++;
                resume = name;
            } else if (part < parts.size() && NamePattern.matches(parts.get(part), names[name])) {
                part++;
                name++;
            } else if (anyDepth >= 0) {
                part = anyDepth + 1;
                name = ++resume;
            } else {
                return false;
            }
        }
        return part == parts.size();
    }
}
