package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.format.Language;
import meshadvisor.format.Visible;

/**
 * All that stands on a page.
 *
 * @param name what kind of text it is
 * @param marks what it is in a few words: the verdict, the confidence, the day
 * @param sentence all of it in one
 * @param facts what somebody with little time must know
 * @param language of the words that stand on every page
 */
public record Page(String name, List<String> marks, String sentence, List<Fact> facts, List<Section> sections, Language language) {

    /** What belongs to a word. */
    public record Fact(String label, List<Line> lines) {
        public Fact {
            label = Visible.of(label);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a fact.
     *
     * @param detail what it is about, may be empty
     * @param code a place or a command, may be empty
     */
    public record Line(String text, String detail, String code) {
        public Line {
            text = Visible.of(text);
            detail = Visible.of(detail);
            code = Visible.of(code);
        }
    }

    /**
     * A part of the page with its own entry in the contents.
     *
     * @param chapter whether the sections that follow belong to it, up to the next chapter
     */
    public record Section(String title, String anchor, boolean chapter, List<Part> parts) {
        public Section {
            title = Visible.of(title);
            parts = List.copyOf(parts);
        }
    }

    /** An entry of the contents: a chapter with its sections, or a section that belongs to none. */
    public record Entry(Section section, List<Section> below) {}

    /** The contents. */
    public List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        for (Section section : sections) {
            if (section.chapter || entries.isEmpty() || !entries.getLast().section.chapter) {
                entries.add(new Entry(section, new ArrayList<>()));
            } else {
                entries.getLast().below.add(section);
            }
        }
        return entries;
    }

    public Page {
        name = Visible.of(name);
        marks = marks.stream().map(Visible::of).toList();
        sentence = Visible.of(sentence);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }
}
