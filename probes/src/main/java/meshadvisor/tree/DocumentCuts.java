package meshadvisor.tree;

/**
 * Cuts a file into its documents, at every line that begins with {@code ---} and after every line that begins with
 * {@code ...}. YAML forbids both inside any value, so the cuts are exact, and what is wrong in one document cannot
 * spoil the next.
 */
final class DocumentCuts {

    private final byte[] bytes;
    private int from;
    private int to;
    private int firstLine = 1;
    private int lines;

    DocumentCuts(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
        this.to = from;
    }

    /** Goes to the next document; false if there is none. */
    boolean next() {
        from = to;
        firstLine += lines;
        lines = 0;
        if (from >= bytes.length) {
            return false;
        }
        boolean onlyDirectives = false;
        boolean content = false;
        int at = from;
        do {
            byte first = bytes[at];
            onlyDirectives |= !content && first == '%';
            content |= first != '%' && first != '#' && first != '\n' && first != '\r';
            int next = afterLineBreak(at);
            lines++;
            if (first == '.' && isMarker(at)) {
                to = next;
                return true;
            }
            at = next;
        } while (at < bytes.length && !(bytes[at] == '-' && isMarker(at) && (content || !onlyDirectives)));
        to = at;
        return true;
    }

    /** Index of its first byte. */
    int from() {
        return from;
    }

    /** Index after its last byte. */
    int to() {
        return to;
    }

    /** 1-based number of its first line. */
    int firstLine() {
        return firstLine;
    }

    private int afterLineBreak(int from) {
        int i = from;
        while (i < bytes.length) {
            byte b = bytes[i++];
            if (b == '\n') {
                return i;
            }
            if (b == '\r') {
                return i < bytes.length && bytes[i] == '\n' ? i + 1 : i;
            }
        }
        return i;
    }

    private boolean isMarker(int at) {
        byte sign = bytes[at];
        if (at + 2 >= bytes.length || bytes[at + 1] != sign || bytes[at + 2] != sign) {
            return false;
        }
        if (at + 3 == bytes.length) {
            return true;
        }
        byte after = bytes[at + 3];
        return after == '\n' || after == '\r' || after == ' ' || after == '\t';
    }
}
