package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.lab.run.Cells.Cellular;
import meshadvisor.lab.run.GeneratorRun.Span;
import meshadvisor.lab.run.Usages.Payer;
import meshadvisor.tree.Node;

/** Makes of what came back what is written down. */
final class Results {

    private final BenchPlan plan;
    private final Notes notes;
    private final Site site;
    private final Lookout lookout;
    private final double startMillis;
    private final Evidences evidences = new Evidences();
    private final Map<String, Payer> payers = new HashMap<>();
    private final Usages usages;

    Results(BenchPlan plan, Notes notes, Site site, Lookout lookout, double startMillis) {
        this.plan = plan;
        this.notes = notes;
        this.site = site;
        this.lookout = lookout;
        this.startMillis = startMillis;
        this.usages = new Usages(lookout, site, payers, new HashMap<>(), startMillis);
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
            cells.add(Cells.of(cellular, noise, proofs, startMillis));
        }
        notes.add(cells);
        notes.use(usages.ofContainers());
        return words(cells);
    }

    private List<String> noise(String variant, Span plateau, Span sending) {
        notes.use(usages.ofNodes(plateau));
        Optional<Double> own = usages.own(variant, plateau, sending, 2); // a generator and a server at least
        List<String> noise = new ArrayList<>();
        lookout.nodes().forEach((node, samples) -> noise.addAll(Noise.of(node, samples, plateau, own)));
        if (lookout.nodes().isEmpty()) {
            noise.add("No node was watched, so it is not known who else was at work.");
        }
        return noise;
    }

    private static String words(List<CellResult> cells) {
        List<String> words = new ArrayList<>();
        for (CellResult cell : cells) {
            String p50 = cell.latency().isEmpty() ? "no latency"
                    : String.format(Locale.ROOT, "p50 %.0f µs", Histograms.quantile(cell.latency(), 0.5) / 1000);
            words.add(String.format(Locale.ROOT, "%.0f/s %s%s", cell.load().perSecond(), p50,
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
    private void bill() {
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
            }
        } catch (ApiFailure failure) {
            notes.gap(Execution.gap("bill", "what " + payer.variant() + " uses in " + pods.namespace(), failure.what(),
                    "grant get and list of pods in " + pods.namespace()));
        }
    }

    private Variant variant(String id) {
        return plan.variants().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Writes down what could not be seen in the whole run. */
    void gaps() {
        notes.use(usages.ofContainers());
        lookout.containers().blind().ifPresent(why -> notes.gap(Execution.gap("containers", "CPU and memory of containers", why,
                "grant list of pods.metrics.k8s.io, or get of nodes/proxy for finer figures")));
        lookout.blind()
                .ifPresent(why -> notes.gap(Execution.gap("neighbours", "whether others suffered", why, "grant list of pods and nodes")));
        lookout.gaps().forEach(gap -> notes.gap(Execution.gap("node", gap.replaceAll(":.*", ""), gap, "ask on another kind of node")));
    }
}
