package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Design;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Order.Program;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Order.Style;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;

/** A small order on a small cluster with a small catalogue, of which tests change one thing at a time. */
record Examples(Order order, Scene scene, List<Variant> catalogue) {

    static final String RUN = "rabc123";
    static final List<Step.File> PROGRAM =
            List.of(new Step.File("load-generator.jar", 480_000, "aa"), new Step.File("picocli.jar", 417_640, "bb"));

    static final Load HOP = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 16, 1024);
    static final Load FASTER = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 1000, 16, 1024);

    static final Variant.Enrol NOTHING =
            new Variant.Enrol(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), "", "", "restricted", Map.of(), List.of());
    private static final Variant.Enrol INJECTION = new Variant.Enrol(Map.of("istio.io/rev", "$revision"), Map.of(), Map.of(),
            Map.of("proxy/stats", "more"), List.of(object("PeerAuthentication", "strict"), object("VirtualService", "once-$service")),
            "istio-proxy", "", "privileged", Map.of("proxy/config", "{\"workers\":1}"), List.of());

    static final Variant BASELINE = variant("baseline", Variant.Scope.NAMESPACE, Variant.Tls.NOBODY, NOTHING, List.of());
    static final Variant APP_MTLS = variant("app-mtls", Variant.Scope.NAMESPACE, Variant.Tls.APPLICATION, NOTHING,
            List.of(new Proof.Refused(Proof.From.OUTSIDE, "Plaintext is refused.")));
    static final Variant SIDECAR = variant("istio-sidecar", Variant.Scope.NAMESPACE, Variant.Tls.MESH, INJECTION,
            List.of(counter("rq_total", Proof.At.CLIENT), counter("cx_total", Proof.At.CLIENT), counter("rq_total", Proof.At.SERVER),
                    new Proof.Refused(Proof.From.OUTSIDE, "Plaintext is refused.")));
    static final Variant WIREGUARD = variant("cilium-wireguard", Variant.Scope.CLUSTER, Variant.Tls.MESH, NOTHING,
            List.of(counter("bytes_total", Proof.At.NODE_AGENT)));

    static Examples usual() {
        return new Examples(order(List.of("app-mtls", "istio-sidecar"), List.of(HOP, FASTER), List.of()),
                scene(List.of(node("one", "a", 4000)), Map.of("istio-sidecar", new Presence.There("1.31.0", "default", ""))),
                List.of(BASELINE, APP_MTLS, SIDECAR, WIREGUARD));
    }

    Examples variants(String... ids) {
        return new Examples(new Order(List.of(ids), order.loads(), order.scenarios(), order.design(), order.pods()), scene, catalogue);
    }

    Examples loads(Load... loads) {
        return new Examples(new Order(order.variants(), List.of(loads), order.scenarios(), order.design(), order.pods()), scene, catalogue);
    }

    Examples target(Order.Target target) {
        return new Examples(new Order(order.variants(), order.loads(), order.scenarios(), order.design(), order.pods(), List.of(target)),
                scene, catalogue);
    }

    Examples during(Scenario... scenarios) {
        return new Examples(new Order(order.variants(), order.loads(), List.of(scenarios), order.design(), order.pods()), scene, catalogue);
    }

    Examples seed(long seed) {
        return design(new Design(seed, List.of(2, 3), 0.1, new Margin.Share(0.1), 5, 60, 3600, 1, List.of()));
    }

    Examples design(Design design) {
        return new Examples(new Order(order.variants(), order.loads(), order.scenarios(), design, order.pods()), scene, catalogue);
    }

    Examples placed(Placement placement, int generators) {
        Order.Pods pods = new Order.Pods("img", Program.CONFIG_MAPS, 300, 300, 256, placement, generators, 1, Style.AS_SHIPPED);
        return pods(pods);
    }

    Examples pods(Order.Pods pods) {
        return new Examples(new Order(order.variants(), order.loads(), order.scenarios(), order.design(), pods), scene, catalogue);
    }

    Examples nodes(Scene.Node... nodes) {
        return new Examples(order, scene(List.of(nodes), scene.presences()), catalogue);
    }

    Examples there(String... ids) {
        Map<String, Presence> presences = new LinkedHashMap<>();
        for (String id : ids) {
            presences.put(id, new Presence.There("1", "default", ""));
        }
        return new Examples(order, scene(scene.nodes(), presences), catalogue);
    }

    Planned planned() {
        return Planning.of(RUN, order, scene, catalogue, PROGRAM);
    }

    BenchPlan plan() {
        return switch (planned()) {
            case Planned.Possible(BenchPlan plan) -> plan;
            case Planned.Impossible(List<String> mistakes) -> throw new AssertionError(mistakes);
        };
    }

    List<String> mistakes() {
        return switch (planned()) {
            case Planned.Possible possible -> List.of();
            case Planned.Impossible(List<String> mistakes) -> mistakes;
        };
    }

    static List<Step.Drive> drives(BenchPlan plan) {
        return plan.steps().stream().filter(Step.Drive.class::isInstance).map(Step.Drive.class::cast).toList();
    }

    static List<Manifest> objects(BenchPlan plan) {
        return plan.steps().stream().flatMap(step -> Description.objects(step).stream()).toList();
    }

    static Scene.Node node(String name, String zone, int freeCpu) {
        return new Scene.Node(name, zone, 8000, freeCpu, 16_000, 12_000, "6.1", "m5");
    }

    private static Order order(List<String> variants, List<Load> loads, List<Scenario> scenarios) {
        return new Order(variants, loads, scenarios, new Design(7, List.of(2, 3), 0.1, new Margin.Share(0.1), 5, 60, 3600, 1, List.of()),
                new Order.Pods("eclipse-temurin:25-jre", Program.CONFIG_MAPS, 300, 300, 256, Placement.SAME_NODE, 1, 1, Style.AS_SHIPPED));
    }

    private static Scene scene(List<Scene.Node> nodes, Map<String, Presence> presences) {
        return new Scene("kind", "https://127.0.0.1:6443", nodes, presences, List.of(), Map.of(), List.of(), List.of(), List.of());
    }

    private static Proof.Counter counter(String name, Proof.At at) {
        return new Proof.Counter(name, Map.of(), at, 15020, "/stats/prometheus", Proof.By.REQUESTS, List.of(), name + " moves.");
    }

    private static Map<String, Object> object(String kind, String name) {
        return Map.of("apiVersion", "mesh.io/v1", "kind", kind, "metadata", Map.of("name", name, "namespace", "$namespace"));
    }

    private static Variant variant(String id, Variant.Scope scope, Variant.Tls tls, Variant.Enrol enrol, List<Proof> proofs) {
        List<Variant.Sign> signs =
                tls == Variant.Tls.MESH ? List.of(new Variant.Sign("v1/pods", "", Map.of(), "", "", "", false)) : List.of();
        return new Variant(id, id, Variant.Rank.PLAIN, scope, tls, new Variant.Detect(signs, "", List.of(), "install it"), enrol, proofs,
                new Variant.Bill(List.of(), List.of(), List.of()), new Variant.Faults(
                        id.equals("istio-sidecar") ? "http://127.0.0.1:15020/quitquitquit" : "", Map.of(), Map.of(),
                        id.equals("istio-sidecar") ? Map.of("proxy/config", "{\"ttl\":\"2m\"}") : Map.of(),
                        id.equals("istio-sidecar") ? List.of(counter("renewed_total", Proof.At.CLIENT)) : List.of()),
                new Variant.Install(List.of(), List.of(), List.of()), List.of(), List.of(), "here",
                id.equals("istio-sidecar") ? List.of(counter("left_total", Proof.At.CLIENT)) : List.of());
    }

    /** Numbers from one on. */
    static List<Integer> upTo(int last) {
        return new ArrayList<>(IntStream.rangeClosed(1, last).boxed().toList());
    }
}
