package meshadvisor.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import meshadvisor.advice.Advice;
import meshadvisor.catalog.AnswerText;
import meshadvisor.catalog.Platform;
import meshadvisor.catalog.Threshold;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.InputFile;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Severity;
import meshadvisor.signal.Application;
import meshadvisor.signal.ClusterState;
import meshadvisor.signal.LeftOut;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.PlatformSeen;
import meshadvisor.signal.ProxyCount;
import meshadvisor.signal.Reserved;

/**
 * Everything that was found and advised, as data. Writers turn it into text; they read nothing else.
 *
 * @param workloads number of different objects by kind
 * @param running what runs, where a cluster was read; empty for manifests
 * @param findings the most severe first, those that are suppressed not among them
 * @param notAssessed rules that could not tell, with what would settle them
 * @param gaps what was not seen, each once
 * @param traffic what was seen of the requests themselves
 * @param measured what benchmarks measured that somebody gave
 * @param added what the meshes that the advice or the user names would add, published or assumed; none where none is named
 * @param cost of the advised answers, of doing nothing, and of the ways through a mesh that are compared
 * @param prospect what could stand here instead of what does
 * @param plan of what is advised; empty where nobody asked for one
 * @param made by what, and what it was to fail on
 * @param wording what codes mean
 */
public record Report(Scope scope, Advice advice, Services services, SortedMap<String, Integer> workloads, List<MeshSeen> meshes, Seen seen,
        Optional<Running> running, List<Finding> findings, List<Suppressed> suppressed, List<NotAssessed> notAssessed, List<Gap> gaps,
        Traffic traffic, List<BenchFacts> measured, List<Forecast> added, Optional<Costed> cost, Prospect prospect,
        Optional<AdoptionPlan> plan, Made made, List<Threshold> thresholds, Wording wording) {

    /** Name of the file format, without its version. */
    public static final String SCHEMA = "meshadvisor/report";

    /** Version of the file format: the first number changes when a reader must change. */
    public static final String SCHEMA_VERSION = "1.7";

    /**
     * What was read.
     *
     * @param asOf the day at which age is judged
     * @param unrendered sources that would have to be rendered first
     * @param unreadable documents that could not be read
     * @param inputs files with their digests, sorted
     */
    public record Scope(List<String> paths, String asOf, int files, int documents, int understood, int unrendered, int unreadable,
            List<InputFile> inputs) {

        public Scope {
            paths = List.copyOf(paths);
            inputs = List.copyOf(inputs);
        }

        /** The share of what was given that was understood, in per cent; an unrendered source counts like a document that was not. */
        public int coveragePercent() {
            int all = documents + unrendered;
            return all == 0 ? 0 : (int) Math.floor(100.0 * understood / all);
        }
    }

    /**
     * Services.
     *
     * @param kubernetes number of different Service objects
     */
    public record Services(List<Application> application, List<LeftOut> leftOut, int kubernetes) {
        public Services {
            application = List.copyOf(application);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * How a report was made.
     *
     * @param version of the program; empty where nobody says
     * @param failOn findings from which on whoever asked for it is told that it failed; empty where nobody asked
     */
    public record Made(String version, Optional<Severity> failOn) {
        static final Made SOMEHOW = new Made("", Optional.empty());
    }

    /** A finding that somebody silenced. */
    public record Suppressed(Finding finding, String reason, String by, String until) {}

    /**
     * What else was seen and bears on the advice.
     *
     * @param languages evidence by language, as far as manifests tell
     * @param protocols number of Service ports by protocol
     * @param features evidence by capability: what manifests use, whoever provides it
     * @param calls the call graph's lower bound: caller, callee
     * @param policyCoverage how many application services a network policy selects
     * @param replicas declared replicas of the application services
     * @param reserved what pods request, by workload
     * @param code what application repositories say
     */
    public record Seen(SortedMap<String, List<Evidence>> languages, SortedMap<String, Integer> protocols,
            SortedMap<String, List<Feature>> features,
            List<Call> calls, Share policyCoverage, int replicas, Team team, List<Reserved> reserved,
            CodeReport code) {
        public Seen {
            calls = List.copyOf(calls);
            reserved = List.copyOf(reserved);
        }
    }

    /**
     * A running cluster.
     *
     * @param cluster its name, empty if nobody told it
     * @param kubernetes version of the API server, empty if it was not read
     * @param readAt when it was read, RFC 3339, empty if nobody told it
     * @param nodes empty where they were not read
     * @param pods that have not finished, empty where they were not read
     * @param network what tells of the CNI and of kube-proxy
     * @param platforms of which there are signs: one, or none or several where it is not known
     * @param traps of the platform that concern the mesh that is there or advised, or every mesh
     * @param disruptionBudgets number of PodDisruptionBudgets, empty where they were not read
     * @param autoscalers number of HorizontalPodAutoscalers, empty where they were not read
     */
    public record Running(String cluster, String kubernetes, String readAt, OptionalInt nodes, OptionalInt pods, List<ProxyCount> proxies,
            List<Evidence> network, List<PlatformSeen> platforms, List<Platform.Trap> traps, ClusterState state,
            OptionalInt disruptionBudgets, OptionalInt autoscalers) {
        public Running {
            proxies = List.copyOf(proxies);
            network = List.copyOf(network);
            platforms = List.copyOf(platforms);
            traps = List.copyOf(traps);
        }
    }

    /** A use of a capability. */
    public record Feature(String by, String hop, Evidence evidence) {}

    /** A call between two services. */
    public record Call(String from, String to, Evidence evidence) {}

    /** Part and whole. */
    public record Share(int part, int whole) {}

    /** Who works on it; authors -1 where it could not be seen. */
    public record Team(int authors, int codeOwnerFiles) {}

    /**
     * The words for codes, so that no reader has to know a code by heart.
     *
     * @param answers by answer code
     * @param rules titles by code of the rule
     */
    public record Wording(Map<String, AnswerText> answers, SortedMap<String, String> rules) {}

    public Report {
        meshes = List.copyOf(meshes);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        notAssessed = List.copyOf(notAssessed);
        gaps = List.copyOf(gaps);
        measured = List.copyOf(measured);
        added = List.copyOf(added);
        thresholds = List.copyOf(thresholds);
    }

    /** The report with what benchmarks measured. The advice is the same. */
    public Report with(List<BenchFacts> facts) {
        return new Report(scope, advice, services, workloads, meshes, seen, running, findings, suppressed, notAssessed, gaps, traffic,
                facts, added, cost, prospect, plan, made, thresholds, wording);
    }

    /** The report with the plan of what it advises. */
    public Report with(AdoptionPlan drawn) {
        return new Report(scope, advice, services, workloads, meshes, seen, running, findings, suppressed, notAssessed, gaps, traffic,
                measured, added, cost, prospect, Optional.of(drawn), made, thresholds, wording);
    }

    /** The report with how it was made. */
    public Report with(Made how) {
        return new Report(scope, advice, services, workloads, meshes, seen, running, findings, suppressed, notAssessed, gaps, traffic,
                measured, added, cost, prospect, plan, how, thresholds, wording);
    }

    /** Whether there is a finding on which it was to fail. */
    public boolean failed() {
        return made.failOn.filter(least -> findings.stream().anyMatch(finding -> finding.counts(least))).isPresent();
    }

    /** What stands where after each stage of the plan; only today where there is no plan. */
    public Buildup buildup() {
        return Buildup.of(prospect.architecture(), plan.orElseGet(() -> new AdoptionPlan(scope.asOf(), List.of(), List.of())));
    }
}
