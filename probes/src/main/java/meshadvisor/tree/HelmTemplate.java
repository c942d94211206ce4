package meshadvisor.tree;

import java.util.List;
import java.util.Optional;
import meshadvisor.tree.Problem.Kind;

/**
 * Recognises an unrendered template by <code>{{</code> at the beginning of a line or of a value. Braces inside quotes or a block
 * are text, as in an alerting rule, and prove nothing.
 */
final class HelmTemplate {

    private static final String BEFORE_VALUE = ":-[,{";

    private HelmTemplate() {}

    /** The problem, or, if a template is the reason for it, that, at the first braces. */
    static Problem recognised(Problem problem, String text, int firstLine) {
        if (problem.kind() != Kind.UNREADABLE) {
            return problem;
        }
        return firstBraces(text, problem.line() - firstLine)
                .map(braces -> new Problem(Kind.TEMPLATE, firstLine + braces.line(), braces.column(),
                        "This looks like a Helm template, not like YAML.", "Run `helm template … | meshadvisor assess -f -`."))
                .orElse(problem);
    }

    /** Where, up to a last line counted from 0, braces stand in the place of a value; the line is counted from 0, too. */
    private static Optional<Spot> firstBraces(String text, int last) {
        List<String> lines = text.lines().limit(last + 1L).toList();
        int blockIndent = Integer.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || indent(line) > blockIndent) {
                continue;
            }
            int braces = bracesInsteadOfValue(line);
            if (braces >= 0) {
                return Optional.of(new Spot(i, line.codePointCount(0, braces) + 1));
            }
            blockIndent = opensBlock(line.stripTrailing()) ? keyIndent(line) : Integer.MAX_VALUE;
        }
        return Optional.empty();
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

    /** Where braces stand, outside quotes and comments, at the beginning of a value; -1 if nowhere. */
    private static int bracesInsteadOfValue(String line) {
        char quote = 0;
        char before = ':';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean valueBegins = BEFORE_VALUE.indexOf(before) >= 0;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (valueBegins && line.startsWith("{{", i)) {
                return i;
            } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                return -1;
            } else if (valueBegins && (c == '"' || c == '\'')) {
                quote = c;
            }
            before = c == ' ' || c == '\t' ? before : c;
        }
        return -1;
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
