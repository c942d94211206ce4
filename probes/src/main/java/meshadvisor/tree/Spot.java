package meshadvisor.tree;

/** A place in a text: 1-based line and column. */
record Spot(int line, int column) {

    /** The place right after a text that begins at the beginning of a line. */
    static Spot after(String text, int firstLine) {
        int line = firstLine;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Spot(line, text.codePointCount(lineStart, text.length()) + 1);
    }
}
