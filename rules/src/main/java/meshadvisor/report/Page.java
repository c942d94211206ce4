package meshadvisor.report;

import java.util.List;

/**
 * Something explained, as data that any writer can print.
 *
 * @param sections those without blocks are left out
 * @param see words of other pages
 */
public record Page(String title, List<Section> sections, List<String> see) {

    public Page {
        sections = sections.stream().filter(s -> !s.blocks().isEmpty()).toList();
        see = List.copyOf(see);
    }

    /** The page with more at its end. */
    public Page with(List<Section> more) {
        return new Page(title, joined(List.of(sections, more)), see);
    }

    /** Several groups of sections as one. */
    static List<Section> joined(List<List<Section>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }
}
