package meshadvisor.render;

import java.util.List;
import java.util.regex.Pattern;
import meshadvisor.manifest.Unrendered;

/** What tools write when they fail. */
final class ErrorText {

    private static final int LONGEST = 300;
    /** Where kubectl says when and where in its code it failed: different in every run. */
    private static final Pattern LOG_PREFIX = Pattern.compile("^[EFIW]\\d{4} \\S+ +\\d+ \\S+] ");
    private static final Pattern LABEL = Pattern.compile("^(?:\"command failed\" )?(?:err=\"?|[Ee]rror: )");

    private ErrorText() {}

    /** The first line that says something, without what differs from run to run and without the path of this machine before the folder. */
    static String firstLine(String errors, Unrendered source) {
        List<String> lines = errors.lines().map(line -> LABEL.matcher(LOG_PREFIX.matcher(line.strip()).replaceFirst("")).replaceFirst(""))
                .map(String::strip).filter(line -> !line.isEmpty() && !line.equals("<") && !line.startsWith("WARNING:")).toList();
        String first = lines.isEmpty() ? "it said nothing"
                : lines.getFirst().replace(source.path().toString(), source.shown()).replace("\\\"", "\"");
        String unquoted = first.endsWith("\"") ? first.substring(0, first.length() - 1) : first;
        return unquoted.length() <= LONGEST ? unquoted : unquoted.substring(0, LONGEST) + "…";
    }
}
