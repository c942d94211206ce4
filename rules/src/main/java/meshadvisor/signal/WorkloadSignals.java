package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Signals about one definition of a workload. */
final class WorkloadSignals {

    static final Map<String, BiFunction<World, Workload, Reading>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("workload-kind", (w, x) -> Reading.choice(x.kind(), List.of())),
            Map.entry("ends", (w, x) -> new Reading.Flag(x.ends(), List.of())),
            Map.entry("membership", (w, x) -> Reading.choice(w.member(x).state(), w.member(x).evidence())),
            Map.entry("proxy-kind", (w, x) -> new Sidecar(w, x).kind()),
            Map.entry("ends-proxy", (w, x) -> endsProxy(w, x)),
            Map.entry("host-network", (w, x) -> Reading.seen(hostNetwork(x))),
            Map.entry("own-namespace", (w, x) -> new Reading.Flag(w.candidate(x.meta().namespace()), List.of())),
            Map.entry("mark-on-object", (w, x) -> Reading.seen(markOnObject(w, x))),
            Map.entry("marks-disagree", (w, x) -> Reading.seen(marksDisagree(w, x))),
            Map.entry("residue", (w, x) -> Reading.seen(residue(w, x))),
            Map.entry("data-plane-seen", (w, x) -> new Reading.Flag(w.running().stream().anyMatch(m -> !m.marks().cni()), List.of())),
            Map.entry("proxy-memory-limited", (w, x) -> new Sidecar(w, x).memoryLimited()),
            Map.entry("proxy-absence", (w, x) -> new Absence(w, x).reading()),
            Map.entry("pods-without-proxy", (w, x) -> Reading.choice(new Absence(w, x).share(), List.of())),
            Map.entry("identity-required", (w, x) -> Reading.seen(Demands.on(w, x))),
            Map.entry("proxy-init-not-started", (w, x) -> Reading.seen(FailingInits.notStarted(w, x))),
            Map.entry("proxy-init-fails", (w, x) -> Reading.seen(FailingInits.of(w, x))),
            Map.entry("init-calls-network", InitCalls::captured),
            Map.entry("runs-as-proxy", (w, x) -> Reading.seen(ProxyUsers.collisions(w, x))),
            Map.entry("runs-as-proxy-of", (w, x) -> Reading.choice(ProxyUsers.names(w, x), List.of())),
            Map.entry("node-kind", NodeKinds::of),
            Map.entry("may-take-part", WorkloadSignals::mayTakePart),
            Map.entry("mesh-name", (w, x) -> Reading.choice(marks(w, x).map(Marks::name).orElse("none"), List.of()))));

    /** Doors and tools by which a command ends the proxy beside it. */
    private static final Pattern ENDS_PROXY = Pattern.compile("(?s)quitquitquit|graceful_shutdown|:4191/shutdown"
            + "|linkerd-await\\b.*\\s(--shutdown|-S)\\b|\\bscuttle\\b|\\b(pkill|killall)\\b[^\n]*\\b(pilot-agent|envoy|linkerd2-proxy)\\b");

    /** The setting by which scuttle learns that it has a proxy to end. */
    private static final String SCUTTLE = "ISTIO_QUIT_API";

    private WorkloadSignals() {}

    /** Whether it takes part in a mesh, or would where there is none; unknown where a mesh runs and the marks of its namespace were not read. */
    static Reading mayTakePart(World world, Workload workload) {
        Membership member = world.member(workload);
        boolean runs = Clusters.meshed(world, workload.meta().namespace());
        boolean open = runs && member.state() == Membership.State.OUTSIDE
                && world.marked().memberships().labelsOfNamespace(workload.meta().namespace()).isEmpty();
        return open
                ? new Reading.Unknown(Gap.of("namespace-marks", "whether workloads of " + workload.meta().namespace() + " are in the mesh",
                        "the namespace was not read", "kubectl get namespaces -o yaml"))
                : new Reading.Flag(member.meshed() || !runs && member.state() == Membership.State.OUTSIDE, member.evidence());
    }

    private static Optional<Marks> marks(World world, Workload workload) {
        return world.catalogue().marks(world.member(workload).mesh());
    }

    private static Reading endsProxy(World world, Workload workload) {
        if (marks(world, workload).map(Marks::endsWithJobs).orElse(false)) {
            return Reading.flag(true, List.of(Evidence.of("the mesh ends the proxy when everything else in the pod is done")));
        }
        List<Evidence> ended = world.fleet().finished().getOrDefault(workload.meta().key(), List.of()).stream()
                .filter(p -> p.status().phase().equals("Succeeded") && world.marked().sightings().injected(p))
                .map(p -> new Evidence("pod " + p.key().name() + " had a proxy and has completed", p.place())).limit(1).toList();
        if (!ended.isEmpty()) {
            return Reading.seen(ended);
        }
        return Reading.seen(workload.pod().containers().stream().filter(WorkloadSignals::endsProxy)
                .map(c -> new Evidence(workload.meta().key() + " ends its proxy itself", c.place())).toList());
    }

    /** The words of a command may stand in one text or in several. */
    private static boolean endsProxy(Container container) {
        String command = container.words().stream().map(Text::value).collect(Collectors.joining(" "));
        return ENDS_PROXY.matcher(command).find() || container.env().stream().anyMatch(e -> e.name().equals(SCUTTLE));
    }

    private static List<Evidence> hostNetwork(Workload workload) {
        Text host = workload.pod().hostNetwork();
        return host.given() ? List.of(new Evidence(workload.meta().key() + " uses the network of its node", host.place())) : List.of();
    }

    private static List<Evidence> markOnObject(World world, Workload workload) {
        if (workload.kind().equals("Pod") || world.marked().sightings().ofPod(workload).stream().anyMatch(Sighting::decides)) {
            return List.of();
        }
        return world.marked().sightings().misplaced(workload).stream().filter(Sighting::decides).map(Sighting::evidence).toList();
    }

    /** The same name as label and as annotation on one pod, and they say different things. */
    private static List<Evidence> marksDisagree(World world, Workload workload) {
        List<Sighting> marks = world.marked().sightings().ofPod(workload).stream().filter(Sighting::decides).toList();
        return marks.stream().filter(a -> marks.stream()
                .anyMatch(b -> a.setting().name().equals(b.setting().name()) && a.proof() != b.proof())).map(Sighting::evidence).toList();
    }

    private static List<Evidence> residue(World world, Workload workload) {
        return world.marked().sightings().ofPod(workload).stream().filter(s -> s.proof() == Proof.RESIDUE || s.proof() == Proof.OPT_OUT)
                .filter(s -> world.running().stream().noneMatch(m -> m.marks().mesh().equals(s.mesh()))).map(Sighting::evidence).toList();
    }
}
