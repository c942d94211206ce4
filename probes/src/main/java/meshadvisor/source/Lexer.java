package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import meshadvisor.catalog.Language;
import meshadvisor.catalog.Language.Ends;

/**
 * Takes source code apart in one pass: words outside of comments, and texts. It knows of a language only how comments and texts begin and end;
 * where it is wrong about that (a quotation mark in a pattern of JavaScript), the end of the line sets it right.
 */
final class Lexer {

    /** Takes what is found. */
    interface Sink {
        /** Letters, digits and _, in a text or in code. */
        void word(int from, int to, int line, boolean quoted);

        /** A whole text without its marks. */
        void text(int from, int to, int line);
    }

    private enum Kind {
        COMMENT, TEXT
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody changes them, and they are compared byte by byte for every sign of a file
    private record Opening(byte[] from, byte[] to, Kind kind, boolean lines, boolean raw) {}

    private static final byte[] LINE_END = {'\n'};
    private static final int BYTES = 256;

    private final List<Opening> openings;
    private final boolean[] opens = new boolean[BYTES];
    private final boolean[] wordly = new boolean[BYTES];

    Lexer(Language.Grammar grammar) {
        List<Opening> all = new ArrayList<>();
        grammar.lineComments().forEach(c -> all.add(new Opening(bytes(c), LINE_END, Kind.COMMENT, false, true)));
        grammar.blockComments().forEach(e -> all.add(opening(e, Kind.COMMENT)));
        grammar.strings().forEach(e -> all.add(opening(e, Kind.TEXT)));
        all.sort(Comparator.comparingInt((Opening o) -> o.from.length).reversed());
        this.openings = List.copyOf(all);
        openings.forEach(o -> opens[o.from[0] & 0xFF] = true);
        for (int c = 0; c < BYTES; c++) {
            wordly[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        }
    }

    private static Opening opening(Ends ends, Kind kind) {
        boolean comment = kind == Kind.COMMENT;
        return new Opening(bytes(ends.from()), bytes(ends.to()), kind, comment || ends.lines(), comment || ends.raw());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a whole file. */
    void read(byte[] text, Sink sink) {
        new Pass(text, sink).code();
    }

    private final class Pass {

        private final byte[] text;
        private final Sink sink;
        private int at;
        private int line = 1;

        Pass(byte[] text, Sink sink) {
            this.text = text;
            this.sink = sink;
        }

        void code() {
            while (at < text.length) {
                int c = text[at] & 0xFF;
                boolean inside = opens[c] && opened();
                if (!inside && wordly[c]) {
                    word(false, text.length);
                } else if (!inside) {
                    line += c == '\n' ? 1 : 0;
                    at++;
                }
            }
        }

        private void word(boolean quoted, int end) {
            int from = at;
            while (at < end && wordly[text[at] & 0xFF]) {
                at++;
            }
            sink.word(from, at, line, quoted);
        }

        private boolean opened() {
            for (Opening opening : openings) {
                if (at(opening.from)) {
                    at += opening.from.length;
                    through(opening);
                    return true;
                }
            }
            return false;
        }

        private boolean at(byte[] mark) {
            if (at + mark.length > text.length) {
                return false;
            }
            for (int i = 0; i < mark.length; i++) {
                if (text[at + i] != mark[i]) {
                    return false;
                }
            }
            return true;
        }

        /** To the end of a comment or a text; the end of a line comment stays for the code. */
        private void through(Opening opening) {
            int from = at;
            int begun = line;
            while (at < text.length && !at(opening.to)) {
                int c = text[at] & 0xFF;
                if (c == '\n' && !opening.lines) {
                    text(opening, from, begun);
                    return;
                }
                if (opening.kind == Kind.TEXT && wordly[c]) {
                    word(true, text.length);
                } else {
                    line += c == '\n' ? 1 : 0;
                    at += c == '\\' && !opening.raw && at + 1 < text.length && text[at + 1] != '\n' ? 2 : 1;
                }
            }
            text(opening, from, begun);
            if (opening.to[0] != '\n') {
                at = Math.min(text.length, at + opening.to.length);
            }
        }

        private void text(Opening opening, int from, int begun) {
            if (opening.kind == Kind.TEXT) {
                sink.text(from, Math.min(at, text.length), begun);
            }
        }
    }
}
