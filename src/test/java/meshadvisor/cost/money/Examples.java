package meshadvisor.cost.money;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Chain;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Part.Size;
import meshadvisor.cost.overhead.Part.Where;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Live;
import meshadvisor.model.Measured;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed;
import meshadvisor.model.Place;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Text;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;

/** A shop, its cluster, and what variants add to it. */
final class Examples {

    static final Said MEASURED = new Said(Basis.MEASURED, "a meter", "2026-09-01", "", List.of());
    static final Said PUBLISHED = new Said(Basis.PUBLISHED, "a page", "2026-08", "", List.of());

    private Examples() {}

    /** Manifests of so many services that call each other in a row. */
    static String shop(int services) {
        return IntStream.range(0, services).mapToObj(i -> """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: s%1$d, namespace: shop}, spec: {replicas: 2, selector: {matchLabels:
                {app: s%1$d}}, template: {metadata: {labels: {app: s%1$d}}, spec: {containers: [{name: main, image: 'shop/s%1$d:1', env:
                [{name: NEXT, value: 'http://s%2$d:80'}]}]}}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: s%1$d, namespace: shop}, spec: {selector: {app: s%1$d}, ports: [{port: 80}]}}
                """.formatted(i, i + 1)).collect(Collectors.joining("---\n"));
    }

    static World manifests(int services) {
        return Scan.of(shop(services)).world();
    }

    /** The shop in a cluster of m5.xlarge nodes in two zones, each pod requesting so many millicores. */
    static World running(int services, int nodes, int millicores) {
        ClusterSnapshot files = Scan.of(shop(services)).snapshot();
        List<ClusterNode> machines = IntStream.range(0, nodes).mapToObj(Examples::node).toList();
        List<RunningPod> pods = IntStream.range(0, services * 2).mapToObj(i -> pod(i, nodes, millicores)).toList();
        Live live = new Live(new Live.Server("c", Text.NONE, Live.Scope.ALL, "", List.of()), machines, pods, List.of(), List.of(),
                Live.NONE.bounds(), List.of(), Live.NONE.usage());
        return World.of(new ClusterSnapshot(files.origin(), files.definitions(), files.running(), files.traffic(), files.policies(),
                files.installed(), live, files.uses(), files.inputs(), files.observed(), files.code()), Knowledge.CATALOGUE,
                Scan.of("").answers());
    }

    /** The same system, in which p99 of a service was observed. */
    static World slow(World world, String service, double millis) {
        Measured none = new Measured.Missing("not asked");
        Observed.Flow flow =
                new Observed.Flow(Observed.Peer.UNKNOWN, new Observed.Peer("shop", service), "http", Observed.Encryption.NO_DATA,
                        new Observed.Load(new Measured.Value(5), none, none, none, new Measured.Value(millis), none), "test", "test");
        Observed observed = new Observed(new Observed.Window("1h", "2026-09-17T00:00:00Z"), List.of(), List.of(flow), Observed.Chains.NONE);
        return World.of(world.snapshot().with(observed, List.of()), world.catalogue(), world.answers());
    }

    private static ClusterNode node(int number) {
        ClusterNode.Room room =
                new ClusterNode.Room(new Resources(meshadvisor.model.Amount.of(4_000), meshadvisor.model.Amount.of(16L << 30)),
                        meshadvisor.model.Amount.of(58));
        return new ClusterNode(new ObjectKey("", "Node", "", "n" + number), Place.NOWHERE, Map.of(),
                new ClusterNode.Machine("aws:///us-east-1a/i-" + number, "m5.xlarge", "us-east-1", "us-east-1" + "ab".charAt(number % 2)),
                new ClusterNode.Software("linux", "amd64", "v1.34.0", "6.1", "containerd://2"), room, room,
                new ClusterNode.Condition(true, false, List.of()));
    }

