package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import meshadvisor.catalog.Network;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Which network a running cluster has, and how it reaches Services, as far as its DaemonSets tell. */
public final class NetworkSeen {

    private static final String PROXY = "kube-proxy";
    private static final String MODE = "--proxy-mode=";

    private NetworkSeen() {}

    /** What tells of the network, as sentences. Nothing where no cluster was read. */
    public static List<Evidence> of(World world) {
        List<Evidence> seen = new ArrayList<>();
        world.running().stream().filter(m -> m.marks().cni() && world.snapshot().live().seen())
                .map(m -> new Evidence("the CNI is " + m.marks().name(), m.deciding().getFirst().place())).forEach(seen::add);
        daemons(world).forEach(w -> w.pod().containers().forEach(c -> {
            network(world, c).ifPresent(n -> seen.add(new Evidence("the CNI is " + n.name() + ": " + w.meta().key() + " runs " + c.image(),
                    c.place())));
            if (ImageReference.name(c.image().value()).startsWith(PROXY)) {
                seen.add(new Evidence("Services are reached through kube-proxy, " + mode(c), c.place()));
            }
        }));
        return seen.stream().sorted().distinct().toList();
    }

    /** The answer to which CNI the cluster runs, from its DaemonSets; empty where none that is known, or several are there. */
    static Optional<Reading> cni(World world) {
        List<Network> networks = daemons(world).flatMap(w -> w.pod().containers().stream()).map(c -> network(world, c))
                .flatMap(Optional::stream).distinct().toList();
        return networks.size() == 1 ? Optional.of(Reading.choice(networks.getFirst().answer(), of(world))) : Optional.empty();
    }

    private static Stream<Workload> daemons(World world) {
        return !world.snapshot().live().seen() ? Stream.of()
                : world.snapshot().running().workloads().stream().filter(w -> w.kind().equals("DaemonSet"));
    }

    private static Optional<Network> network(World world, Container container) {
        String repository = ImageReference.repository(container.image().value());
        return world.catalogue().networks().stream()
                .filter(n -> n.images().stream().anyMatch(i -> repository.equals(i) || repository.endsWith("/" + i))).findFirst();
    }

    /** Mostly the mode stands in a ConfigMap, which is not read. */
    private static String mode(Container container) {
        return container.words().stream().map(Text::value).filter(w -> w.startsWith(MODE)).map(w -> w.substring(MODE.length()))
                .filter(m -> !m.isEmpty()).findFirst().map(m -> "in mode " + m).orElse("in a mode that its arguments do not tell");
    }
}
