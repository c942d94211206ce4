package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Protocol;
import meshadvisor.model.Code.Guarding;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Trait;
import meshadvisor.model.Workload;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.Protocols;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** Signals about the code of one service. */
public final class ProgramSignals {

    /** Signals by name. */
    public static final Map<String, BiFunction<World, Coded, Reading>> TABLE = Map.of(
            "code-of", (w, c) -> Reading.choice(c.name(), List.of()),
            "forwards-requests", (w, c) -> forwards(c),
            "passes-trace-headers", (w, c) -> traced(c),
            "guarded-calls", (w, c) -> guarded(c),
            "retried-by-mesh-too", (w, c) -> Reading.seen(twice(w, c)),
            "chooses-instances", (w, c) -> Reading.seen(chooses(c)),
            "port-contradicts-code", (w, c) -> Reading.seen(contradictions(w, c)));

    /** How many calls of other services have a retry or a circuit breaker around them. */
    public enum Share {
        /** It calls nobody, as far as was seen. */
        NO_CALLS,
        /** No retry and no circuit breaker is in the code. */
        NONE,
        /** What there is stands around databases. */
        DATABASES_ONLY, SOME, ALL
    }

    private static final Set<String> SAYS_LITTLE =
            Set.of(Protocols.UNDECLARED, "tcp", "tls", "https", "udp", "sctp", "linkerd.io/opaque", "linkerd.io/tcp");

    private ProgramSignals() {}

    /** Services whose code was found. */
    public static List<Coded> of(World world) {
        return Coded.all(world).stream().filter(Coded::known).toList();
    }

    private static Reading forwards(Coded coded) {
        boolean serves = coded.shows(Trait.HTTP_SERVER) || coded.shows(Trait.GRPC_SERVER);
        List<Evidence> calls = coded.calls().stream().map(s -> new Evidence(coded.name() + " calls others with " + s.library(), s.place()))
                .limit(3).toList();
        return Reading.flag(serves && !calls.isEmpty(), calls);
    }

    private static Reading traced(Coded coded) {
        List<Evidence> evidence = new ArrayList<>(coded.evidence(Trait.TRACING));
        evidence.addAll(coded.evidence(Trait.TRACE_HEADER));
        return Reading.seen(evidence.stream().distinct().limit(3).toList());
    }

    private static Reading guarded(Coded coded) {
        List<Site> calls = coded.calls();
        List<Site> guards = coded.guards();
        List<Site> free = calls.stream().filter(s -> s.guarding() != Guarding.CALL).toList();
        if (guards.isEmpty()) {
            return Reading.choice(calls.isEmpty() ? Share.NO_CALLS : Share.NONE, List.of());
        }
        if (guards.stream().allMatch(s -> s.guarding() == Guarding.DATASTORE)) {
            return Reading.choice(Share.DATABASES_ONLY, guards.stream()
                    .map(s -> new Evidence(coded.name() + " has " + s.library() + " around a database", s.place())).toList());
        }
        if (calls.isEmpty()) {
            return Reading.choice(Share.NO_CALLS, List.of());
        }
        if (!free.isEmpty() && guards.stream().noneMatch(s -> s.guarding() == Guarding.CALL)) {
            return new Reading.Unknown(Gap.of("guarded-calls", "what " + guards.getFirst().library() + " guards in " + coded.name(),
                    "it stands in another file than the calls", "look at " + guards.getFirst().place()));
        }
        List<Evidence> evidence = new ArrayList<>();
        guards.stream().filter(s -> s.guarding() == Guarding.CALL).limit(2)
                .forEach(s -> evidence.add(new Evidence(coded.name() + " guards a call with " + s.library(), s.place())));
        free.forEach(s -> evidence.add(new Evidence(coded.name() + " makes a call that nothing guards: " + s.words(), s.place())));
        return Reading.choice(free.isEmpty() ? Share.ALL : Share.SOME, evidence);
    }

    /** Retries of the code around calls of a Service that the mesh retries, too. */
    private static List<Evidence> twice(World world, Coded coded) {
        List<Site> retries = coded.guardsOfCalls().stream().filter(s -> s.shows().contains(Trait.RETRY)).toList();
        if (retries.isEmpty()) {
            return List.of();
        }
        MeshRetries mesh = MeshRetries.of(world);
        Map<String, List<Service>> called =
                world.snapshot().running().services().stream().collect(Collectors.groupingBy(s -> s.meta().name()));
        Set<ObjectKey> own = new HashSet<>();
        coded.application().workloads().stream().map(Workload::meta).forEach(m -> own.add(m.key()));
        List<Evidence> both = world.calls().stream().filter(e -> own.contains(e.from())).map(Edge::to).map(Hosts::parts)
                .flatMap(Optional::stream).map(Hosts.Parts::name).distinct()
                .map(name -> mesh.of(new MeshRetries.Called(coded.application().workloads(), name, called.getOrDefault(name, List.of()))))
                .flatMap(Optional::stream).map(MeshRetries.Retried::evidence).distinct().toList();
        return both.isEmpty() ? List.of() : Stream.concat(retries.stream()
                .map(s -> new Evidence(coded.name() + " retries calls with " + s.library(), s.place())), both.stream()).toList();
    }

    private static List<Evidence> chooses(Coded coded) {
        List<Evidence> evidence = new ArrayList<>(coded.evidence(Trait.CLIENT_BALANCING));
        return evidence.stream().distinct().toList();
    }

    /** Ports that are declared as another protocol than the only one that the code serves. What says no more than TCP or TLS contradicts nothing. */
    private static List<Evidence> contradictions(World world, Coded coded) {
        Set<String> served = Spoken.served(coded);
        List<Protocol> known = Protocol.all(world.catalogue().library()).stream().filter(p -> served.equals(Set.of(p.id()))).toList();
        List<Evidence> evidence = new ArrayList<>();
        for (Protocol protocol : known) {
            for (Service service : coded.application().services()) {
                boolean alone = service.ports().size() == 1;
                service.ports().stream().filter(p -> contradicts(protocol, Protocols.of(p), alone)).forEach(p -> {
                    evidence.add(new Evidence("port " + p.number() + " of " + service.meta().name() + " is declared as " + Protocols.of(p)
                            + ", and the code serves " + protocol.name() + " only", p.place()));
                    Spoken.serving(coded, protocol.id()).stream().limit(1).map(s -> new Evidence(
                            coded.name() + " serves " + protocol.name() + " with " + s.library(), s.place())).forEach(evidence::add);
                });
            }
        }
        return evidence;
    }

    /** Beside other ports one may be what a library opens, such as metrics over HTTP, of which no code tells. */
    private static boolean contradicts(Protocol protocol, String declared, boolean alone) {
        boolean says = !SAYS_LITTLE.contains(declared) && !protocol.declared().contains(declared);
        return says && (alone || !declared.equals("http"));
    }
}
