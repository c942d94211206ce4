package meshadvisor.source;

/** The lines that a call takes: on to where its brackets are closed and no further dot follows. */
final class Statement {

    private static final int MOST_LINES = 20;
    private static final int MOST_CHARS = 4_000;

    private Statement() {}

    static String at(Lines lines, int first) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int i = first; i <= Math.min(lines.count(), first + MOST_LINES) && text.length() < MOST_CHARS; i++) {
            String line = lines.line(i);
            if (i > first && depth <= 0 && !goesOn(line.strip())) {
                break;
            }
            depth += depth(line);
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static boolean goesOn(String line) {
        return line.startsWith(".") || line.startsWith("?.") || line.startsWith("->") || line.startsWith("|>") || line.startsWith(")")
                || line.startsWith("]");
    }

    /** Brackets opened and not closed; a block of statements is no part of the call. */
    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '{' -> depth += isBlock(line, i) ? 0 : 1;
                case '}' -> depth--;
                default -> {
                    // no bracket
                }
            }
        }
        return depth;
    }

    /** Whether what begins here are statements after a head in brackets, not fields of a value. */
    private static boolean isBlock(String line, int at) {
        String before = line.substring(0, at).stripTrailing();
        return before.endsWith(")") && line.stripTrailing().length() == at + 1;
    }
}
