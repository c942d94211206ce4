package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import meshadvisor.catalog.Protocol;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Service;
import meshadvisor.model.Trait;
import meshadvisor.model.Workload;
import meshadvisor.signal.Application;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.World;

/** Protocols that Services speak, as code tells: their own, and that of callers, whose addresses begin with one. */
public final class Spoken {

    private static final Map<Trait, String> SERVERS =
            Map.of(Trait.HTTP_SERVER, "http", Trait.GRPC_SERVER, "grpc", Trait.THRIFT_SERVER, "thrift");
    private static final int SHOWN = 3;

    /** A protocol, by its id, and what shows it. */
    public record Told(String protocol, Evidence evidence) {}

    /** An address in the code of a workload. */
    private record Caller(Meta workload, Host host) {}

    private final List<Protocol> protocols;
    private final Map<Application, Coded> code = new HashMap<>();
    private final Map<String, List<Caller>> callers = new HashMap<>();

    private Spoken(List<Protocol> protocols) {
        this.protocols = protocols;
    }

    /** What the code of a scan tells; nothing where nobody gave any. */
    public static Spoken of(World world, List<Protocol> protocols) {
        Spoken spoken = new Spoken(protocols);
        Coded.all(world).stream().filter(Coded::known).forEach(c -> spoken.code.put(c.application(), c));
        if (world.codebase().code().given()) {
            world.snapshot().running().workloads().forEach(w -> spoken.calls(world, w));
        }
        return spoken;
    }

    private void calls(World world, Workload workload) {
        world.codebase().program(workload).ifPresent(p -> p.hosts().stream().filter(h -> !h.speaks().isEmpty())
                .forEach(h -> Hosts.parts(h.host()).ifPresent(parts -> callers.computeIfAbsent(parts.name(), k -> new ArrayList<>())
                        .add(new Caller(workload.meta(), h)))));
    }

    /** Ids of the protocols that a service serves; {@code tcp} where code serves connections of which it tells no more. */
    public static SortedSet<String> served(Coded coded) {
        SortedSet<String> served = new TreeSet<>();
        SERVERS.forEach((trait, protocol) -> served.addAll(coded.shows(trait) ? Set.of(protocol) : Set.of()));
        coded.sites(Trait.TCP_SERVER).forEach(s -> served.add(told(s)));
        return served;
    }

    private static String told(Site site) {
        return site.speaks().isEmpty() ? "tcp" : site.speaks();
    }

    /** Where a service serves a protocol. */
    static List<Site> serving(Coded coded, String protocol) {
        List<Site> sites = new ArrayList<>();
        SERVERS.forEach((trait, id) -> sites.addAll(id.equals(protocol) ? coded.sites(trait) : List.of()));
        coded.sites(Trait.TCP_SERVER).stream().filter(s -> told(s).equals(protocol)).forEach(sites::add);
        return sites;
    }

    /** What the code of a service tells of its ports, where it serves one protocol only; then what callers speak to this port. */
    public List<Told> of(Application application, Service service, Service.Port port) {
        List<Told> told = new ArrayList<>(callers(service, port));
        Coded coded = code.get(application);
        Set<String> served = coded == null ? Set.of() : served(coded);
        if (coded != null && served.size() == 1 && service.ports().size() == 1) {
            String protocol = served.iterator().next();
            serving(coded, protocol).stream().limit(1).map(s -> new Told(protocol, new Evidence(
                    coded.name() + " serves " + name(protocol) + " with " + s.library(), s.place()))).forEach(told::add);
        }
        return told;
    }

    /** What callers speak to a port of a Service; {@code tcp://} says nothing. */
    public List<Told> callers(Service service, Service.Port port) {
        return callers.getOrDefault(service.meta().name(), List.of()).stream()
                .filter(c -> c.host.port() == port.number() || c.host.port() == 0 && service.ports().size() == 1)
                .filter(c -> Hosts.names(c.host.host(), c.workload.namespace(), service.meta().key()))
                .flatMap(c -> protocols.stream().filter(p -> p.begins(c.host.speaks()) && !p.id().equals("tcp"))
                        .map(p -> new Told(p.id(), new Evidence("the code of " + c.workload.name() + " speaks " + p.name() + " to "
                                + c.host.host(), c.host.place()))))
                .limit(SHOWN).toList();
    }

    /** How a protocol is called. */
    public String name(String id) {
        return protocols.stream().filter(p -> p.id().equals(id)).findFirst().map(Protocol::name).orElse(id);
    }
}
