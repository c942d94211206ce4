package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import meshadvisor.model.Evidence;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.Meta;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Reference;
import meshadvisor.model.Route;
import meshadvisor.model.Workload;
import meshadvisor.signal.code.Chain;
import meshadvisor.signal.code.Client;
import meshadvisor.signal.code.Coded;
import meshadvisor.signal.code.ProgramSignals;
import meshadvisor.signal.code.Repeating;

/** Everything that rules can be about, with its readings. */
public final class Subjects {

    private static final Map<String, Function<World, List<Subject>>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("cluster", Subjects::cluster),
            Map.entry("mesh", w -> each(w, w.meshes(), MeshSeen::first, m -> m.deciding().getFirst().place(), MeshSignals.TABLE)),
            Map.entry("workload",
                    w -> each(w, w.snapshot().running().workloads(), x -> x.meta().key(), Subjects::place, WorkloadSignals.TABLE)),
            Map.entry("namespace", w -> each(w, w.snapshot().running().namespaces(), Meta::key, Meta::place, NamespaceSignals.TABLE)),
            Map.entry("proxy", w -> each(w, Proxy.of(w), Proxy::object, Proxy::place, ProxySignals.TABLE)),
            Map.entry("route", w -> each(w, rules(w), r -> r.route().meta().key(), r -> r.rule().place(), RouteSignals.TABLE)),
            Map.entry("policy",
                    w -> each(w, w.snapshot().policies().identity(), p -> p.meta().key(), Subjects::place, PolicySignals.TABLE)),
            Map.entry("mtls-setting",
                    w -> each(w, w.snapshot().policies().mtls(), m -> m.meta().key(), MtlsSetting::place, MtlsSignals.TABLE)),
            Map.entry("variant", w -> each(w, Overhead.of(w), Overhead::object, o -> Place.NOWHERE, Overhead.TABLE)),
            Map.entry("client", w -> each(w, Client.of(w), Client::object, Client::place, Client.TABLE)),
            Map.entry("program", w -> each(w, ProgramSignals.of(w), Coded::object, Coded::place, ProgramSignals.TABLE)),
            Map.entry("retry", w -> each(w, Repeating.of(w), Repeating::object, Repeating::place, Repeating.TABLE)),
            Map.entry("sticky-port", w -> each(w, StickyPort.of(w), StickyPort::object, StickyPort::place, StickyPort.TABLE)),
            Map.entry("chain", w -> each(w, Chain.of(w), Chain::object, Chain::place, Chain.TABLE)),
            Map.entry("chain-if-adopted", w -> each(w, Chain.ifAdopted(w), a -> a.chain().object(), a -> a.chain().place(),
                    Chain.Adopting.TABLE)),
            Map.entry("port", w -> each(w, ServicePort.of(w), ServicePort::object, ServicePort::place, ServicePort.TABLE)),
            Map.entry("reference", Subjects::references),
            Map.entry("definition", Subjects::definitions)));

    private static final Map<String, Set<String>> SIGNALS = new TreeMap<>(Map.ofEntries(
            Map.entry("cluster", Set.of("data-planes")),
            Map.entry("mesh", MeshSignals.TABLE.keySet()),
            Map.entry("workload", WorkloadSignals.TABLE.keySet()),
            Map.entry("namespace", NamespaceSignals.TABLE.keySet()),
            Map.entry("proxy", ProxySignals.TABLE.keySet()),
            Map.entry("route", RouteSignals.TABLE.keySet()),
            Map.entry("policy", PolicySignals.TABLE.keySet()),
            Map.entry("mtls-setting", MtlsSignals.TABLE.keySet()),
            Map.entry("variant", Overhead.TABLE.keySet()),
            Map.entry("client", Client.TABLE.keySet()),
            Map.entry("program", ProgramSignals.TABLE.keySet()),
            Map.entry("retry", Repeating.TABLE.keySet()),
            Map.entry("sticky-port", StickyPort.TABLE.keySet()),
            Map.entry("chain", Chain.TABLE.keySet()),
            Map.entry("chain-if-adopted", Chain.Adopting.TABLE.keySet()),
            Map.entry("port", ServicePort.TABLE.keySet()),
            Map.entry("reference", Set.of("resolution", "pointed-at")),
            Map.entry("definition", Set.of("different-definitions"))));

    private Subjects() {}

    /** What rules can be about. */
    public static Set<String> kinds() {
        return KINDS.keySet();
    }

    /** The words that a signal can take; empty where any word is possible, or where it is no word. */
    public static Set<String> words(String signal) {
        return Vocabulary.of(signal);
    }

    /** Names of the signals of one kind of subject. */
    public static Set<String> signals(String about) {
        return new TreeSet<>(SIGNALS.getOrDefault(about, Set.of()));
    }

    /** All subjects of one kind. */
    public static List<Subject> of(World world, String about) {
        Function<World, List<Subject>> kind = KINDS.get(about);
        if (kind == null) {
            throw new UnknownSignal(about, "any subject; known are " + KINDS.keySet());
        }
        return kind.apply(world);
    }

    private static <T> List<Subject> each(World world, List<T> things, Function<T, ObjectKey> object, Function<T, Place> place,
            Map<String, BiFunction<World, T, Reading>> table) {
        List<Subject> subjects = new ArrayList<>(things.size());
        for (T thing : things) {
            subjects.add(new Subject(object.apply(thing), place.apply(thing), signal -> {
                BiFunction<World, T, Reading> function = table.get(signal);
                if (function == null) {
                    throw new UnknownSignal(signal, object.apply(thing) + "; known are " + table.keySet());
                }
                return function.apply(world, thing);
            }));
        }
        return subjects;
    }

    private static Place place(Workload workload) {
        return workload.meta().place();
    }

    private static Place place(IdentityPolicy policy) {
        return policy.rules().stream().filter(r -> !r.identities().isEmpty() || !r.notIdentities().isEmpty())
                .map(IdentityPolicy.Rule::place).findFirst().orElse(policy.meta().place());
    }

    private static List<Subject> cluster(World world) {
        List<MeshSeen> running = world.running();
        List<Evidence> evidence = running.stream().map(m -> m.deciding().getFirst()).toList();
        Place place = evidence.isEmpty() ? Place.NOWHERE : evidence.getLast().place();
        ObjectKey object = running.isEmpty() ? World.wholeScan() : running.getLast().first();
        return List.of(new Subject(object, place, signal -> {
            long planes = running.stream().filter(m -> !m.marks().generic() && (!m.marks().cni() || usesL7(world, m))).count();
            if (signal.equals("data-planes")) {
                return Reading.amount((double) planes, evidence);
            }
            throw new UnknownSignal(signal, "cluster; known are " + signals("cluster"));
        }));
    }

    /** A CNI counts as a second mesh only where its HTTP-level features are used. */
    private static boolean usesL7(World world, MeshSeen mesh) {
        Set<String> plain = Set.of("segmentation", "link-encryption", "authorization-identity", "telemetry-collection");
        return world.snapshot().uses().stream().anyMatch(u -> u.by().equals(mesh.marks().mesh()) && !plain.contains(u.capability()));
    }

    private static List<RouteRule> rules(World world) {
        List<RouteRule> rules = new ArrayList<>();
        for (Route route : world.snapshot().traffic().routes()) {
            for (int i = 0; i < route.rules().size(); i++) {
                rules.add(new RouteRule(route, route.rules().get(i), route.rules().subList(0, i)));
            }
        }
        return rules;
    }

    private static List<Subject> references(World world) {
        References references = new References(world.snapshot(), world.catalogue());
        List<Subject> subjects = new ArrayList<>();
        for (Reference reference : world.snapshot().traffic().references()) {
            subjects.add(new Subject(reference.from().key(), reference.place(), signal -> switch (signal) {
                case "resolution" -> Reading.choice(references.resolve(reference),
                        List.of(new Evidence(words(reference), reference.place())));
                case "pointed-at" -> Reading.choice(words(reference), List.of());
                default -> throw new UnknownSignal(signal, "a reference; known are " + signals("reference"));
            }));
        }
        return subjects;
    }

    private static String words(Reference reference) {
        String kind = reference.kind().name().toLowerCase(Locale.ROOT);
        String name = reference.namespace().isEmpty() ? reference.name() : reference.namespace() + "/" + reference.name();
        return switch (reference.kind()) {
            case SUBSET -> "subset " + reference.detail() + " of host " + name;
            case PARENT -> "gateway " + name + (reference.detail().isEmpty() ? "" : " with the listener " + reference.detail());
            case HOST, GATEWAY, SERVICE, WAYPOINT -> kind + " " + name;
            case WORKLOAD -> (reference.detail().isEmpty() ? kind : reference.detail()) + " " + name;
        };
    }

    /** One subject for each object that has several definitions. */
    private static List<Subject> definitions(World world) {
        Map<ObjectKey, List<Meta>> byKey = new LinkedHashMap<>();
        world.snapshot().definitions().stream().filter(m -> !m.name().isEmpty())
                .forEach(m -> byKey.computeIfAbsent(m.key(), k -> new ArrayList<>(1)).add(m));
        List<Subject> subjects = new ArrayList<>();
        byKey.values().stream().filter(all -> all.size() > 1).forEach(all -> subjects.add(definition(all)));
        return subjects;
    }

    private static Subject definition(List<Meta> all) {
        List<Meta> different = all.stream().sorted(Comparator.comparing(Meta::place))
                .collect(Collectors.toMap(Meta::digest, m -> m, (a, b) -> a, LinkedHashMap::new)).values().stream().toList();
        Place place = different.size() > 1 ? different.get(1).place() : different.getFirst().place();
        return new Subject(all.getFirst().key(), place, signal -> {
            if (signal.equals("different-definitions")) {
                return Reading.amount(different.size(), different.stream()
                        .map(m -> new Evidence("defined", m.place())).toList());
            }
            throw new UnknownSignal(signal, "a definition; known are " + signals("definition"));
        });
    }
}
