package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.PortReading;
import meshadvisor.catalog.Protocol;
import meshadvisor.catalog.Protocol.First;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ImageReference;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.code.Spoken;

/**
 * A TCP port of a Service with workloads behind it, and what is spoken there, as code and images tell; a number alone proves nothing.
 *
 * @param counted whether it is an application service's
 * @param behind workloads that the Service selects
 * @param told protocols that something shows
 */
record ServicePort(Service service, Service.Port port, boolean counted, List<Workload> behind, List<Spoken.Told> told,
        List<Protocol> protocols) {

    static final Map<String, BiFunction<World, ServicePort, Reading>> TABLE = new TreeMap<>(Map.of(
            "port-service", (w, p) -> Reading.choice(p.service.meta().name(), List.of()),
            "port-number", (w, p) -> Reading.choice(p.port.name().isEmpty() ? String.valueOf(p.port.number())
                    : p.port.number() + " (" + p.port.name() + ")", List.of()),
            "of-application", (w, p) -> new Reading.Flag(p.counted, List.of()),
            "port-may-take-part", (w, p) -> WorkloadSignals.mayTakePart(w, p.behind.getFirst()),
            "wants-declaration", (w, p) -> p.reads(w, r -> r.reading.wantsDeclaration()),
            "waits-for-client", (w, p) -> p.reads(w, r -> r.reading.waits()),
            "waiting-meshes", (w, p) -> Reading.choice(p.names(w), List.of()),
            "first-speaker", (w, p) -> p.first(),
            "spoken", (w, p) -> Reading.choice(p.words(), p.evidence())));

    /** A mesh that may read the port, and how it does. */
    private record Reader(Marks marks, PortReading reading) {}

    /** All in namespaces that are the user's own. */
    static List<ServicePort> of(World world) {
        List<Protocol> protocols = Protocol.all(world.catalogue().library());
        Spoken spoken = Spoken.of(world, protocols);
        Map<ObjectKey, Application> applications = new TreeMap<>();
        world.applications().counted().forEach(a -> a.services().forEach(s -> applications.put(s.meta().key(), a)));
        List<ServicePort> ports = new ArrayList<>();
        for (Service service : world.directory().selection().services().values()) {
            List<Workload> behind = world.candidate(service.meta().namespace()) ? RequestPaths.behind(world, service) : List.of();
            Application application = applications.get(service.meta().key());
            service.ports().stream().filter(p -> !behind.isEmpty() && p.transport().equals("TCP")).forEach(p -> {
                List<Spoken.Told> told = new ArrayList<>(
                        application == null ? spoken.callers(service, p) : spoken.of(application, service, p));
                protocols.forEach(each -> told.addAll(ofImages(service, p, behind, each)));
                told.addAll(told.isEmpty() ? declared(p, protocols) : List.of());
                ports.add(new ServicePort(service, p, application != null, behind, told, protocols));
            });
        }
        return ports;
    }

    /** What an image serves on its usual port, or on the only one. */
    private static List<Spoken.Told> ofImages(Service service, Service.Port port, List<Workload> behind, Protocol protocol) {
        boolean fits = protocol.ports().contains(port.number()) || service.ports().size() == 1;
        return !fits || protocol.images().isEmpty() ? List.of()
                : behind.stream().flatMap(w -> w.pod().containers().stream()).filter(c -> c.role() == Container.Role.REGULAR)
                        .filter(c -> protocol.images().contains(ImageReference.name(c.image().value())))
                        .map(c -> new Spoken.Told(protocol.id(), new Evidence("the image " + c.image().value() + " serves "
                                + protocol.name(), c.image().place())))
                        .limit(1).toList();
    }

    /** What its name says, where that is one protocol. */
    private static List<Spoken.Told> declared(Service.Port port, List<Protocol> protocols) {
        String word = Protocols.of(port);
        return protocols.stream().filter(p -> p.begins(word)).map(p -> new Spoken.Told(p.id(), new Evidence("port " + port.number()
                + " is declared as " + word, port.place()))).toList();
    }

    ObjectKey object() {
        return service.meta().key();
    }

    Place place() {
        return port.place();
    }

    private List<Evidence> evidence() {
        return told.stream().map(Spoken.Told::evidence).distinct().toList();
    }

    private List<Protocol> spoken() {
        return protocols.stream().filter(p -> told.stream().anyMatch(t -> t.protocol().equals(p.id()))).toList();
    }

    private String words() {
        return told.isEmpty() ? "something that nothing in the scan tells"
                : spoken().stream().map(Protocol::name).collect(Collectors.joining(" or "));
    }

    /** Who says the first word; unknown where nothing tells what is spoken, or several things contradict one another. */
    private Reading first() {
        Set<First> first = spoken().stream().map(Protocol::first).collect(Collectors.toSet());
        String why = first.isEmpty() ? "nothing in the scan tells what it speaks"
                : "what was seen is " + words() + ", which does not tell who speaks first";
        return first.size() == 1 && !first.contains(First.OPEN) ? Reading.choice(first.iterator().next(), evidence())
                : new Reading.Unknown(Gap.of("first-speaker", "who speaks first on port " + port.number() + " of "
                        + service.meta().name(), why, "name the port after its protocol, or give the code: --source DIR"));
    }

    /** Meshes that would read the port: that of the pods, else those that are advised or proposed, else any. */
    private Stream<Reader> readers(World world) {
        String own = world.variantOf(behind.getFirst());
        Set<String> wanted = own.isEmpty() ? world.advised() : Set.of(own);
        return world.catalogue().marks().stream()
                .flatMap(m -> m.ports().stream().filter(r -> wanted.isEmpty() || wanted.contains(r.variant())).map(r -> new Reader(m, r)));
    }

    /** Of these the ones to which nothing tells the protocol. */
    private Stream<Reader> guessing(World world) {
        return readers(world).filter(r -> !told(world, r) && !closed(world, r));
    }

    /** Where nobody knows which mesh it will be, a name counts, too. */
    private boolean told(World world, Reader reader) {
        boolean anyMesh = world.variantOf(behind.getFirst()).isEmpty() && world.advised().isEmpty();
        boolean named = !Protocols.of(port).equals(Protocols.UNDECLARED);
        return reader.reading.byName() || anyMesh ? named : !port.appProtocol().isEmpty();
    }

    /** What an annotation says of opaque ports takes the place of the mesh's own list. */
    private boolean closed(World world, Reader reader) {
        List<Text> said = OpaquePorts.said(world, reader.marks, service, behind.getFirst());
        return said.isEmpty() ? reader.reading.closed().contains(port.number()) : OpaquePorts.name(said, port);
    }

    private Reading reads(World world, Predicate<Reader> does) {
        return Reading.flag(guessing(world).anyMatch(does), List.of(new Evidence("port " + port.number() + " of " + service.meta().name()
                + (port.name().isEmpty() ? " has no name" : " is called " + port.name()), port.place())));
    }

    private String names(World world) {
        return guessing(world).filter(r -> r.reading.waits()).map(r -> r.marks.name()).distinct().sorted()
                .collect(Collectors.joining(" and "));
    }
}
