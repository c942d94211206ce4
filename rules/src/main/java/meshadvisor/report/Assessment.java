package meshadvisor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Advisor;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Answers;
import meshadvisor.model.ByName;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Gap;
import meshadvisor.model.InputProblem;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.plan.Planner;
import meshadvisor.plan.Stated;
import meshadvisor.rule.Finding;
import meshadvisor.rule.InputRule;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Rules;
import meshadvisor.rule.Suppressions;
import meshadvisor.rule.Verdicts;
import meshadvisor.signal.Application;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.Environments;
import meshadvisor.signal.Languages;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.Protocols;
import meshadvisor.signal.Reserved;
import meshadvisor.signal.World;

/** From a snapshot to a report. */
public final class Assessment {

    private Assessment() {}

    /**
     * Assesses, and plans what is advised.
     *
     * @param consider ids of variants or vendors that the user proposes
     */
    public static Report of(ClusterSnapshot snapshot, Catalogue catalogue, Answers answers, Set<String> consider,
            Suppressions suppressions) {
        World world = World.of(snapshot, catalogue, answers);
        return planned(world, of(world, consider, suppressions, Optional.of(Pricing.USUAL)));
    }

    /** The report with the plan of what it advises; a proposal that somebody wants judged is not planned. */
    public static Report planned(World world, Report report) {
        return report.with(Planner.of(world, report.advice(), report.findings(), report.added(), Stated.NOTHING));
    }

    /**
     * Assesses alone, with the prices that the user wants.
     *
     * @param pricing empty where nobody asks what a mesh would add and cost
     */
    public static Report of(World world, Set<String> consider, Suppressions suppressions, Optional<Pricing> pricing) {
        ClusterSnapshot snapshot = world.snapshot();
        Catalogue catalogue = world.catalogue();
        Advice advice = Advisor.advise(world, consider);
        boolean there =
                world.mesh().map(MeshSeen::runs).orElse(false) || advice.verdict().outcome() == Outcome.ADOPT || !consider.isEmpty();
        Rules rules = Rules.of(catalogue.library());
        Verdicts verdicts = rules.judge(world.advising(advised(advice)), catalogue, there ? Applies.NOW : Applies.IF_ADOPTED);
        List<InputRule> ofInput = InputRule.of(catalogue.library());
        List<Finding> findings = Stream
                .concat(verdicts.findings().stream(), snapshot.inputs().problems().stream().flatMap(p -> finding(p, ofInput))).sorted()
                .toList();
        Suppressions.Sorted sorted = suppressions.sort(findings, snapshot, names(rules, ofInput),
                ofInput.stream().filter(r -> r.id().equals("input-suppression")).findFirst().orElseThrow());
        Added added = pricing.map(p -> Added.of(world, advice, consider, p)).orElse(Added.NOTHING);
        return new Report(scope(snapshot), advice, services(world), workloads(snapshot), world.meshes(), seen(world),
                RunningCluster.of(world, advice), sorted.kept(),
                sorted.suppressed().stream().map(s -> new Report.Suppressed(s.finding(), s.by().reason(), s.by().owner(), s.by().until()))
                        .toList(),
                verdicts.notAssessed(), gaps(world, advice), Traffic.of(snapshot.observed()), List.of(), added.forecasts(), added.costed(),
                new Prospect(Offer.all(world, advice), Architecture.of(world, advice)), Optional.empty(), Report.Made.SOMEHOW,
                List.copyOf(catalogue.thresholds().values()),
                new Report.Wording(catalogue.answers(), titles(rules, ofInput)));
    }

    /** Variants of an ADOPT verdict, and those that the user proposes. */
    private static Set<String> advised(Advice advice) {
        Set<String> variants = new HashSet<>();
        if (advice.verdict().outcome() == Outcome.ADOPT) {
            variants.add(advice.verdict().mesh());
        }
        advice.considered().forEach(c -> variants.add(c.variant().variant().id()));
        return variants;
    }

    private static Report.Scope scope(ClusterSnapshot snapshot) {
        ClusterSnapshot.Inputs inputs = snapshot.inputs();
        int unrendered = (int) inputs.gaps().stream().filter(g -> g.id().equals("unrendered-source")).count();
        return new Report.Scope(snapshot.origin().paths(), snapshot.origin().asOf(), inputs.files(), inputs.documents(),
                inputs.understood(), unrendered,
                inputs.unreadable(), inputs.read());
    }

    private static SortedMap<String, String> titles(Rules rules, List<InputRule> ofInput) {
        SortedMap<String, String> titles = new TreeMap<>();
        rules.all().forEach(r -> titles.put(r.code(), r.title()));
        ofInput.forEach(r -> titles.put(r.code(), r.title()));
        return titles;
    }