    private static RunningPod pod(int number, int nodes, int millicores) {
        ObjectKey owner = new ObjectKey("apps", "ReplicaSet", "shop", "s" + number / 2);
        Resources requests = new Resources(meshadvisor.model.Amount.of(millicores), meshadvisor.model.Amount.of(256L << 20));
        RunningContainer container = new RunningContainer("main", "shop/s:1", Role.REGULAR, requests, Resources.UNSTATED,
                new RunningContainer.State(meshadvisor.model.Amount.UNSTATED, true, "", "", ""));
        return new RunningPod(new ObjectKey("", "Pod", "shop", "p" + number), Place.NOWHERE, Map.of(), Map.of(),
                new RunningPod.Owner(owner, new ObjectKey("apps", "Deployment", "shop", "s" + number / 2)),
                new RunningPod.Placement("n" + number % nodes, false), new RunningPod.Status("Running", "", "", "", ""),
                List.of(container));
    }

    static Amount amount(double low, double likely, double high, String unit) {
        return new Amount(new Range(low, likely, high), unit, PUBLISHED);
    }

    static Part part(Where where, int count, Size requested) {
        return new Part("proxy", where, count, requested, requested, amount(10, 100, 400, "millicores"), amount(50, 400, 900, "MiB"));
    }

    /** Proxies in pods, a control plane beside them. */
    static Overhead sidecars(int pods) {
        return new Overhead("istio", "istio-sidecar", "Istio sidecar", List.of(part(Where.POD, pods, new Size(100, 128)),
                part(Where.OWN, 1, new Size(500, 2048))), amount(0.2, 0.6, 1.5, "ms"), amount(0.3, 0.9, 3, "ms"), List.of());
    }

    /** Proxies on nodes. */
    static Overhead onNodes(int nodes) {
        return new Overhead("istio", "istio-ambient", "Istio ambient", List.of(part(Where.NODE, nodes, new Size(300, 612))),
                amount(0.1, 0.16, 0.5, "ms"), amount(0.1, 0.2, 1, "ms"), List.of());
    }

    /** Of every variant that the catalogue knows to run, the parts of {@link #sidecars}. */
    static Overhead[] everyVariant() {
        return Knowledge.LIBRARY.paths("meshes/", ".yaml").stream().filter(p -> p.split("/", -1).length == 4 && p.contains("/variants/"))
                .map(p -> new Overhead(p.split("/", -1)[1], p.split("/", -1)[3].replace(".yaml", ""), p, sidecars(8).parts(),
                        sidecars(8).hopP50(), sidecars(8).hopP99(), List.of()))
                .toArray(Overhead[]::new);
    }

    /** What these variants are estimated to add to a system, with one chain of four calls. */
    static Estimate estimate(World world, Overhead... overheads) {
        Scale scale = Scale.of(world, Scale.Stated.NOTHING);
        return new Estimate(scale, Stream.of(overheads).map(Examples::forecast).toList(), List.of());
    }

    private static Forecast forecast(Overhead overhead) {
        double per = overhead.hopP99().range().likely();
        List<Double> draws = IntStream.range(0, 100).mapToObj(i -> per * (2 + i / 25.0)).toList();
        Chain chain =
                new Chain(List.of("shop/s0", "shop/s1", "shop/s2", "shop/s3", "shop/s4"), 4, true, amount(per, 2 * per, 3 * per, "ms"),
                        amount(2 * per, 4 * per, 6 * per, "ms"), amount(2 * per, 4 * per, 6 * per, "ms"), draws);
        return new Forecast(overhead, amount(1, 2, 3, "millicores"), amount(1, 2, 3, "MiB"), List.of(chain), List.of(), List.of(),
                List.of());
    }

    static Prices prices(String cloud, PriceList... own) {
        return new Prices(Prices.of(Knowledge.LIBRARY, Stream.of(own).findFirst(), cloud), own.length == 0 ? "USD" : own[0].currency(), 0,
                List.of());
    }

    static PriceList list(String yaml) {
        return meshadvisor.catalog.Library.ofYaml(Map.of("mine.yaml", yaml)).read("mine.yaml", PriceList.class);
    }

    static Sheet sheet(Bill bill, String option) {
        return Optional.of(bill).flatMap(b -> b.sheet(option)).orElseThrow();
    }
}
