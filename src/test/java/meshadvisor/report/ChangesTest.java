package meshadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.cost.Range;
import meshadvisor.report.Changes.Cause;
import meshadvisor.report.Saved.Figure;
import meshadvisor.report.Saved.Flip;
import meshadvisor.report.Saved.Found;
import meshadvisor.report.Saved.Limit;
import meshadvisor.report.Saved.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of two reports, and what is not. */
class ChangesTest {

    private static final Found LATE = new Found("MA050", "retries", "error", "now", "HTTPRoute pay/payments");
    private static final Found BLIND = new Found("MA013", "probes", "warning", "now", "Deployment shop/cart");

    private static Saved saved(String outcome, String stated, List<Found> findings, List<String> services, List<Figure> figures) {
        return new Saved("2026-09-17", new Saved.Verdict(outcome, "", "high", List.of(new Flip("mtls", "yes", "ADOPT", "linkerd"))),
                List.of(new Need("mtls", "Encrypted traffic", stated, "unknown", "MESH", "Because.")), findings, List.of(), services, 100,
                List.of("the CNI"), figures, List.of(new Limit("mesh-minimum", "10")));
    }

    private static Figure cpu(double low, double likely, double high) {
        return new Figure("linkerd would add, cpu", "millicores", "published", new Range(low, likely, high));
    }

    @Test
    void a_report_is_no_change_of_itself() {
        Saved one = saved("NO_MESH", "unknown", List.of(LATE, LATE), List.of("shop/cart"), List.of(cpu(1, 2, 3)));
        assertThat(Changes.of(one, one).none()).isTrue();
        assertThat(Changes.of(one, one).stayed()).isEqualTo(2);
    }

    @Test
    void another_verdict_is_explained_by_what_people_say_now_and_by_what_was_foretold() {
        Changes changes = Changes.of(saved("NO_MESH", "unknown", List.of(), List.of("a"), List.of()),
                saved("ADOPT", "yes", List.of(), List.of("a", "b"), List.of()));
        assertThat(changes.causes()).hasSize(3).anyMatch(Cause.Stated.class::isInstance)
                .contains(new Cause.Foretold("mtls", "yes"), new Cause.Counted(1, 2));
    }

    @Test
    void the_same_verdict_wants_no_explanation() {
        assertThat(Changes.of(saved("NO_MESH", "unknown", List.of(), List.of(), List.of()),
                saved("NO_MESH", "no", List.of(), List.of(), List.of())).causes()).isEmpty();
    }

    @Test
    void one_finding_less_of_two_alike_is_solved_once() {
        Changes changes = Changes.of(saved("KEEP", "yes", List.of(LATE, LATE), List.of(), List.of()),
                saved("KEEP", "yes", List.of(BLIND, LATE), List.of(), List.of()));
        assertThat(changes.fresh()).containsExactly(BLIND);
        assertThat(changes.solved()).containsExactly(LATE);
        assertThat(changes.stayed()).isEqualTo(1);
    }

    @Test
    void a_finding_that_matters_now_and_did_not_is_neither_new_nor_solved() {
        Found before = new Found("MA015", "host-network", "info", "if-adopted", "DaemonSet people/logs");
        Found after = new Found("MA015", "host-network", "warning", "now", "DaemonSet people/logs");
        Changes changes = Changes.of(saved("NO_MESH", "no", List.of(before, LATE), List.of(), List.of()),
                saved("NO_MESH", "no", List.of(after, LATE), List.of(), List.of()));
        assertThat(changes.altered()).containsExactly(new Changes.OfFound(before, after));
        assertThat(changes.fresh()).isEmpty();
        assertThat(changes.solved()).isEmpty();
        assertThat(changes.stayed()).isEqualTo(1);
        assertThat(changes.none()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,2,3, 2,3,4, false", "1,2,3, 3,4,5, false", "1,2,3, 3.1,4,5, true", "3.1,4,5, 1,2,3, true", "1,5,9, 4,5,6, false"})
    void a_figure_changed_only_where_the_ranges_have_nothing_in_common(double low, double likely, double high, double low2, double likely2,
            double high2, boolean apart) {
        Changes changes = Changes.of(saved("KEEP", "yes", List.of(), List.of(), List.of(cpu(low, likely, high))),
                saved("KEEP", "yes", List.of(), List.of(), List.of(cpu(low2, likely2, high2))));
        assertThat(changes.figures()).singleElement().matches(figure -> figure.apart() == apart);
    }

    @Test
    void what_came_and_went_is_named() {
        Changes changes = Changes.of(saved("KEEP", "yes", List.of(), List.of("a", "b"), List.of()),
                saved("KEEP", "yes", List.of(), List.of("b", "c"), List.of()));
        assertThat(changes.more(Saved::services)).containsExactly("c");
        assertThat(changes.fewer(Saved::services)).containsExactly("a");
    }
}
