package meshadvisor.bench.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;

/** Puts a run into the file of an earlier one, as sessions of one benchmark. */
public final class Joining {

    private Joining() {}

    /** What a plan would drive that the earlier run has already, whole sentences: results would count twice. */
    public static List<String> mistakes(BenchRun earlier, BenchPlan plan) {
        return plan.steps().stream().filter(Step.Drive.class::isInstance).map(Step.Drive.class::cast)
                .filter(drive -> earlier.cells().stream().anyMatch(cell -> cell.session() == drive.session()
                        && cell.variant().equals(drive.variant())))
                .map(drive -> "the file has " + drive.variant() + " of session " + drive.session() + " already; say --session "
                        + (last(earlier) + 1) + ", or --resume to go on with a run that was interrupted")
                .distinct().limit(1).toList();
    }

    /**
     * Why what a plan gives in this cluster cannot stand in the file of an earlier run, whole sentences: sessions of one benchmark differ
     * in their meshes only, and what counts as a difference was fixed before the first of them.
     */
    public static List<String> elsewhere(BenchRun earlier, BenchPlan plan, Scene scene) {
        BenchRun here = new BenchRun(plan, scene, earlier.startedAt(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                earlier.end());
        List<String> sentences = new ArrayList<>();
        ComparisonOfRuns.environment(earlier, here).forEach(each -> sentences.add("what the file holds was measured with another "
                + each.what() + " (" + each.first() + ") than there is here (" + each.second() + "); write into a new file"));
        Order.Design then = earlier.plan().order().design();
        Order.Design now = plan.order().design();
        if (!then.margin().equals(now.margin()) || then.warmUpSeconds() != now.warmUpSeconds()) {
            sentences.add(
                    "--margin and --warm-up must be those of the file: " + then.margin().words() + ", and " + then.warmUpSeconds() + " s");
        }
        return List.copyOf(sentences);
    }

    /** Why a run that was interrupted cannot be gone on with, whole sentences. */
    public static List<String> over(BenchRun run) {
        Order.Design design = run.plan().order().design();
        double spent = run.sessions().stream().filter(session -> session.number() == design.session()).map(Session::seconds)
                .reduce((plain, state) -> state).orElse(0.0);
        return spent < design.budgetSeconds() ? List.of()
                : List.of(
                        "its time of " + design.budgetSeconds() + " s, which was fixed before anything was measured, is spent; more blocks"
                                + " are another session: --session " + (last(run) + 1) + " --into this file");
    }

    private static int last(BenchRun run) {
        return run.cells().stream().mapToInt(CellResult::session).max().orElse(0);
    }

    /** Both; times count from the start of the earlier one. */
    public static BenchRun of(BenchRun earlier, BenchRun later) {
        double shift = Duration.between(Instant.parse(earlier.startedAt()), Instant.parse(later.startedAt())).toMillis() / 1000.0;
        return new BenchRun(plan(earlier.plan(), later.plan()), later.scene(), earlier.startedAt(),
                both(earlier.sessions(), later.sessions()),
                both(earlier.cells(), later.cells().stream().map(cell -> cell.moved(shift)).toList()),
                both(earlier.usage(), later.usage().stream().map(usage -> moved(usage, shift)).toList()),
                both(earlier.looks(), later.looks()), distinct(earlier.warnings(), later.warnings()),
                List.copyOf(new LinkedHashSet<>(both(earlier.gaps(), later.gaps()))), later.end());
    }

    /** What came back, to be gone on with by its own plan made anew, see {@link Planning#again}. */
    public static BenchRun under(BenchPlan again, BenchRun run) {
        return new BenchRun(plan(run.plan(), again), run.scene(), run.startedAt(), run.sessions(), run.cells(), run.usage(), run.looks(),
                run.warnings(), run.gaps(), run.end());
    }

    private static BenchPlan plan(BenchPlan earlier, BenchPlan later) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        Stream.concat(earlier.variants().stream(), later.variants().stream())
                .forEach(variant -> variants.put(variant.id(), variant));
        List<String> notRun = distinct(earlier.notRun(), later.notRun()).stream()
                .filter(sentence -> variants.keySet().stream().noneMatch(id -> sentence.startsWith(id + " is not run because"))).toList();
        return new BenchPlan(later.run(), later.order(), List.copyOf(variants.values()), notRun,
                distinct(earlier.cautions(), later.cautions()),
                later.placed(), later.rights(), later.peak(), later.deadlineSeconds(), later.expectedSeconds(), later.steps());
    }

    private static Usage moved(Usage usage, double shift) {
        return new Usage(usage.who(), usage.name(), usage.variant(), usage.fromSeconds() + shift, usage.toSeconds() + shift,
                usage.figures());
    }

    private static <T> List<T> both(Collection<T> first, Collection<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static List<String> distinct(List<String> first, List<String> second) {
        return List.copyOf(new LinkedHashSet<>(both(first, second)));
    }
}
