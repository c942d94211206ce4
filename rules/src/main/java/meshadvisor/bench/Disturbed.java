package meshadvisor.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Measure;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.Second;
import meshadvisor.bench.Course.What;

/**
 * What callers had of a cell in which something was done, by what the same cell gave before: the seconds of its first quarter but the first, or those
 * before the first change if that came earlier. A second is as before if no larger share of its requests failed than in the worst of
 * those, if half of what was due was answered well, and if its p90 is not more than twice the highest of theirs.
 */
record Disturbed(CellResult cell) {

    /** Fewer say nothing of what is usual. */
    private static final int FEWEST = 3;
    /** So many in a row, and it was no accident. */
    private static final int IN_A_ROW = 3;
    private static final double ANSWERED = 0.5;
    private static final double SLOWER = 2;

    /** What can be said of it. What cannot is absent. */
    Map<Measure, Double> measures() {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        if (cell.counts().intended() > 0) {
            measures.put(Measure.FAILED, (cell.counts().failed() + cell.counts().dropped()) / (double) cell.counts().intended());
        }
        if (usual().size() >= FEWEST) {
            measures.put(Measure.DISTURBED, (double) after().stream().filter(asBefore().negate()).count());
        }
        recovered().ifPresent(seconds -> measures.put(Measure.RECOVERY, seconds));
        seen(What.ADDED).ifPresent(seconds -> measures.put(Measure.ADDED_SEEN, seconds));
        seen(What.REMOVED).ifPresent(seconds -> measures.put(Measure.REMOVED_SEEN, seconds));
        return measures;
    }

    /** What did not come to an end within the plateau. */
    List<Measure> never() {
        List<Measure> never = new ArrayList<>();
        if (ended().findAny().isPresent() && usual().size() >= FEWEST && recovered().isEmpty()) {
            never.add(Measure.RECOVERY);
        }
        if (watched(What.ADDED).stream().anyMatch(change -> change.seenAfterSeconds().isEmpty())) {
            never.add(Measure.ADDED_SEEN);
        }
        return never;
    }

    /** From the death of a proxy to the first of several seconds in a row that are as before. */
    private OptionalDouble recovered() {
        OptionalDouble death = ended().mapToDouble(Change::atSeconds).max();
        List<Second> since = after();
        if (death.isEmpty() || usual().size() < FEWEST) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i + IN_A_ROW <= since.size(); i++) {
            if (since.subList(i, i + IN_A_ROW).stream().allMatch(asBefore())) {
                return OptionalDouble.of(Math.max(0, since.get(i).from() - death.getAsDouble()));
            }
        }
        return OptionalDouble.empty();
    }

    private Stream<Change> ended() {
        return cell.course().changes().stream().filter(change -> change.what() == What.ENDED);
    }

    private OptionalDouble seen(What what) {
        return watched(what).stream().flatMap(change -> change.seenAfterSeconds().stream()).mapToDouble(Double::doubleValue).average();
    }

    private List<Change> watched(What what) {
        return cell.course().changes().stream().filter(change -> change.what() == what && change.watched()).toList();
    }

    private double begin() {
        double quarter = (cell.endSeconds() - cell.offsetSeconds()) / 4;
        return cell.course().changes().stream().mapToDouble(Change::atSeconds).filter(at -> at < quarter).min().orElse(quarter);
    }

    /** Seconds that were over before anything was done, without the first, which has answers to the end of the warm-up. */
    private List<Second> usual() {
        double begin = begin();
        return cell.course().seconds().stream().filter(second -> second.from() > 0 && second.from() + 1 <= begin && second.due() > 0)
                .toList();
    }

    private List<Second> after() {
        double begin = begin();
        return cell.course().seconds().stream().filter(second -> second.from() + 1 > begin && second.due() > 0).toList();
    }

    private Predicate<Second> asBefore() {
        double failed = usual().stream().mapToDouble(Disturbed::failedShare).max().orElse(0);
        double slow = SLOWER * usual().stream().mapToDouble(Disturbed::slow).max().orElse(0);
        return second -> failedShare(second) <= failed && second.good() >= ANSWERED * second.due() && slow(second) <= slow;
    }

    private static double failedShare(Second second) {
        return second.failed() / (double) Math.max(1, second.failed() + second.good());
    }

    private static double slow(Second second) {
        return second.micros().getOrDefault(Statistic.P90, Double.POSITIVE_INFINITY);
    }
}
