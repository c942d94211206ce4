package meshadvisor.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.bench.BenchRun.Usage;

/** Several runs as one with several sessions. */
final class Joined {

    /** Longer than any run: its times must not run into those of the next. */
    private static final double APART_SECONDS = 1e7;

    private Joined() {}

    /** In the order given; sessions are numbered anew where one run's numbers are another's. */
    static BenchRun of(List<BenchRun> runs) {
        var first = runs.getFirst();
        if (runs.size() == 1) {
            return first;
        }
        var numbered = IntStream.range(0, runs.size()).mapToObj(place -> numbered(runs.get(place), place)).toList();
        var variants = new LinkedHashMap<String, Variant>();
        numbered.forEach(run -> run.plan().variants().forEach(variant -> variants.putIfAbsent(variant.id(), variant)));
        var presences = new LinkedHashMap<String, Scene.Presence>();
        numbered.forEach(run -> run.plan().variants().forEach(variant -> run.scene().presence(variant.id())
                .ifPresent(presence -> presences.put(variant.id(), presence))));
        var plan = first.plan();
        var scene = first.scene();
        return new BenchRun(
                new BenchPlan(runs.stream().map(run -> run.plan().run()).collect(joining("+")), plan.order(), List.copyOf(variants.values()),
                        all(runs, run -> run.plan().notRun()).distinct().toList(), plan.cautions(), plan.placed(), plan.rights(),
                        plan.peak(), plan.deadlineSeconds(), plan.expectedSeconds(), List.of()),
                new Scene(scene.context(), scene.server(), scene.nodes(), presences, scene.signsOfProduction(), scene.fingerprint(),
                        scene.refused(), scene.troubles(), scene.gaps()),
                first.startedAt(), all(numbered, BenchRun::sessions).toList(), all(numbered, BenchRun::cells).toList(),
                all(numbered, BenchRun::usage).toList(), all(runs, BenchRun::looks).toList(), warnings(runs),
                all(runs, BenchRun::gaps).distinct().toList(), runs.getLast().end());
    }

    private static <T> Stream<T> all(List<BenchRun> runs, Function<BenchRun, ? extends Collection<T>> part) {
        return runs.stream().flatMap(run -> part.apply(run).stream());
    }

    private static BenchRun numbered(BenchRun run, int place) {
        double later = place * APART_SECONDS;
        int first = 1000 * place; // no run has so many sessions
        var sessions = run.sessions().stream().map(session -> new Session(first + session.number(), session.installed())).toList();
        var cells = run.cells().stream().map(cell -> new CellResult(first + cell.session(), cell.block(), cell.variant(), cell.load(),
                cell.scenarios(), cell.invalid(), cell.latency(), cell.counts(), cell.proofs(), later + cell.offsetSeconds(),
                later + cell.endSeconds(), cell.disturbances())).toList();
        var usage = run.usage().stream().map(used -> new Usage(used.who(), used.name(), used.variant(), later + used.fromSeconds(),
                later + used.toSeconds(), used.figures())).toList();
        return new BenchRun(run.plan(), run.scene(), run.startedAt(), sessions, cells, usage, run.looks(), run.warnings(), run.gaps(),
                run.end());
    }

    private static List<String> warnings(List<BenchRun> runs) {
        var warnings = new ArrayList<>(all(runs, BenchRun::warnings).distinct().toList());
        var names = new TreeSet<>(all(runs, run -> run.scene().fingerprint().keySet()).toList());
        for (String name : names) {
            var values = runs.stream().map(run -> value(run.scene().fingerprint(), name)).distinct().toList();
            if (values.size() > 1) {
                warnings.add("The sessions do not all have the same " + name + ": " + String.join(", ", values) + ".");
            }
        }
        return warnings;
    }

    private static String value(Map<String, String> fingerprint, String name) {
        return fingerprint.getOrDefault(name, "unknown");
    }
}
