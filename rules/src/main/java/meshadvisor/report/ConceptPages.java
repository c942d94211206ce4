package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Concept;
import meshadvisor.report.Topic.Kind;

/** Explains the concepts. */
record ConceptPages(Catalogue catalogue, Facts facts) {

    List<Topic> topics() {
        return concepts().stream().map(c -> new Topic(Kind.CONCEPT, c.id(), c.title(), List.of(), () -> page(c))).toList();
    }

    List<Concept> concepts() {
        return catalogue.library().readAll("concepts/", ".yaml", Concept.class);
    }

    /** The text with its facts, and their sources at the end. */
    Page page(Concept concept) {
        Quotes quotes = new Quotes(facts, "concepts/" + concept.id() + ".yaml");
        List<Block> text = new ArrayList<>(Prose.blocks(quotes.fill(concept.text())));
        return new Page(concept.title(), Page.joined(List.of(List.of(new Section("", text)), quotes.sources())), concept.see());
    }
}
