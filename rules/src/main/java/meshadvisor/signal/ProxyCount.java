package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import meshadvisor.model.Container.Role;

/**
 * How many running pods have a proxy of a mesh and version.
 *
 * @param mesh id of the vendor
 * @param version empty where the image does not tell
 * @param sidecar {@code native} or {@code classic}; {@code gateway} for a pod that is a proxy and nothing else, as gateways and waypoints are
 */
public record ProxyCount(String mesh, String version, String sidecar, int pods) {

    private record Kind(String mesh, String version, String sidecar) {}

    /** The most frequent first. */
    public static List<ProxyCount> of(World world) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        world.fleet().proxies().values().forEach(all -> all.stream().filter(p -> p.container().role() != Role.INIT).forEach(p -> counts
                .merge(new Kind(p.sighting().mesh(), p.sighting().version().value(),
                        like(world, p)), p.pods().part(), Integer::sum)));
        List<ProxyCount> list = new ArrayList<>();
        counts.forEach((kind, pods) -> list.add(new ProxyCount(kind.mesh, kind.version, kind.sidecar, pods)));
        list.sort(Comparator.comparingInt(ProxyCount::pods).reversed().thenComparing(ProxyCount::mesh).thenComparing(ProxyCount::version)
                .thenComparing(ProxyCount::sidecar));
        return list;
    }

    private static String like(World world, RunningProxy proxy) {
        String name = proxy.container().name();
        String image = proxy.container().image().value();
        boolean alone = world.fleet().of(proxy.workload()).stream()
                .filter(p -> p.containers().stream().anyMatch(c -> c.name().equals(name) && c.image().equals(image)))
                .allMatch(p -> p.containers().stream().filter(c -> c.role() != Role.INIT).count() == 1);
        return alone ? "gateway" : proxy.container().role() == Role.NATIVE_SIDECAR ? "native" : "classic";
    }
}
