package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Container;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/**
 * A proxy that stands in what was scanned: in a manifest, in a patch, or as a chart that installs node proxies.
 *
 * @param source {@code manifest}, {@code patch}, {@code chart}, {@code injection} for one that runs in pods into which it was injected, or
 *        {@code gateway} for a pod that is a proxy and nothing else
 * @param pods in how many pods it runs, in words; empty where no pods were read
 */
record Proxy(String mesh, String source, ObjectKey object, Place place, Text version, String container, String pods) {

    static List<Proxy> of(World world) {
        List<Proxy> proxies = new ArrayList<>();
        for (Workload workload : world.snapshot().running().workloads()) {
            Membership member = world.member(workload);
            if (member.state() == State.BAKED_IN) {
                Place place = member.proxies().getFirst().place();
                proxies.add(new Proxy(member.mesh(), source(workload, member), workload.meta().key(), place, member.proxyVersion(),
                        member.proxies().getFirst().name(), ""));
            }
            running(world, workload, proxies);
        }
        orphans(world, proxies);
        world.marked().of(Proof.NODE_AGENT).stream().filter(s -> s.version().given())
                .forEach(s -> proxies.add(new Proxy(s.mesh(), "chart", s.object(), s.version().place(), s.version(), "", "")));
        return proxies;
    }

    /** One for each version, so that a restart that stopped half-way is seen. */
    private static void running(World world, Workload workload, List<Proxy> proxies) {
        Set<String> versions = new HashSet<>();
        for (RunningProxy proxy : world.fleet().injected(workload.meta().key())) {
            Sighting sighting = proxy.sighting();
            if (versions.add(sighting.version().value())) {
                proxies.add(new Proxy(sighting.mesh(), "injection", workload.meta().key(), proxy.container().place(), sighting.version(),
                        proxy.container().name(), proxy.pods().words()));
            }
        }
    }

    private static String source(Workload workload, Membership member) {
        List<Container> own = workload.pod().longRunning().toList();
        if (!own.containsAll(member.proxies())) {
            return "patch";
        }
        return member.proxies().containsAll(own) ? "gateway" : "manifest";
    }

    /** Proxies of patches whose target is not in the scan. */
    private static void orphans(World world, List<Proxy> proxies) {
        Set<String> files = proxies.stream().map(p -> p.place().file()).collect(Collectors.toSet());
        world.snapshot().installed().patches().forEach(patch -> {
            boolean target = files.contains(patch.place().file());
            ObjectKey key = new ObjectKey("", patch.kind(), patch.namespace(), patch.name());
            patch.containers().stream().map(c -> world.marked().sightings().container(key, c)).flatMap(Optional::stream)
                    .filter(s -> s.proof() == Proof.PROXY && !target).limit(1)
                    .forEach(s -> {
                        proxies.add(new Proxy(s.mesh(), "patch", key, s.evidence().place(), s.version(), "", ""));
                        files.add(s.evidence().place().file());
                    });
        });
    }
}
