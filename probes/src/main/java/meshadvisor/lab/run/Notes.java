package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Step;
import meshadvisor.model.Gap;

/** What has come back until now. */
final class Notes {

    /** Variants that need no mesh. */
    private static final Set<String> WITHOUT_MESH = Set.of("baseline", "baseline-again", "app-mtls");

    private final BenchPlan plan;
    private final Scene scene;
    private final String startedAt;
    private final List<CellResult> cells = new ArrayList<>();
    private final List<Usage> usage = new ArrayList<>();
    private final Set<String> looks = new LinkedHashSet<>();
    private final Map<Integer, Session> before = new HashMap<>();
    private final long begunNanos = System.nanoTime();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Map<String, Gap> gaps = new LinkedHashMap<>();

    /** Of a run that begins. */
    Notes(BenchPlan plan, Scene scene, String startedAt) {
        this.plan = plan;
        this.scene = scene;
        this.startedAt = startedAt;
    }

    /** Of a run that goes on. */
    Notes(BenchRun earlier, Scene scene) {
        this(earlier.plan(), scene, earlier.startedAt());
        cells.addAll(earlier.cells());
        usage.addAll(earlier.usage());
        looks.addAll(earlier.looks());
        warnings.addAll(earlier.warnings());
        earlier.sessions().forEach(session -> before.put(session.number(), session));
        earlier.gaps().forEach(this::gap);
    }

    /** The run as it is now. */
    BenchRun run(End end) {
        List<Session> sessions = Stream
                .concat(plan.steps().stream().filter(Step.Drive.class::isInstance).map(step -> ((Step.Drive) step).session()),
                        cells.stream().map(CellResult::session))
                .distinct().sorted().map(this::session).toList();
        return new BenchRun(plan, scene, startedAt, sessions, List.copyOf(cells), List.copyOf(usage), List.copyOf(looks),
                List.copyOf(warnings), List.copyOf(gaps.values()), end);
    }

    private Session session(int number) {
        Session now = new Session(number, installed(), seconds());
        return number == plan.order().design().session() ? now : before.getOrDefault(number, now);
    }

    /** For how long the run is at work on its session, also before it was interrupted. */
    double seconds() {
        Session earlier = before.get(plan.order().design().session());
        return (earlier == null ? 0 : earlier.seconds()) + (System.nanoTime() - begunNanos) / 1e9;
    }

    private List<String> installed() {
        return scene.presences().entrySet().stream().filter(each -> each.getValue() instanceof Scene.Presence.There)
                .map(Map.Entry::getKey).filter(id -> !WITHOUT_MESH.contains(id)).sorted().toList();
    }

    /** Whether all cells of a drive have come back. */
    boolean has(Step.Drive drive) {
        return of(drive).size() >= drive.cells().size();
    }

    /** What has come back of a drive. */
    List<CellResult> of(Step.Drive drive) {
        return cells.stream().filter(cell -> cell.session() == drive.session() && cell.block() == drive.block()
                && cell.variant().equals(drive.variant())).toList();
    }

    /** Adds results. */
    void add(Collection<CellResult> results) {
        cells.addAll(results);
    }

    /** Adds what was used. */
    void use(Collection<Usage> used) {
        usage.addAll(used);
    }

    /** Adds what a look gave; a run that goes on looks again at what it has seen, and says the same. */
    void look(String sentence) {
        looks.add(sentence);
    }

    /** Adds a warning, once. */
    void warn(String sentence) {
        warnings.add(sentence);
    }

    /** Adds something that could not be seen, once. */
    void gap(Gap gap) {
        gaps.putIfAbsent(gap.id() + gap.what(), gap);
    }

    /** Takes from all cells of a variant that they are valid. */
    void doubt(String variant, String sentence) {
        cells.replaceAll(cell -> cell.variant().equals(variant) ? cell.doubted(List.of(sentence)) : cell);
    }

    /** Takes from one cell that it is valid. */
    void doubt(CellResult doubtful, String sentence) {
        cells.replaceAll(cell -> same(cell, doubtful) ? cell.doubted(List.of(sentence)) : cell);
    }

    /** Whether both are of one drive and load, whatever was found against them since. */
    private static boolean same(CellResult cell, CellResult other) {
        return cell.session() == other.session() && cell.block() == other.block() && cell.variant().equals(other.variant())
                && cell.load().equals(other.load()) && cell.scenarios().equals(other.scenarios());
    }
}
