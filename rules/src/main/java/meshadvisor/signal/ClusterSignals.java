package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.Marks;
import meshadvisor.catalog.Need;
import meshadvisor.catalog.Question;
import meshadvisor.model.Answers.Said;
import meshadvisor.model.Delivery;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Use;
import meshadvisor.model.Use.Hop;
import meshadvisor.signal.code.CodeReadings;

/** Signals about the whole system: what the tree, the ranking and rules about meshes ask for. */
public final class ClusterSignals implements Readings {

    /** What the snapshot alone tells, whatever people say. */
    private static final Map<String, Function<World, Reading>> SEEN = new TreeMap<>(Map.ofEntries(
            Map.entry("application-services", ClusterSignals::applicationServices),
            Map.entry("mesh", w -> Reading.choice(w.mesh().map(m -> m.marks().mesh()).orElse("none"), meshEvidence(w))),
            Map.entry("mesh-variant", w -> Reading.choice(w.mesh().map(MeshSeen::variant).orElse("none"), meshEvidence(w))),
            Map.entry("cni-encrypts", ClusterSignals::cniEncrypts),
            Map.entry("header-split-edge-only", w -> edgeOnly(w, "split-header")),
            Map.entry("weight-split-internal", ClusterSignals::weightSplitInternal),
            Map.entry("weight-split-routed", w -> Reading.seen(routed(w))),
            Map.entry("rate-limit-edge-only", w -> edgeOnly(w, "rate-limit-local")),
            Map.entry("jobs", w -> DayOne.amount(DayOne.jobs(w))),
            Map.entry("host-network-workloads", w -> DayOne.amount(DayOne.hostNetwork(w))),
            Map.entry("network-policies", w -> DayOne.amount(DayOne.networkPolicies(w))),
            Map.entry("network-init-containers", w -> DayOne.amount(DayOne.networkInitContainers(w))),
            Map.entry("undeclared-ports", w -> DayOne.amount(DayOne.undeclaredPorts(w))),
            Map.entry("udp-ports", w -> DayOne.amount(DayOne.udpPorts(w))),
            Map.entry("applications-encrypt", CodeReadings::encrypts),
            Map.entry("application-authorizes", ClusterSignals::applicationAuthorizes),
            Map.entry("flags-in-use", CodeReadings::flags),
            Map.entry("telemetry", Telemetry::reading),
            Map.entry("l7-share", L7Share::reading)));

    /** What people may say; where nobody did, what is seen under the same name counts. */
    private static final Map<String, Function<World, Reading>> SAID = new TreeMap<>(Map.of(
            "cni", ClusterSignals::cni,
            "cni-joins-clusters", ClusterSignals::cniJoinsClusters,
            "application-authorizes", w -> answered(w, question(w, "application-authorizes")),
            "code-changeable", ClusterSignals::codeChangeable,
            "code-changeable-assumed", ClusterSignals::codeChangeableAssumed,
            "identity-needed", ClusterSignals::identityNeeded,
            "telemetry", w -> answered(w, question(w, "telemetry-in-place"))));

    /** The value of a delivery tool's chart that names a router for all of its releases. */
    private static final String ROUTER_OF_ALL = "meshProvider";

    private final World world;
    private final Map<String, Reading> seen;
    private final Map<String, Reading> known = new HashMap<>();

    /** Signals of that world, each computed when it is first asked for. */
    public ClusterSignals(World world) {
        this(world, new HashMap<>());
    }

    private ClusterSignals(World world, Map<String, Reading> seen) {
        this.world = world;
        this.seen = seen;
    }

    /** The signals of the same system after other answers: what was seen is not looked for again. */
    public ClusterSignals after(World changed) {
        return new ClusterSignals(changed, changed.applications().equals(world.applications()) ? seen : new HashMap<>());
    }

