package meshadvisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Library;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;
import org.junit.jupiter.api.Test;

class WalkTest {

    /** Services decide first, then two facts, of which the second is asked on both sides of the first. */
    private static final String TREE = """
            ask: Are there many services?
            when: {signal: services, reaches: many}
            yes: {id: many, answer: MESH, because: There are many.}
            no:
              ask: Can the code be changed?
              when: {signal: changeable, is: true}
              yes:
                ask: Is there telemetry?
                when: {signal: telemetry, is: true}
                yes: {id: library-lit, answer: LIBRARY, because: A library is enough.}
                no: {id: library-dark, answer: LIBRARY, because: A library is enough.}
              no: {id: gateway, answer: EDGE_GATEWAY, because: Only a gateway is left.}
            """;

    private record Known(Map<String, Reading> readings) implements Readings {
        @Override
        public Reading of(String signal) {
            return readings.getOrDefault(signal,
                    new Reading.Unknown(Gap.of(signal, "the fact " + signal, "nobody said", "ask")));
        }
    }

    private static Known services(int number) {
        return new Known(Map.of("services", Reading.amount(number, List.of(Evidence.of(number + " services")))));
    }

    private static Walk walk(Readings readings) {
        return new Walk(readings, threshold -> 20);
    }

    private static Walk.End end(Readings readings) {
        return walk(readings).walk(tree());
    }

    private static Tree tree() {
        return Library.ofYaml(Map.of("tree.yaml", TREE)).read("tree.yaml", Tree.class);
    }

    @Test
    void known_facts_lead_to_one_leaf_and_the_way_is_kept() {
        Walk.End end = end(services(20));
        assertThat(end).isInstanceOfSatisfying(Walk.Decided.class, d -> assertThat(d.leaf().id()).isEqualTo("many"));
        assertThat(end.steps()).singleElement().satisfies(step -> {
            assertThat(step.truth()).isEqualTo(Truth.YES);
            assertThat(step.evidence()).containsExactly(Evidence.of("20 services"));
            assertThat(step.question().when().comparisons()).containsExactly(new Condition.Comparison("services", "many"));
        });
    }

    @Test
    void an_unknown_fact_that_changes_the_answer_leaves_it_open_and_is_named() {
        Walk.End end = end(services(5));
        assertThat(end.possible()).containsExactly(AnswerCode.LIBRARY, AnswerCode.EDGE_GATEWAY);
        assertThat(end).isInstanceOfSatisfying(Walk.Open.class, open -> {
            assertThat(open.gaps()).extracting(Gap::id).containsExactly("changeable");
            assertThat(open.yes()).isInstanceOf(Walk.Decided.class);
            assertThat(open.no()).isInstanceOf(Walk.Decided.class);
        });
    }

    @Test
    void an_unknown_fact_that_changes_nothing_leaves_the_answer_certain() {
        Readings changeable = services(5).with("changeable", Reading.flag(true, List.of()));
        Walk.End end = end(changeable);
        assertThat(end.possible()).containsExactly(AnswerCode.LIBRARY);
        assertThat(end).isInstanceOf(Walk.Decided.class);
        assertThat(end.steps().getLast().truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void where_both_ways_lead_to_one_answer_for_different_reasons_neither_is_told_as_the_reason() {
        Tree tree = Library.ofYaml(Map.of("tree.yaml", TREE.replace("library-dark, answer: LIBRARY, because: A library is enough.",
                "library-dark, answer: LIBRARY, because: A library brings it., caveat: Mind the language."))).read("tree.yaml", Tree.class);
        Walk.End end = walk(services(5).with("changeable", Reading.flag(true, List.of()))).walk(tree);
        assertThat(end).isInstanceOfSatisfying(Walk.Decided.class, decided -> {
            assertThat(decided.leaf().because()).isEqualTo("Nobody knows the answer to \"Is there telemetry?\", and both lead here."
                    + " Yes: A library is enough. No: A library brings it.");
            assertThat(decided.leaf().caveat()).isEqualTo("Mind the language.");
        });
    }

    @Test
    void nothing_known_keeps_every_answer_possible() {
        assertThat(end(new Known(Map.of())).possible()).containsExactlyInAnyOrder(AnswerCode.MESH, AnswerCode.LIBRARY,
                AnswerCode.EDGE_GATEWAY);
    }

    @Test
    void a_number_within_a_quarter_of_the_limit_is_borderline_with_the_other_answer() {
        Walk walk = walk(services(16).with("changeable", Reading.flag(false, List.of())));
        Walk.Decided end = (Walk.Decided) walk.walk(tree());
        assertThat(walk.borderlines(end)).containsExactly(new Borderline("many", 20, 16, AnswerCode.MESH));
    }

    @Test
    void a_number_far_from_the_limit_is_not_borderline() {
        Walk walk = walk(services(14).with("changeable", Reading.flag(false, List.of())));
        assertThat(walk.borderlines((Walk.Decided) walk.walk(tree()))).isEmpty();
    }

    @Test
    void the_other_side_of_a_limit_is_open_where_it_depends_on_an_unknown_fact() {
        Walk walk = walk(services(20));
        assertThat(walk.borderlines((Walk.Decided) walk.walk(tree()))).containsExactly(new Borderline("many", 20, 20, AnswerCode.ASK));
    }
}
