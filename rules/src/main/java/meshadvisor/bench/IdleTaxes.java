package meshadvisor.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.BenchReport.IdleTax;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Differences;
import meshadvisor.measure.Estimate;

/** What baseline loses once meshes are installed beside it: the first session without any against the last with some. */
record IdleTaxes(BenchRun run, Cells cells, Map<Situation, List<Floor>> floors) {

    List<IdleTax> all() {
        var without = run.sessions().stream().filter(session -> session.installed().isEmpty()).findFirst();
        var with = run.sessions().reversed().stream().filter(session -> !session.installed().isEmpty()).findFirst();
        return without.isEmpty() || with.isEmpty() ? List.of()
                : cells.used().keySet().stream().flatMap(situation -> Contests.statistics(situation.load()).stream()
                        .flatMap(statistic -> tax(situation, statistic, without.get(), with.get()))).toList();
    }

    private Stream<IdleTax> tax(Situation situation, Statistic statistic, Session without, Session with) {
        var before = micros(situation, statistic, without.number());
        var after = micros(situation, statistic, with.number());
        var floor = Contests.floor(floors, situation, statistic);
        if (before.size() < Trial.FEWEST_BLOCKS || after.size() < Trial.FEWEST_BLOCKS || floor.isEmpty()) {
            return Stream.of();
        }
        Estimate tax = new Differences(after, 0).estimate().minus(new Differences(before, 0).estimate());
        var interval = tax.interval(Judgement.CONFIDENCE);
        boolean above = Math.abs(tax.by()) > floor.get().micros() && !interval.contains(0);
        return Stream.of(new IdleTax(situation.load(), statistic, without.number(), with.number(), with.installed(), tax.by(), interval,
                floor.get().micros(), above));
    }

    private List<Double> micros(Situation situation, Statistic statistic, int session) {
        return cells.column(situation, Contests.BASELINE).cells().entrySet().stream()
                .filter(cell -> cell.getKey().session() == session).map(cell -> cell.getValue().micros(statistic)).toList();
    }
}
