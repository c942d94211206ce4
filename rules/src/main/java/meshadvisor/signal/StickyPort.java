package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Route;
import meshadvisor.model.Service;
import meshadvisor.model.Trait;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.signal.code.Coded;
import meshadvisor.signal.code.Spoken;

/**
 * A port of an application service whose clients keep one connection for all requests, as gRPC and HTTP/2 do: what spreads connections, such as
 * a cluster address, then spreads nothing.
 *
 * @param said what makes it one
 * @param code of the services whose code was read, by workload
 */
record StickyPort(Application application, Service service, Service.Port port, Evidence said, Map<ObjectKey, Coded> code) {

    static final Map<String, BiFunction<World, StickyPort, Reading>> TABLE = Map.of(
            "sticky-service", (w, p) -> Reading.choice(p.service.meta().name(), List.of(p.said)),
            "instances", (w, p) -> Reading.amount(p.instances(w), List.of()),
            "clients", (w, p) -> p.clients(w),
            "proxies-balance", (w, p) -> p.proxiesBalance(w));

    /** Whether clients choose among instances themselves. */
    enum Clients {
        /** The code of each known caller that was read does. */
        CHOOSE,
        /** The code of one does not. */
        DO_NOT_CHOOSE,
        /** No caller is known whose code was read. */
        NOT_READ
    }

    private static final Set<String> MULTIPLEXED = Set.of("grpc", "http2", "kubernetes.io/h2c");

    /** All that lie behind an address of the cluster. */
    static List<StickyPort> of(World world) {
        List<Coded> all = Coded.all(world);
        Map<Application, List<Coded>> code = Directory.by(all, Coded::application);
        Map<ObjectKey, Coded> byWorkload = new HashMap<>();
        all.stream().filter(Coded::known).forEach(c -> c.application().workloads().forEach(w -> byWorkload.put(w.meta().key(), c)));
        List<StickyPort> ports = new ArrayList<>();
        for (Application application : world.applications().counted()) {
            for (Service service : application.services()) {
                boolean address = !service.headless() && !service.selector().isEmpty() && !service.type().equals("ExternalName");
                service.ports().stream().filter(p -> address)
                        .forEach(p -> said(service, p, code.getOrDefault(application, List.of()))
                                .ifPresent(e -> ports.add(new StickyPort(application, service, p, e, byWorkload))));
            }
        }
        return ports;
    }

    /** The declaration, or where none tells and there is one port only, code that serves nothing else; of code there is one at most. */
    private static Optional<Evidence> said(Service service, Service.Port port, List<Coded> code) {
        String declared = Protocols.of(port);
        if (MULTIPLEXED.contains(declared)) {
            return Optional.of(new Evidence("port " + port.number() + " of " + service.meta().name() + " is declared as " + declared,
                    port.place()));
        }
        boolean alone = service.ports().size() == 1 && (declared.equals(Protocols.UNDECLARED) || Protocols.isClosed(declared));
        return code.stream()
                .filter(c -> alone && Spoken.served(c).equals(Set.of("grpc")))
                .flatMap(c -> c.sites(Trait.GRPC_SERVER).stream()
                        .map(s -> new Evidence(c.name() + " serves gRPC with " + s.library(), s.place())))
                .findFirst();
    }

    ObjectKey object() {
        return service.meta().key();
    }

    Place place() {
        return port.place();
    }

    /** As many as an autoscaler may make of them. */
    private double instances(World world) {
        return application.workloads().stream().map(w -> Reserved.replicas(world, w)).mapToLong(s -> s.high().orElse(s.low())).sum();
    }

    private List<Edge> callers(World world) {
        return world.directory().calls().near(service.meta().name(), service.meta().namespace()).stream()
                .filter(e -> !e.from().equals(ObservedCalls.UNKNOWN)).toList();
    }

    private Reading clients(World world) {
        List<Evidence> evidence = new ArrayList<>();
        int read = 0;
        for (Edge edge : callers(world)) {
            Coded caller = code.get(edge.from());
            read += caller == null ? 0 : 1;
            if (caller != null && !caller.shows(Trait.CLIENT_BALANCING)) {
                return Reading.choice(Clients.DO_NOT_CHOOSE, List.of(new Evidence(
                        caller.name() + " calls it, and nothing in its code chooses among instances", edge.evidence().place())));
            }
            if (caller != null) {
                evidence.addAll(caller.evidence(Trait.CLIENT_BALANCING));
            }
        }
        return Reading.choice(read > 0 ? Clients.CHOOSE : Clients.NOT_READ, evidence.stream().distinct().toList());
    }

    /** Yes where a proxy that looks into requests stands between the callers and the instances. */
    private Reading proxiesBalance(World world) {
        List<Evidence> routes = world.running().isEmpty() ? List.of()
                : world.snapshot().traffic().routes().stream().filter(r -> r.hop() != Use.Hop.EDGE && leadsHere(r))
                        .map(r -> new Evidence(r.meta().key() + " routes its requests", r.meta().place())).toList();
        if (!routes.isEmpty()) {
            return Reading.seen(routes);
        }
        Reading part = application.workloads().isEmpty() ? new Reading.Flag(false, List.of())
                : WorkloadSignals.mayTakePart(world, application.workloads().getFirst());
        if (part instanceof Reading.Unknown) {
            return part;
        }
        List<Membership> own = application.workloads().stream().map(world::member).toList();
        boolean beside = !own.isEmpty() && own.stream().allMatch(Membership::sidecar) && !closed(world);
        boolean beyond = own.stream().anyMatch(m -> m.state() == Membership.State.ENROLLED) && RequestPaths.waypoint(world, service);
        return new Reading.Flag(beside || beyond, own.stream().flatMap(m -> m.evidence().stream()).limit(3).toList());
    }

    private boolean leadsHere(Route route) {
        return Stream.concat(route.hosts().stream(), route.parents().stream())
                .anyMatch(t -> Hosts.names(t.value(), route.meta().namespace(), service.meta().key()));
    }

    /** Whether the proxies are told to look into nothing on this port. */
    private boolean closed(World world) {
        return Protocols.isClosed(Protocols.of(port)) || application.workloads().stream().anyMatch(w -> opaque(world, w));
    }

    private boolean opaque(World world, Workload workload) {
        return world.catalogue().marks(world.member(workload).mesh())
                .filter(m -> OpaquePorts.name(OpaquePorts.said(world, m, service, workload), port)).isPresent();
    }
}
