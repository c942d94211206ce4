package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.packing.Pools;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed;
import meshadvisor.model.RunningPod;
import meshadvisor.signal.Application;
import meshadvisor.signal.Languages;
import meshadvisor.signal.World;

/**
 * How much of everything there is, in one cluster.
 *
 * @param drivers what items are counted by, as products; without what depends on the answer
 * @param requests per second between services
 * @param pods that would take part in a mesh
 * @param nodes of one cluster
 * @param grow the running pods that would take part, empty where none were read
 */
record Scale(Map<Driver, List<Factor>> drivers, Factor requests, Factor pods, Factor nodes, Set<ObjectKey> grow) {

    /** Seconds of a month of 730 hours, in which clouds count. */
    static final double SECONDS = 730 * 3_600;

    Scale {
        drivers = Map.copyOf(drivers);
        grow = Set.copyOf(grow);
    }

    static Scale of(World world, Prices prices, Wanted wanted, Optional<Pools> pools) {
        int services = world.count();
        Set<ObjectKey> grow = grow(world);
        Factor pods = grow.isEmpty() ? declared(world) : Factor.counted("pods", grow.size(), "pods that run in namespaces of the applications");
        Factor nodes = pools.map(p -> Factor.counted("nodes", p.nodes(), "nodes of the cluster"))
                .orElseGet(() -> divided("nodes", pods, prices.of("pods-per-node")));
        Factor requests = requests(world, prices).times(wanted.requests());
        Map<Driver, List<Factor>> drivers = new EnumMap<>(Driver.class);
        drivers.put(Driver.CLUSTER, List.of(Factor.counted("clusters", wanted.clusters(), "stated or read")));
        drivers.put(Driver.SERVICE, List.of(Factor.counted("services", services, "application services of the scan")));
        drivers.put(Driver.LANGUAGE, List.of(languages(world, prices)));
        drivers.put(Driver.NAMESPACE, List.of(Factor.counted("namespaces", namespaces(world).size(), "namespaces with application services")));
        drivers.put(Driver.NODE, List.of(nodes));
        drivers.put(Driver.POD, List.of(pods.times(wanted.replicas())));
        drivers.put(Driver.GIGABYTE, List.of(requests, prices.of("bytes-per-request"), Factor.exactly(SECONDS / 1e9)));
        drivers.put(Driver.L7_SHARE, List.of(prices.of("l7-share")));
        drivers.put(Driver.CROSS_ZONE_SHARE, List.of(crossing(prices, pools)));
        return new Scale(drivers, requests, pods.times(wanted.replicas()), nodes, grow);
    }

    List<Factor> of(Driver driver) {
        return drivers.getOrDefault(driver, List.of());
    }

    /** What the sheets rest on, for readers: counted, observed or supposed. */
    List<Factor> inputs(Prices prices) {
        List<Factor> inputs = new ArrayList<>();
        for (Driver driver : List.of(Driver.CLUSTER, Driver.SERVICE, Driver.LANGUAGE, Driver.POD, Driver.NODE)) {
            inputs.addAll(of(driver));
        }
        inputs.add(requests);
        List.of("bytes-per-request", "hour-of-work", "cpu-hour", "memory-hour", "cross-zone-gb", "thousand-series-month")
                .forEach(id -> inputs.add(prices.of(id)));
        return inputs;
    }

    private static Set<String> namespaces(World world) {
        return world.applications().counted().stream().map(Application::namespace).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pods in namespaces of the applications that can have a proxy and are not meant to end. */
    private static Set<ObjectKey> grow(World world) {
        Set<String> namespaces = namespaces(world);
        return world.snapshot().live().pods().stream()
                .filter(p -> !p.finished() && !p.placement().hostNetwork() && namespaces.contains(p.key().namespace()))
                .filter(p -> !Set.of("Job", "DaemonSet").contains(p.owner().controller().kind())).map(RunningPod::key)
                .collect(Collectors.toSet());
    }

    private static Factor declared(World world) {
        Stream<ObjectKey> keys = world.applications().counted().stream().flatMap(a -> a.workloads().stream()).map(w -> w.meta().key());
        List<ObjectKey> distinct = keys.distinct().toList();
        int replicas = world.applications().counted().stream().flatMap(a -> a.workloads().stream())
                .collect(Collectors.toMap(w -> w.meta().key(), w -> Math.max(1, w.replicas()), Math::max)).values().stream()
                .mapToInt(Integer::intValue).sum();
        Said said = new Said(Basis.ASSUMED, "replicas as manifests declare them", "", "autoscalers may run more",
                List.of("how many pods run"));
        return distinct.isEmpty() ? Factor.counted("pods", 0, "no application in the scan")
                : new Factor("pods", new Range(replicas, replicas, replicas * 1.5), said);
    }

    private static Factor languages(World world, Prices prices) {
        int seen = Languages.of(world).size();
        Said said = new Said(Basis.ASSUMED, "languages that manifests tell of", "", "there may be others", List.of("which languages"));
        return seen == 0 ? prices.of("languages") : new Factor("languages", new Range(seen, seen, seen + 1), said);
    }

    private static Factor requests(World world, Prices prices) {
        Observed observed = world.snapshot().observed();
        double seen = observed.flows().stream().mapToDouble(f -> f.load().requests().orNothing()).sum();
        if (seen > 0) {
            String when = observed.window().length() + " before " + observed.window().end();
            return new Factor("requests/s", Range.exactly(seen),
                    new Said(Basis.MEASURED, "observed traffic", observed.window().end(), "mean of the " + when, List.of()));
        }
        Factor each = prices.of("requests-per-service");
        return new Factor("requests/s", each.range(), each.said()).times(world.count());
    }

    private static Factor crossing(Prices prices, Optional<Pools> pools) {
        int zones = pools.map(p -> p.zones().size()).orElse(0);
        if (zones == 0) {
            return prices.of("cross-zone-share");
        }
        double share = 1 - 1.0 / zones;
        Said said = new Said(Basis.PREDICTED, zones + (zones == 1 ? " zone" : " zones") + " of the nodes", "",
                "where nothing keeps requests in their zone", List.of());
        return new Factor("share of traffic that crosses zones", new Range(share / 2, share, share), said);
    }

    private static Factor divided(String name, Factor what, Factor by) {
        Range range = new Range(Math.max(1, Math.ceil(what.range().low() / by.range().high())),
                Math.max(1, Math.ceil(what.range().likely() / by.range().likely())),
                Math.max(1, Math.ceil(what.range().high() / by.range().low())));
        List<String> inputs = new ArrayList<>(what.said().inputs());
        inputs.addAll(by.said().inputs());
        return new Factor(name, range, new Said(Basis.ASSUMED, by.said().source(), by.said().date(), by.said().conditions(), inputs));
    }
}
