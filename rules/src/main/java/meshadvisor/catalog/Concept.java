package meshadvisor.catalog;

import java.util.List;

/**
 * A page of {@code explain}.
 *
 * @param answers number of the course's knowledge check that it answers, 0 for none
 * @param text may quote facts: {@code {vendor:fact}} for the sentence, {@code {vendor:fact.value}} for the short form
 */
public record Concept(String id, String title, int answers, String text, List<String> see) {

    public Concept {
        Given.needed(id, "id");
        Given.needed(title, "title");
        Given.needed(text, "text");
        see = Given.list(see);
    }
}