    /** Names that do not come from a question. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(SEEN.keySet());
        names.addAll(SAID.keySet());
        return names;
    }

    @Override
    public Reading of(String signal) {
        Reading reading = known.get(signal);
        if (reading == null) {
            reading = compute(signal);
            known.put(signal, reading);
        }
        return reading;
    }

    private Reading compute(String signal) {
        Function<World, Reading> said = SAID.get(signal);
        Function<World, Reading> look = SEEN.get(signal);
        if (said != null && (look == null || !(said.apply(world) instanceof Reading.Unknown))) {
            return said.apply(world);
        }
        if (look != null) {
            return seen.computeIfAbsent(signal, s -> look.apply(world));
        }
        if (signal.startsWith("need-")) {
            return need(signal.substring(5));
        }
        return world.catalogue().questions().stream().filter(q -> q.id().equals(signal)).findFirst().map(q -> answered(world, q))
                .orElseThrow(() -> new UnknownSignal(signal, "the whole system"));
    }

    /** Whether a need is stated or observed. */
    private Reading need(String id) {
        Said said = world.answers().needs().get(id);
        if (said != null && !said.unknown()) {
            return new Reading.Flag(said.value().equals("yes"),
                    List.of(new Evidence("stated " + said.value() + ", " + said.attribution(), said.place())));
        }
        Need need = world.catalogue().needs().stream().filter(n -> n.id().equals(id)).findFirst()
                .orElseThrow(() -> new UnknownSignal("need-" + id, "the whole system"));
        List<Evidence> uses = world.seen(need);
        return uses.isEmpty() ? new Reading.Unknown(Gap.of("need-" + id, need.title(), "nobody stated it", need.ask()))
                : Reading.flag(true, uses);
    }

    /** What people answered to a question, as a flag, a number or a word. */
    static Reading answered(World world, Question question) {
        Said said = world.answers().facts().get(question.id());
        if (said == null || said.unknown()) {
            return new Reading.Unknown(Gap.of(question.id(), question.ask(), said == null ? "nobody said" : "stated as unknown",
                    "answer \"" + question.id() + "\" in an answers file (meshadvisor questions writes one): " + question.ask()));
        }
        List<Evidence> evidence = List.of(new Evidence(question.id() + ": " + said.value() + ", " + said.attribution(), said.place()));
        if (question.options().contains("number")) {
            return Reading.amount(Double.parseDouble(said.value()), evidence);
        }
        return question.options().contains("yes") ? Reading.flag(said.value().equals("yes"), evidence)
                : Reading.choice(said.value(), evidence);
    }

