package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.cost.packing.Pools;
import meshadvisor.model.ObjectKey;
import meshadvisor.signal.Application;
import meshadvisor.signal.Languages;
import meshadvisor.signal.Population;
import meshadvisor.signal.World;

/**
 * How much of everything there is, in one cluster: what was counted, and for the traffic what the estimate supposes.
 *
 * @param drivers what items are counted by, as products; without what depends on the answer
 * @param requests per second between services
 * @param pods that would take part in a mesh
 * @param nodes of one cluster
 * @param grow the running pods that would take part, empty where none were read
 */
record Counts(Map<Driver, List<Factor>> drivers, Factor requests, Factor pods, Factor nodes, Set<ObjectKey> grow) {

    /** Seconds of a month of 730 hours, in which clouds count. */
    static final double SECONDS = 730 * 3_600;

    Counts {
        drivers = Map.copyOf(drivers);
        grow = Set.copyOf(grow);
    }

    static Counts of(World world, Scale scale, Prices prices, Wanted wanted, Optional<Pools> pools) {
        int services = world.count();
        Factor pods = factor("pods", scale.pods());
        Factor nodes = factor("nodes", scale.nodes());
        Factor requests = factor("requests/s", scale.requests()).times(wanted.requests());
        Map<Driver, List<Factor>> drivers = new EnumMap<>(Driver.class);
        drivers.put(Driver.CLUSTER, List.of(Factor.counted("clusters", wanted.clusters(), "stated or read")));
        drivers.put(Driver.SERVICE, List.of(Factor.counted("services", services, "application services of the scan")));
        drivers.put(Driver.LANGUAGE, List.of(languages(world, prices)));
        drivers.put(Driver.NAMESPACE,
                List.of(Factor.counted("namespaces", namespaces(world).size(), "namespaces with application services")));
        drivers.put(Driver.NODE, List.of(nodes));
        drivers.put(Driver.POD, List.of(pods.times(wanted.replicas())));
        drivers.put(Driver.GIGABYTE,
                List.of(requests, factor("KiB of a request and its answer", scale.kibibytes()), Factor.exactly(1024 * SECONDS / 1e9)));
        drivers.put(Driver.L7_SHARE, List.of(factor("share of requests that need HTTP features", scale.httpShare())));
        drivers.put(Driver.CROSS_ZONE_SHARE, List.of(crossing(prices, pools)));
        return new Counts(drivers, requests, pods.times(wanted.replicas()), nodes, Population.of(world).members());
    }

    private static Factor factor(String name, Amount amount) {
        return new Factor(name, amount.range(), amount.said());
    }

    List<Factor> of(Driver driver) {
        return drivers.getOrDefault(driver, List.of());
    }

    /** How many pods or nodes there are that have such a part; 1 where it stands by itself. */
    Factor number(Part.Where where) {
        return switch (where) {
            case POD -> atLeastOne(pods);
            case NODE -> atLeastOne(nodes);
            case OWN -> Factor.exactly(1);
        };
    }

    private static Factor atLeastOne(Factor number) {
        return number.range().likely() > 0 ? number : Factor.exactly(1);
    }

    /** What the sheets rest on, for readers: counted, observed or supposed. */
    List<Factor> inputs(Prices prices) {
        List<Factor> inputs = new ArrayList<>();
        for (Driver driver : List.of(Driver.CLUSTER, Driver.SERVICE, Driver.LANGUAGE, Driver.POD, Driver.NODE)) {
            inputs.addAll(of(driver));
        }
        inputs.addAll(of(Driver.GIGABYTE).subList(0, 2));
        List.of("hour-of-work", "cpu-hour", "memory-hour", "cross-zone-gb", "thousand-series-month")
                .forEach(id -> inputs.add(prices.of(id)));
        return inputs;
    }

    private static Set<String> namespaces(World world) {
        return world.applications().counted().stream().map(Application::namespace).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Factor languages(World world, Prices prices) {
        int seen = Languages.of(world).size();
        Said said = new Said(Basis.ASSUMED, "languages that manifests tell of", "", "there may be others", List.of("which languages"));
        return seen == 0 ? prices.of("languages") : new Factor("languages", new Range(seen, seen, seen + 1), said);
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
}
