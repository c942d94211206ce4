package meshadvisor.report;

import java.util.List;

/** A part of a page. Writers decide how it looks. */
public sealed interface Block {

    /** Text to be wrapped. Words between backticks are commands or names. */
    record Paragraph(String text) implements Block {}

    /**
     * An entry of a list.
     *
     * @param depth how far it stands inside other entries
     * @param lead what it begins with, such as {@code -} or {@code 1.}; may be padded so that entries align, or empty
     */
    record Item(int depth, String lead, String text) implements Block {

        /** An entry that begins with a dash. */
        static Item dash(int depth, String text) {
            return new Item(depth, "-", text);
        }
    }

    /** Lines that must stay as they are. */
    record Verbatim(List<String> lines) implements Block {
        public Verbatim {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Rows of cells.
     *
     * @param columns names of the columns in camel case, as programs want them
     */
    record Table(List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
