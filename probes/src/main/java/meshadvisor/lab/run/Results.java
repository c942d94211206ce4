package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.catalog.Kebab;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.lab.run.Cells.Cellular;
import meshadvisor.lab.run.GeneratorRun.Span;
import meshadvisor.lab.run.Usages.Payer;
import meshadvisor.tree.Node;

/** Makes of what came back what is written down. */
final class Results {

    /** Kubelets tell within so long. */
    private static final int MOST_TRIES = 20;
    private static final long PAUSE_MILLIS = 2_000;

    private final BenchPlan plan;
    private final Notes notes;
    private final Site site;
    private final Lookout lookout;
    private final double startMillis;
    private final Evidences evidences = new Evidences();
    private final Map<String, Payer> payers = new HashMap<>();
    private final Usages usages;
    private final Throttling throttling;
    private final Map<String, Integer> othersUnknown = new TreeMap<>();

    Results(BenchPlan plan, Notes notes, Site site, Lookout lookout, double startMillis) {
        this.plan = plan;
        this.notes = notes;
        this.site = site;
        this.lookout = lookout;
        this.startMillis = startMillis;
        this.usages = new Usages(lookout, site, payers, new HashMap<>(), startMillis);
        this.throttling = new Throttling(lookout.quotas(), usages, notes);
    }

    /**
     * Takes what a drive gave. Says in a few words what it was.
     *
     * @param fields the proofs that stand in fields of objects
     */
    String driven(Driven driven, List<Proved> fields) throws Stopped {
        bill();
        List<CellResult> cells = new ArrayList<>();
        for (Step.Cell cell : driven.drive().cells()) {
            Cellular cellular = Cellular.of(driven, cell);
            Optional<Span> plateau = cellular.plateau();
            List<String> noise = new ArrayList<>();
            if (plateau.isPresent()) {
                lookout.reach(plateau.get().toMillis());
                noise.addAll(noise(driven.drive().variant(), plateau.get(), cellular.sending().orElse(plateau.get())));
            }
            List<Proved> proofs =
                    evidences.of(variant(driven.drive().variant()), site.namespace(driven.drive().variant()), cellular, fields);
            CellResult result = Cells.of(cellular, noise, proofs, startMillis);
            cells.add(result);
            plateau.ifPresent(
                    span -> throttling.drove(result, variant(result.variant()), span, cellular.sending().orElse(span)));
        }
        notes.add(cells);
        throttling.judge();
        notes.use(usages.ofContainers());
        return words(cells);
    }

    private List<String> noise(String variant, Span plateau, Span sending) {
        notes.use(usages.ofNodes(plateau));
        Optional<Map<String, Double>> own = usages.own(variant, plateau, sending, 2); // a generator and a server at least
        if (own.isEmpty() && lookout.watched().values().stream().anyMatch(samples -> Noise.mayBeOthers(samples, plateau))) {
            othersUnknown.merge(variant, 1, Integer::sum);
        }
        List<String> noise = new ArrayList<>();
        lookout.watched().forEach((node, samples) -> noise
                .addAll(Noise.of(node, samples, plateau, own.map(seconds -> seconds.getOrDefault(node, 0.0)))));
        return noise;
    }

    /** Waits until kubelets have told of what was driven, but not for long. */
    void settle() throws Stopped {
        throttling.judge();
        for (int tries = 0; tries < MOST_TRIES && throttling.waits(); tries++) {
            Waiting.pause(PAUSE_MILLIS);
            throttling.judge();
        }
    }

    private static String words(List<CellResult> cells) {
        List<String> words = new ArrayList<>();
        for (CellResult cell : cells) {
            String p50 = cell.latency().isEmpty() ? "no latency"
                    : String.format(Locale.ROOT, "p50 %.0f µs", Histograms.quantile(cell.latency(), 0.5) / 1000);
            words.add(String.format(Locale.ROOT, "%s %s %.0f/s %s%s", Kebab.of(cell.load().shape()), Kebab.of(cell.load().protocol()),
                    cell.load().perSecond(), p50,
                    cell.valid() ? "" : ", invalid: " + cell.invalid().getFirst()));
        }
        return String.join("; ", words);
    }

    /** Takes a time without load. */
    void idle(Span span) throws Stopped {
        bill();
        lookout.reach(span.toMillis());
        notes.use(usages.ofNodes(span));
        notes.use(usages.ofContainers());
    }

    /** Takes what somebody from outside was told. */
    void asked(Step.Ask ask, List<Told> told) {
        List<String> failures = evidences.asked(variant(ask.variant()), told);
        failures.forEach(sentence -> notes.doubt(ask.variant(), sentence));
    }

    /** Pods that work for the run without being of it. */
    void bill() {
        payers.clear();
        for (Variant variant : plan.variants()) {
            variant.bill().nodeAgents().forEach(pods -> bill(pods, new Payer(User.NODE_AGENT, variant.id())));
            variant.bill().controlPlane().forEach(pods -> bill(pods, new Payer(User.CONTROL_PLANE, variant.id())));
        }
    }

    private void bill(Variant.Pods pods, Payer payer) {
        try {
            for (Node pod : site.api().list("/api/v1/namespaces/" + pods.namespace() + "/pods", Filling.selector(pods.labels()))) {
                payers.put(pods.namespace() + "/" + PodState.name(pod), payer);
                if (payer.user() == User.CONTROL_PLANE) {
                    lookout.containers().also(pod.at("spec", "nodeName").text());
                }
            }
        } catch (ApiFailure failure) {
            notes.gap(Execution.gap("bill", "what " + payer.variant() + " uses in " + pods.namespace(), failure.what(),
                    "grant get and list of pods in " + pods.namespace()));
        }
    }

    private Variant variant(String id) {
        return plan.variant(id).orElseThrow();
    }

    /** Such as {@code 3 of baseline, 1 of linkerd}. */
    static String counted(Map<String, Integer> cells) {
        return cells.entrySet().stream().map(each -> each.getValue() + " of " + each.getKey()).collect(Collectors.joining(", "));
    }

    /** Writes down what could not be seen in the whole run. */
    void gaps() {
        notes.use(usages.ofContainers());
        throttling.end();
        if (!othersUnknown.isEmpty()) {
            notes.gap(Execution.gap("others", "what others used of the nodes, in these cells: " + counted(othersUnknown),
                    lookout.containers()
                            .blind().orElse("kubelets did not look at the run's own containers often enough within the plateaus"),
                    "grant get of nodes/proxy, and measure plateaus of 30 s or more with --plateau"));
        }
        lookout.containers().blind().ifPresent(why -> notes.gap(Execution.gap("containers", "CPU and memory of containers", why,
                "grant list of pods.metrics.k8s.io, or get of nodes/proxy for finer figures")));
        lookout.blind()
                .ifPresent(why -> notes.gap(Execution.gap("neighbours", "whether others suffered", why, "grant list of pods and nodes")));
        lookout.gaps().forEach(gap -> notes.gap(Execution.gap("node", gap.replaceAll(":.*", ""), gap, "ask on another kind of node")));
    }
}
