package meshadvisor.signal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Evidence;
import meshadvisor.model.Workload;

/** Containers that run as the user of a mesh's proxy: the rules that redirect traffic leave that user alone, so theirs goes around the proxy. */
final class ProxyUsers {

    private ProxyUsers() {}

    /** Whether the traffic of a container goes around the proxy that the pod has, or around that of every mesh where it has none. */
    static boolean around(World world, Workload workload, Container container) {
        List<Marks> meshes = meshes(world, workload).toList();
        return container.user().given() && !meshes.isEmpty() && meshes.stream().allMatch(m -> runsAs(m, container));
    }

    /** Containers of the application that do so beside a proxy that the pod has or may get. Proxies and what only prepares the pod are none. */
    static List<Evidence> collisions(World world, Workload workload) {
        return containers(world, workload).map(c -> new Evidence("container " + c.name() + " runs as user " + c.user().value(),
                c.user().place())).toList();
    }

    /** The meshes whose proxies run as that user. */
    static String names(World world, Workload workload) {
        return meshes(world, workload).filter(m -> containers(world, workload).anyMatch(c -> runsAs(m, c))).map(Marks::name)
                .collect(Collectors.joining(" and "));
    }

    private static Stream<Container> containers(World world, Workload workload) {
        return workload.pod().containers().stream().filter(c -> c.role() != Role.INIT && c.user().given())
                .filter(c -> meshes(world, workload).anyMatch(m -> runsAs(m, c)))
                .filter(c -> world.marked().sightings().container(workload.meta().key(), c).filter(s -> s.proof() == Proof.PROXY)
                        .isEmpty());
    }

    /** That of the pod, else those that are advised or proposed, else all that have such a user. */
    private static Stream<Marks> meshes(World world, Workload workload) {
        Membership member = world.member(workload);
        return world.catalogue().marks().stream().filter(m -> !m.proxyUsers().isEmpty())
                .filter(m -> member.sidecar() ? m.mesh().equals(member.mesh()) : world.advised().isEmpty()
                        || m.proxyUsers().stream().anyMatch(u -> world.advised().contains(u.variant())));
    }

    private static boolean runsAs(Marks marks, Container container) {
        return marks.proxyUsers().stream().anyMatch(u -> String.valueOf(u.user()).equals(container.user().value()));
    }
}
