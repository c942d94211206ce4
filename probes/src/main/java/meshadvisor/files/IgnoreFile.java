package meshadvisor.files;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code .gitignore}.
 *
 * @param folder where it lies, relative to the top, with a slash at the end; empty for the top itself
 */
record IgnoreFile(String folder, List<Line> lines) {

    /** What a file says of a path. */
    enum Answer {
        IGNORED, TAKEN, SILENT
    }

    /** One pattern; a negated one takes back what lines before it ignored. */
    record Line(PathPattern pattern, boolean negated) {}

    static IgnoreFile of(String folder, String content) {
        List<Line> lines = new ArrayList<>();
        for (String written : content.split("\n")) {
            String text = trimmed(written);
            boolean negated = text.startsWith("!");
            String pattern = negated ? text.substring(1) : text;
            if (!text.startsWith("#") && !pattern.isEmpty() && !pattern.equals("/")) {
                lines.add(new Line(PathPattern.of(pattern), negated));
            }
        }
        return new IgnoreFile(folder, List.copyOf(lines.reversed()));
    }

    /** Without the end of the line and without spaces there, unless a backslash keeps one. */
    private static String trimmed(String written) {
        String text = written.endsWith("\r") ? written.substring(0, written.length() - 1) : written;
        while (text.endsWith(" ") && !text.endsWith("\\ ")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    /** What the last line that matches says of a path relative to the top. */
    Answer answer(String path, boolean isFolder) {
        if (!path.startsWith(folder)) {
            return Answer.SILENT;
        }
        String inside = path.substring(folder.length());
        for (Line line : lines) {
            if (line.pattern().matches(inside, isFolder)) {
                return line.negated() ? Answer.TAKEN : Answer.IGNORED;
            }
        }
        return Answer.SILENT;
    }
}
