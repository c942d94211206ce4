package meshadvisor.format;

import java.util.List;
import meshadvisor.format.html.Chart;

/**
 * A part of a text for people, before it is decided how it looks. Texts are raw: whoever shows them makes them harmless first. Sealed, so that
 * every way to show a report shows every part.
 */
sealed interface Block {

    /**
     * Begins a text.
     *
     * @param name what kind of text it is; terminals do without
     * @param sentence all of it in one
     */
    record Title(String name, String sentence) implements Block {}

    /**
     * What belongs to a word, on the first screen.
     *
     * @param label at most ten characters
     * @param texts at least one
     */
    record Labelled(String label, List<String> texts) implements Block {
        public Labelled {
            texts = List.copyOf(texts);
        }
    }

    /** Begins what one of several results says, in a text that joins them. Its sections follow. */
    record Chapter(String text, String anchor) implements Block {}

    /**
     * Begins a section.
     *
     * @param anchor stays the same when the text changes
     */
    record Heading(String text, String anchor) implements Block {}

    /** Begins a part of a section: a need, a rule. */
    record Subheading(Tone tone, String text, String anchor) implements Block {}

    /**
     * Begins a part of a section that a page shows when it is asked for, and that a terminal leaves out. It goes on to the next one, or to the end of the
     * section; parts of it may have headings of their own.
     */
    record Fold(String text, String anchor) implements Block {}

    /**
     * A sentence.
     *
     * @param depth 1 and more: how far it stands below what it belongs to
     * @param place where it is written, empty if nowhere
     */
    record Item(int depth, String text, String place) implements Block {}

    /** A table of short words. */
    record Rows(List<String> head, List<List<String>> rows) implements Block {
        public Rows {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** Lines that stay as they are. */
    record Verbatim(String text) implements Block {}

    /** A picture with the table behind it. Where nothing can be drawn it is left out: what it shows stands in words, too. */
    record Picture(Chart chart) implements Block {}

    static Block item(int depth, String text) {
        return new Item(depth, text, "");
    }
}
