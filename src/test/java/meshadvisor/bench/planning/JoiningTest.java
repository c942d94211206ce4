package meshadvisor.bench.planning;

import static meshadvisor.bench.planning.Examples.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order.Design;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Variant;
import org.junit.jupiter.api.Test;

/** A run in the plain state of a cluster and one in a changed state become one session. */
class JoiningTest {

    private static final Examples PLACED =
            Examples.usual().placed(Placement.CROSS_NODE, 1).nodes(node("one", "a", 4000), node("two", "a", 4000));
    private static final Examples PLAIN = PLACED.variants("cilium-wireguard");
    private static final Examples STATE = PLACED.variants("cilium-wireguard").there("cilium-wireguard");

    @Test
    void cells_stand_together_and_times_count_from_the_first_start() {
        BenchRun joined =
                Joining.of(run(PLAIN, "2026-11-28T00:00:00Z", "baseline"), run(STATE, "2026-11-28T01:00:00Z", "cilium-wireguard"));
        assertThat(joined.cells()).extracting(CellResult::variant).containsExactly("baseline", "cilium-wireguard");
        assertThat(joined.cells().getLast().offsetSeconds()).isCloseTo(3610, within(1e-9));
        assertThat(joined.plan().variants()).extracting(Variant::id).containsExactly("baseline", "baseline-again", "cilium-wireguard");
        assertThat(joined.plan().notRun()).isEmpty();
        assertThat(joined.startedAt()).isEqualTo("2026-11-28T00:00:00Z");
    }

    @Test
    void what_is_there_already_is_not_driven_into_the_same_session() {
        BenchRun plain = run(PLAIN, "2026-11-28T00:00:00Z", "baseline");
        assertThat(Joining.mistakes(plain, PLAIN.plan())).singleElement().asString().contains("baseline of session 1", "--session 2");
        assertThat(Joining.mistakes(plain, STATE.plan())).isEmpty();
    }

    @Test
    void sessions_differ_in_their_meshes_only() {
        BenchRun plain = run(PLAIN, "2026-11-28T00:00:00Z", "baseline");
        assertThat(Joining.elsewhere(plain, STATE.plan(), STATE.scene())).isEmpty();
        Examples larger = PLAIN.nodes(node("one", "a", 4000), node("two", "a", 4000), node("three", "a", 4000));
        assertThat(Joining.elsewhere(plain, PLAIN.plan(), larger.scene())).anyMatch(each -> each.contains("number of nodes (2)")
                && each.contains("here (3)"));
        Examples generators = PLAIN.placed(Placement.CROSS_NODE, 2);
        assertThat(Joining.elsewhere(plain, generators.plan(), generators.scene())).singleElement().asString()
                .contains("pods of the benchmark", "a new file");
    }

    @Test
    void what_counts_as_no_difference_stays_as_it_was_fixed_before() {
        BenchRun plain = run(PLAIN, "2026-11-28T00:00:00Z", "baseline");
        Design usual = PLAIN.order().design();
        Design wider = new Design(usual.seed(), usual.looks(), usual.precision(), new Margin.Share(0.3), usual.warmUpSeconds(),
                usual.plateauSeconds(),
                usual.budgetSeconds(), 2, usual.knownDelays());
        assertThat(Joining.elsewhere(plain, PLAIN.design(wider).plan(), PLAIN.scene())).singleElement().asString().contains("--margin",
                "10 %");
    }

    @Test
    void a_run_that_goes_on_keeps_its_results_and_takes_the_steps_that_were_made_anew() {
        BenchRun plain = run(PLAIN, "2026-11-28T00:00:00Z", "baseline");
        BenchRun on = Joining.under(STATE.plan(), plain);
        assertThat(on.cells()).isEqualTo(plain.cells());
        assertThat(on.plan().steps()).isEqualTo(STATE.plan().steps());
        assertThat(on.plan().variants()).extracting(Variant::id).contains("baseline", "cilium-wireguard");
    }

    @Test
    void a_run_whose_time_is_spent_is_not_gone_on_with_and_another_session_is_named() {
        BenchRun spent = lasted(3_600);
        assertThat(Joining.over(spent)).singleElement().asString().contains("3600 s", "fixed before", "--session 2 --into");
        assertThat(Joining.over(lasted(3_599))).isEmpty();
    }

    private static BenchRun lasted(double seconds) {
        BenchRun run = run(PLAIN, "2026-11-28T00:00:00Z", "baseline");
        return new BenchRun(run.plan(), run.scene(), run.startedAt(), List.of(new BenchRun.Session(1, List.of(), seconds)), run.cells(),
                List.of(), List.of(), List.of(), List.of(), BenchRun.End.INTERRUPTED);
    }

    private static BenchRun run(Examples examples, String start, String variant) {
        BenchPlan plan = examples.plan();
        CellResult cell =
                new CellResult(1, 1, variant, Examples.HOP, List.of(), List.of(), "", new Counts(1, 1, 1, 0, 0, 1, 0, 0), List.of(), 10,
                        20, Map.of());
        return new BenchRun(plan, examples.scene(), start, List.of(), List.of(cell), List.of(), List.of(), List.of(), List.of(),
                BenchRun.End.LAST_LOOK);
    }
}
