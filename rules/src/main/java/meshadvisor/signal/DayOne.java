package meshadvisor.signal;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.model.Evidence;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/** What in a system meets a mesh on the first day. Only the user's own namespaces count: a mesh would take in no others. */
final class DayOne {

    private DayOne() {}

    static Reading amount(List<Evidence> seen) {
        return Reading.amount(seen.size(), seen);
    }

    private static Stream<Workload> own(World world) {
        return world.snapshot().running().workloads().stream().filter(w -> world.candidate(w.meta().namespace()));
    }

    static List<Evidence> jobs(World world) {
        return own(world).filter(w -> w.ends() && world.member(w).state() != Membership.State.OPTED_OUT)
                .map(w -> new Evidence(w.meta().key() + " ends by itself", w.meta().place())).sorted().distinct().toList();
    }

    static List<Evidence> hostNetwork(World world) {
        return own(world).filter(w -> w.pod().hostNetwork().given())
                .map(w -> new Evidence(w.meta().key() + " uses the network of its node", w.pod().hostNetwork().place())).sorted().distinct()
                .toList();
    }

    static List<Evidence> networkPolicies(World world) {
        return world.snapshot().policies().segmentation().stream().filter(s -> world.candidate(s.meta().namespace()))
                .map(s -> new Evidence(s.meta().key().toString(), s.meta().place())).sorted().distinct().toList();
    }

    static List<Evidence> networkInitContainers(World world) {
        return own(world).flatMap(w -> InitCalls.of(world, w).stream()).sorted().distinct().toList();
    }

    private static Stream<Service.Port> ports(World world) {
        return world.applications().counted().stream().flatMap(a -> a.services().stream()).flatMap(s -> s.ports().stream());
    }

    static List<Evidence> undeclaredPorts(World world) {
        return ports(world).filter(p -> p.transport().equals("TCP") && Protocols.of(p).equals(Protocols.UNDECLARED))
                .map(p -> new Evidence("port " + p.number() + " declares no protocol", p.place())).sorted().distinct().toList();
    }

    static List<Evidence> udpPorts(World world) {
        return ports(world).filter(p -> p.transport().equals("UDP")).map(p -> new Evidence("port " + p.number() + " is UDP", p.place()))
                .sorted()
                .distinct().toList();
    }
}