    /** Codes and ids of everything that can be found. */
    private static Set<String> names(Rules rules, List<InputRule> ofInput) {
        Set<String> names = new HashSet<>();
        rules.all().forEach(r -> names.addAll(List.of(r.code(), r.id())));
        ofInput.forEach(r -> names.addAll(List.of(r.code(), r.id())));
        return names;
    }

    /** Problems of the input as findings with codes of their own; notes are none. */
    private static Stream<Finding> finding(InputProblem problem, List<InputRule> rules) {
        String id = "input-" + Kebab.of(problem.kind());
        ObjectKey file = new ObjectKey("", "File", "", problem.place().file());
        String message = problem.remedy().isEmpty() ? problem.sentence() : problem.sentence() + " " + problem.remedy();
        return rules.stream().filter(r -> r.id().equals(id)).map(r -> r.finding(file, problem.place(), message));
    }

    private static Report.Services services(World world) {
        long kubernetes = world.snapshot().running().services().stream().map(s -> s.meta().key()).distinct().count();
        return new Report.Services(world.applications().counted(), world.applications().leftOut(), (int) kubernetes);
    }

    private static SortedMap<String, Integer> workloads(ClusterSnapshot snapshot) {
        Set<ObjectKey> keys = new HashSet<>();
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Workload workload : snapshot.running().workloads()) {
            if (keys.add(workload.meta().key())) {
                counts.merge(workload.kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Gap> gaps(World world, Advice advice) {
        return Stream.of(world.snapshot().inputs().gaps().stream(), Advisor.gaps(advice).stream(), Environments.suspected(world).stream(),
                RunningCluster.gaps(world), CodeReport.gaps(world))
                .flatMap(gaps -> gaps).distinct().sorted().toList();
    }

    private static Report.Seen seen(World world) {
        SortedMap<String, List<Report.Feature>> features = new TreeMap<>();
        world.snapshot().uses().stream().sorted(Comparator.comparing(Use::evidence)).forEach(u -> features
                .computeIfAbsent(u.capability(), k -> new ArrayList<>())
                .add(new Report.Feature(u.by(), u.hop().name().toLowerCase(Locale.ROOT), u.evidence())));
        ClusterSnapshot.Team team = world.snapshot().origin().team();
        int replicas = world.applications().counted().stream().flatMap(a -> a.workloads().stream()).mapToInt(Workload::replicas).sum();
        return new Report.Seen(Languages.of(world), protocols(world), features, calls(world), covered(world), replicas,
                new Report.Team(team.authors(), team.owners().size()), Reserved.of(world), CodeReport.of(world));
    }

    private static SortedMap<String, Integer> protocols(World world) {
        SortedMap<String, Integer> protocols = new TreeMap<>();
        for (Application application : world.applications().counted()) {
            application.service().ifPresent(s -> s.ports().forEach(p -> protocols.merge(Protocols.of(p), 1, Integer::sum)));
        }
        return protocols;
    }

    private static List<Report.Call> calls(World world) {
        return CallGraph.of(world).seen().stream().map(seen -> new Report.Call(seen.from(), seen.to(), seen.evidence())).distinct()
                .sorted(Comparator.comparing(Report.Call::from).thenComparing(Report.Call::to)).toList();
    }

    private static Report.Share covered(World world) {
        ByName<Segmentation> byLabel = new ByName<>();
        world.snapshot().policies().segmentation().forEach(s -> byLabel.add(
                s.selector().entrySet().stream().findFirst().map(e -> label(e.getKey(), e.getValue())).orElse(""), s.meta().namespace(),
                s));
        long part = world.applications().counted().stream().filter(a -> a.workloads().stream().anyMatch(w -> selected(byLabel, w))).count();
        return new Report.Share((int) part, world.count());
    }

    private static String label(String name, String value) {
        return name + "=" + value;
    }

    /** Policies are looked up by the first label that they ask for, the empty one if they take every pod. */
    private static boolean selected(ByName<Segmentation> byLabel, Workload workload) {
        String namespace = workload.meta().namespace();
        Stream<String> labels = workload.pod().labels().entrySet().stream().map(e -> label(e.getKey(), e.getValue().value()));
        return Stream.concat(Stream.of(""), labels).flatMap(l -> byLabel.near(l, namespace).stream())
                .anyMatch(s -> s.selector().entrySet().stream()
                        .allMatch(e -> workload.pod().label(e.getKey()).value().equals(e.getValue())));
    }
}