    private static Reading applicationServices(World world) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence
                .of(counted(world.count(), "application service") + " counted, " + counted(world.applications().leftOut().size(), "object")
                        + " left out"));
        return Reading.amount(world.count(), evidence);
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static List<Evidence> meshEvidence(World world) {
        return world.mesh().map(m -> m.deciding().stream().limit(3).toList()).orElse(List.of());
    }

    private static Reading cni(World world) {
        return world.running().stream().filter(m -> m.marks().cni()).findFirst()
                .<Reading>map(m -> Reading.choice(m.marks().mesh(), m.deciding().stream().limit(3).toList()))
                .or(() -> NetworkSeen.cni(world)).orElseGet(() -> answered(world, question(world, "cni-in-use")));
    }

    private static Reading cniJoinsClusters(World world) {
        if (!(cni(world) instanceof Reading.Choice cni)) {
            return cni(world);
        }
        boolean joins = world.catalogue().marks(cni.value()).filter(Marks::cni).isPresent() && world.catalogue().capabilities().stream()
                .anyMatch(c -> c.variant().equals(cni.value()) && c.capability().equals("multi-cluster") && c.state().there());
        return new Reading.Flag(joins, cni.seenAt());
    }

    private static Question question(World world, String id) {
        return world.catalogue().questions().stream().filter(q -> q.id().equals(id)).findFirst()
                .orElseThrow(() -> new UnknownSignal(id, "the whole system"));
    }

    /** Whether the CNI is told to encrypt or authenticate: its own resources say so, no mesh is needed for it. */
    private static Reading cniEncrypts(World world) {
        Set<String> cnis = new HashSet<>();
        List<Evidence> values = new ArrayList<>();
        for (MeshSeen cni : world.running().stream().filter(m -> m.marks().cni()).toList()) {
            cnis.add(cni.marks().mesh());
            world.marked().values(cni.marks().mesh(), cni.marks().encryptionValues()).filter(v -> v.value().equals("true"))
                    .forEach(v -> values.add(new Evidence("the chart of " + cni.marks().name() + " is told to encrypt", v.place())));
        }
        Stream<Evidence> uses = world.snapshot().uses().stream()
                .filter(u -> cnis.contains(u.by()) && (u.capability().equals("mtls-identity") || u.capability().equals("link-encryption")))
                .map(Use::evidence);
        List<Evidence> seen = Stream.concat(values.stream(), uses).sorted().toList();
        if (!seen.isEmpty()) {
            return Reading.seen(seen);
        }
        return settingsUnread(world)
                ? new Reading.Unknown(Gap.of("cni-encryption", "whether the CNI encrypts between nodes",
                        "it keeps its settings in a ConfigMap, and ConfigMaps of a cluster are not read unasked",
                        "assess again with --call-graph-from-configmaps, or ask the CNI's own command line"))
                : new Reading.Flag(false, List.of(Evidence.of("nothing in the scan makes the CNI encrypt")));
    }

    /** Whether the agent of a CNI that can encrypt runs in a cluster, and no ConfigMap was read. */
    private static boolean settingsUnread(World world) {
        return world.snapshot().live().seen() && world.running().stream().anyMatch(m -> m.marks().cni() && !m.implied())
                && world.snapshot().definitions().stream().noneMatch(d -> d.key().kind().equals("ConfigMap"));
    }

    /** What people say counts; where they say nothing, whether the code is here; where they say that nobody knows, nobody knows. */
    private static Reading codeChangeable(World world) {
        Reading said = answered(world, question(world, "code-changeable"));
        return said instanceof Reading.Unknown(Gap gap) && !world.answers().facts().containsKey("code-changeable")
                ? CodeReadings.changeable(world, gap) : said;
    }

    private static Reading applicationAuthorizes(World world) {
        Reading said = answered(world, question(world, "application-authorizes"));
        return said instanceof Reading.Unknown(Gap gap) ? CodeReadings.authorizes(world, gap) : said;
    }

    /** Unknown counts as changeable here, and the report says that it was assumed; only an explicit "unknown" stays open. */
    private static Reading codeChangeableAssumed(World world) {
        Reading said = codeChangeable(world);
        boolean silent = !world.answers().facts().containsKey("code-changeable");
        return said instanceof Reading.Unknown && silent
                ? Reading.flag(true, List.of(Evidence.of("that the code can be changed is assumed: nobody said otherwise"))) : said;
    }

    private static Reading identityNeeded(World world) {
        Reading said = answered(world, question(world, "identity-needed"));
        return said instanceof Reading.Unknown
                ? Reading.flag(true,
                        List.of(Evidence
                                .of("that callers must be identified, not only traffic encrypted, is assumed: nobody said otherwise")))
                : said;
    }

    /** Unknown where something is split and no manifest tells at which hop. */
    private static Reading weightSplitInternal(World world) {
        List<Evidence> inside = splits(world, Hop.INTERNAL);
        return inside.isEmpty() && !splits(world, Hop.UNKNOWN).isEmpty() ? new Reading.Unknown(Gap.of("split-hop",
                "at which hop requests are split", "no router is named, or it acts at both hops",
                "name the router in the delivery tool's resource"))
                : Reading.seen(inside);
    }

    private static List<Evidence> splits(World world, Hop hop) {
        return world.snapshot().uses().stream().filter(u -> u.capability().equals("split-weight") && u.hop() == hop).map(Use::evidence)
                .sorted()
                .toList();
    }

    private static List<Evidence> routed(World world) {
        List<Delivery> deliveries = world.snapshot().traffic().deliveries();
        Stream<Evidence> own = deliveries.stream().filter(d -> d.router().given())
                .map(d -> new Evidence(d.meta().key() + " names the traffic router " + d.router(), d.router().place()));
        Set<String> tools = deliveries.stream().map(Delivery::tool).collect(Collectors.toSet());
        Stream<Evidence> all = world.marked().installs().stream().filter(i -> tools.contains(ImageReference.name(i.chart().value())))
                .flatMap(i -> Stream.ofNullable(i.values().get(ROUTER_OF_ALL)).filter(v -> v.given() && !v.value().equals("kubernetes"))
                        .map(v -> new Evidence(i.tool() + " " + i.meta().name() + " names the traffic router " + v + " for all releases",
                                v.place())));
        return Stream.concat(own, all).toList();
    }

    private static Reading edgeOnly(World world, String capability) {
        List<Use> uses = world.snapshot().uses().stream().filter(u -> u.capability().equals(capability)).toList();
        boolean edge = !uses.isEmpty() && uses.stream().allMatch(u -> u.hop() == Hop.EDGE);
        List<Evidence> evidence = uses.stream().map(Use::evidence).sorted().toList();
        return new Reading.Flag(edge,
                evidence.isEmpty() ? List.of(Evidence.of("nothing in the scan does this at the edge only")) : evidence);
    }
}
