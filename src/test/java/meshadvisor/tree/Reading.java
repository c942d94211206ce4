package meshadvisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.tree.Problem.Kind;

/** What came out of one input. */
record Reading(List<ParsedDocument> documents, List<Problem> problems) {

    static Reading of(byte[] content, Limits limits) {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        YamlReader.read(content, limits, reading.documents::add, reading.problems::add);
        return reading;
    }

    static Reading of(byte[] content) {
        return of(content, Limits.DEFAULT);
    }

    static Reading of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The root of the only document, in which nothing is wrong. */
    Node root() {
        assertThat(problems).isEmpty();
        return rootDespiteProblems();
    }

    /** The root of the only document. */
    Node rootDespiteProblems() {
        assertThat(documents).as("documents; problems: %s", problems).hasSize(1);
        return documents.getFirst().root();
    }

    /** The only problem, of that kind. */
    Problem problem(Kind kind) {
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().kind()).as("%s", problems).isEqualTo(kind);
        return problems.getFirst();
    }

    /** The only problem, of that kind, and no document. */
    Problem refusal(Kind kind) {
        assertThat(documents).isEmpty();
        return problem(kind);
    }

    /** The name that each document has in its metadata. */
    List<String> names() {
        return documents.stream().map(document -> document.root().at("metadata", "name").text()).toList();
    }
}
