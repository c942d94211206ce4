package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Cpu;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Load;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Statistic;
import meshadvisor.bench.Variant;

/**
 * What a benchmark measured, as far as it bears on an advice. It is told beside the verdict and never moves it: what a request costs more is
 * no need.
 *
 * @param run its name
 * @param startedAt in ISO 8601
 * @param context the cluster that it was run in
 * @param partial whether it had ended before its plan did
 * @param elsewhere in what the cluster differs from the one that was assessed, whole sentences
 * @param facts of each variant under each steady load
 */
public record BenchFacts(String run, String startedAt, String context, boolean partial, List<String> elsewhere, List<Fact> facts) {

    private static final String BASELINE = "baseline";
    private static final String APP_MTLS = "app-mtls";
    private static final double MILLI = 1_000;

    /**
     * What a variant adds to plaintext.
     *
     * @param flavour what tells it from a stock installation, empty if nothing does
     * @param noise floors of p50 and p99, as far as they are known
     * @param cpu of its proxies and of the nodes, as far as it was metered
     */
    public record Fact(String variant, String flavour, String version, Variant.Rank rank, Load load, Outcome p50, Outcome p99,
            List<BenchReport.Floor> noise, List<Cpu> cpu) {

        /** The id with the flavour, such as {@code istio-sidecar/upstream-envoy}. */
        public String label() {
            return flavour.isEmpty() ? variant : variant + "/" + flavour;
        }
    }

    public BenchFacts {
        elsewhere = List.copyOf(elsewhere);
        facts = List.copyOf(facts);
    }

    /** Of a run and what it says, for a report. */
    public static BenchFacts of(BenchRun run, BenchReport bench, Report report) {
        var facts = bench.situations().stream().filter(situation -> situation.scenarios().isEmpty())
                .flatMap(situation -> bench.subjects().stream().flatMap(subject -> fact(run, bench, situation, subject).stream())).toList();
        boolean partial = bench.end() == BenchRun.End.INTERRUPTED || bench.end() == BenchRun.End.ABORTED
                || bench.end() == BenchRun.End.RUNNING;
        return new BenchFacts(bench.run(), bench.startedAt(), run.scene().context(), partial, elsewhere(run, report), facts);
    }

    /** What bears on the verdict: of the mesh that it names, or else of mutual TLS by the application. */
    public List<Fact> bearingOn(Report report) {
        var verdict = report.advice().verdict();
        return facts.stream().filter(fact -> switch (verdict.outcome()) {
            case ADOPT, KEEP, RECONSIDER -> !verdict.mesh().isEmpty()
                    && (fact.variant().equals(verdict.mesh()) || fact.variant().startsWith(verdict.mesh() + "-"));
            case NO_MESH -> fact.variant().equals(APP_MTLS);
            case UNDECIDED -> true;
        }).toList();
    }

    private static Optional<Fact> fact(BenchRun run, BenchReport bench, Situation situation, BenchReport.Subject subject) {
        String variant = subject.variant();
        var p50 = outcome(situation, variant, Statistic.P50);
        var p99 = outcome(situation, variant, Statistic.P99);
        String flavour = run.scene().presence(variant).filter(Scene.Presence.There.class::isInstance).map(Scene.Presence.There.class::cast)
                .map(Scene.Presence.There::flavour).orElse("");
        var noise = situation.floors().stream()
                .filter(floor -> floor.statistic() == Statistic.P50 || floor.statistic() == Statistic.P99).toList();
        var cpu = bench.bills().stream()
                .filter(bill -> bill.variant().equals(variant) && bill.load().equals(situation.load()) && bill.scenarios().isEmpty())
                .flatMap(bill -> bill.cpu().stream()).filter(each -> each.payer() == Payer.PROXIES || each.payer() == Payer.NODES).toList();
        return p50.isEmpty() || p99.isEmpty() ? Optional.empty()
                : Optional.of(new Fact(variant, flavour, subject.version(), subject.rank(), situation.load(), p50.get(), p99.get(), noise,
                        cpu));
    }

    private static Optional<Outcome> outcome(Situation situation, String variant, Statistic statistic) {
        return situation.comparisons().stream().filter(each -> each.variant().equals(variant) && each.against().equals(BASELINE)
                && each.statistic() == statistic).findFirst().map(BenchReport.Comparison::outcome);
    }

    private static List<String> elsewhere(BenchRun run, Report report) {
        if (report.running().isEmpty() || report.running().get().kubernetes().isEmpty()) {
            return List.of("No running cluster was assessed, so nobody knows whether it resembles the one of the benchmark.");
        }
        var running = report.running().get();
        var all = new ArrayList<String>();
        String measured = run.scene().fingerprint().getOrDefault("kubernetes", "");
        if (!measured.isEmpty() && !measured.equals(running.kubernetes())) {
            all.add("It was measured on Kubernetes " + measured + ", and " + running.kubernetes() + " was assessed.");
        }
        if (running.nodes().isPresent() && running.nodes().getAsInt() != run.scene().nodes().size()) {
            all.add("It was measured with " + run.scene().nodes().size() + " nodes, and " + running.nodes().getAsInt() + " were assessed.");
        }
        shapes(run, running).ifPresent(all::add);
        return all;
    }

    private static Optional<String> shapes(BenchRun run, Report.Running running) {
        var here = new TreeSet<>(
                running.state().shapes().stream().map(shape -> shape.instanceType()).filter(type -> !type.isEmpty()).toList());
        var there = new TreeSet<>(run.scene().nodes().stream().map(Scene.Node::shape).filter(type -> !type.isEmpty()).toList());
        if (here.equals(there)) {
            return Optional.empty();
        }
        String cores = String.format(Locale.ROOT, "%.1f cores", run.scene().nodes().stream().mapToInt(Scene.Node::cpu).sum() / MILLI);
        return Optional.of("It was measured on nodes of " + named(there) + " with " + cores + " in all, and nodes of " + named(here)
                + " were assessed.");
    }

    private static String named(TreeSet<String> shapes) {
        return shapes.isEmpty() ? "no named shape" : String.join(", ", shapes);
    }
}
