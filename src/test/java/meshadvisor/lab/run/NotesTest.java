package meshadvisor.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;

/** What a run that goes on knows of itself. */
class NotesTest {

    private static BenchRun earlier(List<Session> sessions) {
        BenchRun run = BenchRuns.usual();
        return new BenchRun(run.plan(), run.scene(), run.startedAt(), sessions, run.cells(), run.usage(), List.of("After 10 blocks: more."),
                List.of("It was interrupted."), run.gaps(), End.INTERRUPTED);
    }

    @Test
    void its_time_goes_on_where_it_was_interrupted() {
        BenchRun run = earlier(List.of(new Session(1, List.of("istio-sidecar"), 3_000)));
        Notes notes = new Notes(run, run.scene());
        assertThat(notes.seconds()).isBetween(3_000.0, 3_100.0);
        assertThat(notes.run(End.RUNNING).sessions()).singleElement()
                .satisfies(session -> assertThat(session.seconds()).isGreaterThanOrEqualTo(3_000));
        assertThat(new Notes(run.plan(), run.scene(), run.startedAt()).seconds()).isLessThan(100);
    }

    @Test
    void what_was_decided_before_stays_and_the_same_is_not_said_twice() {
        BenchRun run = earlier(List.of());
        Notes notes = new Notes(run, run.scene());
        notes.look("After 10 blocks: more.");
        notes.look("After 24 blocks: enough.");
        assertThat(notes.run(End.PRECISE).looks()).containsExactly("After 10 blocks: more.", "After 24 blocks: enough.");
        assertThat(notes.run(End.PRECISE).warnings()).containsExactly("It was interrupted.");
    }

    @Test
    void other_sessions_keep_what_was_installed_in_them() {
        BenchRun base = BenchRuns.usual();
        var cell = base.cells().getFirst();
        var cells = List.of(new BenchRun.CellResult(9, 1, cell.variant(), cell.load(), cell.scenarios(), cell.invalid(), cell.latency(),
                cell.counts(), cell.proofs(), 0, 1, cell.disturbances()));
        Session other = new Session(9, List.of("linkerd"), 77);
        BenchRun run = new BenchRun(base.plan(), base.scene(), base.startedAt(), List.of(other), cells, List.of(), List.of(), List.of(),
                List.of(), End.INTERRUPTED);
        assertThat(new Notes(run, run.scene()).run(End.RUNNING).sessions()).contains(other);
    }
}
