package meshadvisor.tree;

import java.util.List;
import meshadvisor.tree.Problem.Kind;

/**
 * Recognises an unrendered template by <code>{{</code> at the beginning of a line or of a value. Braces inside quotes or a block
 * are text, as in an alerting rule, and prove nothing.
 */
final class HelmTemplate {

    private static final String BEFORE_VALUE = ":-[,{";

    private HelmTemplate() {}

    /** The problem, or, if a template is the reason for it, that. */
    static Problem recognised(Problem problem, String text, int firstLine) {
        if (problem.kind() != Kind.UNREADABLE || !hasBraces(text, problem.line() - firstLine)) {
            return problem;
        }
        return new Problem(Kind.TEMPLATE, problem.line(), problem.column(), "This looks like a Helm template, not like YAML.",
                "Run `helm template … | meshadvisor assess -f -`.");
    }

    /** Whether a line up to the last one, counted from 0, has braces where a value would begin. */
    private static boolean hasBraces(String text, int last) {
        List<String> lines = text.lines().limit(last + 1L).toList();
        int blockIndent = Integer.MAX_VALUE;
        for (String line : lines) {
            if (line.isBlank() || indent(line) > blockIndent) {
                continue;
            }
            if (bracesOpenValue(line)) {
                return true;
            }
            blockIndent = opensBlock(line.stripTrailing()) ? keyIndent(line) : Integer.MAX_VALUE;
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Where the key of a line begins, after the dashes of the lists it opens; where the dashes begin if there is no key. */
    private static int keyIndent(String line) {
        int key = indent(line);
        while (line.startsWith("- ", key)) {
            key = key + 2 + indent(line.substring(key + 2));
        }
        return line.indexOf(':', key) >= 0 ? key : indent(line);
    }

    /** Whether braces stand, outside quotes and comments, where a value begins. */
    private static boolean bracesOpenValue(String line) {
        char quote = 0;
        char before = ':';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean valueBegins = BEFORE_VALUE.indexOf(before) >= 0;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (valueBegins && line.startsWith("{{", i)) {
                return true;
            } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                return false;
            } else if (valueBegins && (c == '"' || c == '\'')) {
                quote = c;
            }
            before = c == ' ' || c == '\t' ? before : c;
        }
        return false;
    }

    /** Whether a line ends with the sign of a block scalar: {@code |}, {@code >-}, {@code |2+}. */
    private static boolean opensBlock(String line) {
        int end = line.length();
        while (end > 0 && "+-0123456789".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean sign = end > 0 && (line.charAt(end - 1) == '|' || line.charAt(end - 1) == '>');
        return sign && (end == 1 || line.charAt(end - 2) == ' ');
    }
}
