package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import meshadvisor.bench.Course;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step.Cell;
import meshadvisor.bench.Step.Disturbance;
import meshadvisor.cluster.ApiFailure;

/** Does to the cluster what cells want done, one after the other, and never half of it. */
final class Disturbing {

    private static final int MOST_SECONDS = 60;

    private final Site site;
    private final Whole whole;
    private final DoubleSupplier clock;
    private final Set<Disturbance> over = new HashSet<>();
    private final Map<String, List<Deed>> done = new LinkedHashMap<>();

    /** Fills in what only the cluster can say. */
    interface Whole {
        /** The object without blanks. */
        Manifest of(Manifest object) throws ApiFailure, Stopped;
    }

    /**
     * Something that was done.
     *
     * @param words such as {@code applied Job server-http1-next}
     * @param atMillis since the epoch, by the clock here, between question and answer
     */
    record Deed(Course.What what, String words, double atMillis) {}

    Disturbing(Site site, Whole whole, DoubleSupplier clock) {
        this.site = site;
        this.whole = whole;
        this.clock = clock;
    }

    /** Does what is due. A cell is being measured when its generators have told so. */
    void due(List<Cell> cells, JobRun run) throws ApiFailure, Stopped {
        for (Cell cell : cells) {
            Optional<Double> began = cell.disturbance().isEmpty() ? Optional.empty() : run.measuring(cell.name());
            if (began.isPresent()) {
                double seconds = (clock.getAsDouble() - began.get()) / 1000;
                for (Disturbance next : waiting(cell)) {
                    if (seconds < next.afterSeconds() || !ready(next)) {
                        break;
                    }
                    act(cell, next);
                }
            }
        }
    }

    /** Does the rest, so that everything is as it was. */
    void rest(List<Cell> cells) throws Stopped {
        for (Cell cell : cells) {
            for (Disturbance next : waiting(cell)) {
                Waiting.until(MOST_SECONDS, "The servers " + String.join(", ", next.ready()) + " were not ready after " + MOST_SECONDS
                        + " s, so what a scenario did could not be undone.", waited -> {
                            if (!ready(next)) {
                                return Optional.empty();
                            }
                            act(cell, next);
                            return Optional.of(true);
                        });
            }
        }
    }

    /** What was done, by the name of the cell. */
    Map<String, List<Deed>> done() {
        return done;
    }

    private List<Disturbance> waiting(Cell cell) {
        return cell.disturbance().stream().filter(each -> !over.contains(each)).toList();
    }

    private boolean ready(Disturbance next) throws ApiFailure {
        for (String job : next.ready()) {
            String namespace = next.delete().getFirst().namespace();
            long wanted = site.job(namespace, job).map(each -> Json.count(each.at("spec", "parallelism"))).orElse(1L);
            if (site.pods(namespace, job).stream().filter(PodState::ready).count() < wanted) {
                return false;
            }
        }
        return true;
    }

    private void act(Cell cell, Disturbance each) throws ApiFailure, Stopped {
        double from = clock.getAsDouble();
        List<String> words = new ArrayList<>();
        for (Manifest object : each.apply()) {
            site.change(whole.of(object));
            words.add("applied " + object.kind() + " " + object.name());
        }
        for (Manifest object : each.delete()) {
            site.delete(object);
            words.add("deleted " + object.kind() + (object.name().isEmpty() ? "s of proxies" : " " + object.name()));
        }
        over.add(each);
        if (!words.isEmpty()) { // what the generator does itself, it tells itself
            done.computeIfAbsent(cell.name(), name -> new ArrayList<>())
                    .add(new Deed(each.what(), String.join(", ", words), (from + clock.getAsDouble()) / 2));
        }
    }
}
