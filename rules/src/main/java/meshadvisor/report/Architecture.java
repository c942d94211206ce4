package meshadvisor.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Verdict;
import meshadvisor.catalog.Makeup;
import meshadvisor.catalog.Makeup.Per;
import meshadvisor.catalog.Makeup.Piece;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Workload;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Application;
import meshadvisor.signal.HttpNeeds;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/**
 * Which proxy, control plane and waypoint stand where today, and where they would stand if the advice were followed.
 *
 * @param today what runs
 * @param beside other meshes that run today
 * @param after what would run; as today where the advice does not decide
 * @param decided whether the advice says what comes after
 * @param sites namespaces with workloads of the user's own, sorted
 */
public record Architecture(Stand today, List<Stand> beside, Stand after, boolean decided, List<Site> sites) {

    /**
     * A mesh that stands somewhere, or none.
     *
     * @param variant id, empty where no mesh stands
     * @param parts of it; none where the catalogue does not know them
     */
    public record Stand(String variant, List<Part> parts) {
        public Stand {
            parts = List.copyOf(parts);
        }

        /** Those of which one stands at each such thing. */
        public List<Part> parts(Per per) {
            return parts.stream().filter(part -> part.per() == per).toList();
        }
    }

    /**
     * A part of a mesh.
     *
     * @param name of its container
     * @param copies at each place
     */
    public record Part(String name, Per per, int copies) {}

    /**
     * A namespace.
     *
     * @param services application services
     * @param workloads that could have part in a mesh
     * @param meshed those that have part in one today
     * @param today id of the variant in which most of them have part, empty for none
     * @param after id of the variant that would serve them, empty for none
     * @param http whether something asks for features of HTTP on the way to a service here
     */
    public record Site(String namespace, int services, int workloads, int meshed, String today, String after, Truth http) {}

    public Architecture {
        beside = List.copyOf(beside);
        sites = List.copyOf(sites);
    }

    /** All that runs today. */
    List<Stand> running() {
        return Stream.concat(Stream.of(today), beside.stream()).toList();
    }

    /** What stands nowhere, as nothing was read. */
    static final Architecture NONE = new Architecture(new Stand("", List.of()), List.of(), new Stand("", List.of()), false, List.of());

    static Architecture of(World world, Advice advice) {
        String today = world.mesh().filter(MeshSeen::runs).map(MeshSeen::variant).orElse("");
        Verdict verdict = advice.verdict();
        String after = after(verdict.outcome(), verdict.mesh(), today);
        List<Stand> beside = world.meshes().stream().filter(MeshSeen::runs).map(MeshSeen::variant).filter(v -> !v.equals(today))
                .map(v -> stand(world, v)).toList();
        return new Architecture(stand(world, today), beside, stand(world, after), verdict.outcome() != Outcome.UNDECIDED,
                sites(world, verdict, today));
    }

    private static String after(Outcome outcome, String mesh, String today) {
        return switch (outcome) {
            case ADOPT, KEEP -> mesh;
            case NO_MESH, RECONSIDER -> "";
            case UNDECIDED -> today;
        };
    }

    /** A variant may be run in several ways; where HTTP features are asked for it is the one that has a place for them. */
    private static Stand stand(World world, String variant) {
        if (variant.isEmpty()) {
            return NONE.today;
        }
        HttpNeeds needs = HttpNeeds.of(world);
        boolean http = needs.known() && world.applications().counted().stream().anyMatch(needs::touches);
        List<Makeup> ways = world.catalogue().vendors().stream().flatMap(vendor -> world.catalogue().makeups(vendor).stream())
                .filter(way -> way.variant().equals(variant) || way.variant().startsWith(variant + "-")).toList();
        Optional<Makeup> wanted = ways.stream().filter(way -> http && way.parts().stream().anyMatch(p -> p.per() == Per.WAYPOINT))
                .findFirst().or(() -> ways.stream().findFirst());
        return new Stand(variant, wanted.map(Makeup::parts).orElse(List.of()).stream()
                .filter(piece -> piece.per() != Per.GATEWAY || gateways(world)).map(Architecture::part).toList());
    }

    /** Whether there is a Gateway for which a part of a mesh could stand. */
    private static boolean gateways(World world) {
        return world.snapshot().definitions().stream().anyMatch(d -> d.key().kind().equals("Gateway"));
    }

    private static Part part(Piece piece) {
        return new Part(piece.part(), piece.per(), piece.copies());
    }

    private static List<Site> sites(World world, Verdict verdict, String today) {
        Map<String, List<Workload>> workloads = new TreeMap<>();
        Set<ObjectKey> once = new HashSet<>();
        world.snapshot().running().workloads().stream()
                .filter(w -> world.candidate(w.meta().namespace()) && !w.ends() && once.add(w.meta().key()))
                .forEach(w -> workloads.computeIfAbsent(w.meta().namespace(), n -> new ArrayList<>()).add(w));
        HttpNeeds needs = HttpNeeds.of(world);
        Map<String, List<Application>> services = new TreeMap<>();
        world.applications().counted().forEach(a -> services.computeIfAbsent(a.namespace(), n -> new ArrayList<>()).add(a));
        return workloads.entrySet().stream().map(entry -> {
            List<Application> here = services.getOrDefault(entry.getKey(), List.of());
            Optional<Verdict.OfNamespace> own =
                    verdict.namespaces().stream().filter(each -> each.namespace().equals(entry.getKey())).findFirst();
            String after = own.map(each -> after(each.outcome(), each.mesh(), today))
                    .orElseGet(() -> after(verdict.outcome(), verdict.mesh(), today));
            return new Site(entry.getKey(), here.size(), entry.getValue().size(),
                    (int) entry.getValue().stream().filter(world::meshed).count(), world.variant(entry.getKey()).orElse(""), after,
                    needs.known() ? Truth.of(here.stream().anyMatch(needs::touches)) : Truth.UNKNOWN);
        }).toList();
    }
}
