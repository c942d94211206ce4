package meshadvisor.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Makeup.Per;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.Stage;
import meshadvisor.plan.Target;
import meshadvisor.plan.book.Footing;
import meshadvisor.report.Architecture.Stand;

/**
 * What stands where after each stage of a plan.
 *
 * @param steps today, and then each stage after which something else stands there
 */
public record Buildup(List<Step> steps) {

    /** Where a part stands that belongs to a whole cluster. */
    public static final String CONTROL = "control plane";

    private static final String NODES = "every node";

    /**
     * A moment.
     *
     * @param folder of the stage that is through then; empty for today
     * @param comes what stands there then, and did not before
     * @param goes what stood there before
     * @param stands all that stands there then
     */
    public record Step(String folder, List<Thing> comes, List<Thing> goes, List<Thing> stands) {
        public Step {
            comes = List.copyOf(comes);
            goes = List.copyOf(goes);
            stands = List.copyOf(stands);
        }
    }

    /**
     * Something at a place.
     *
     * @param own whether the place is one of the user's own services or namespaces
     */
    public record Thing(String what, String where, boolean own) {}

    public Buildup {
        steps = List.copyOf(steps);
    }

    /** Of what stands today and of a plan. */
    static Buildup of(Architecture today, AdoptionPlan plan) {
        Map<Thing, String> former = former(today);
        Set<Thing> standing = new LinkedHashSet<>(former.keySet());
        List<Step> steps = new ArrayList<>(List.of(new Step("", List.of(), List.of(), List.copyOf(standing))));
        for (Leg leg : plan.legs()) {
            Set<String> left = new HashSet<>();
            List<Thing> own = former.keySet().stream().filter(t -> of(leg, former.getOrDefault(t, ""), today)).toList();
            for (Stage stage : leg.stages()) {
                List<Thing> comes = stage.stands().stream().filter(f -> !f.goes()).flatMap(f -> things(f, stage, leg)).distinct()
                        .filter(t -> !standing.contains(t)).toList();
                List<Thing> goes = own.stream().filter(standing::contains).filter(t -> gone(t, stage, leg, left)).toList();
                standing.addAll(comes);
                goes.forEach(standing::remove);
                if (!comes.isEmpty() || !goes.isEmpty()) {
                    steps.add(new Step(stage.folder(), comes, goes, List.copyOf(standing)));
                }
            }
        }
        return new Buildup(steps);
    }

    /** Whether a way is about a mesh that runs; where only one does, every way is. */
    private static boolean of(Leg leg, String variant, Architecture today) {
        return today.beside().isEmpty() || leg.path().of().equals(variant) || leg.path().of().startsWith(variant + "-");
    }

    /** The meshes that run today, each part with the variant to which it belongs. */
    private static Map<Thing, String> former(Architecture today) {
        Map<Thing, String> all = new LinkedHashMap<>();
        for (Stand stand : today.running()) {
            parts(stand, Per.CLUSTER).forEach(p -> all.put(new Thing(p, CONTROL, false), stand.variant()));
            parts(stand, Per.NODE).forEach(p -> all.put(new Thing(p, NODES, false), stand.variant()));
        }
        today.sites().stream().filter(s -> s.meshed() > 0).forEach(s -> {
            Stand stand = today.beside().stream().filter(b -> b.variant().equals(s.today())).findFirst().orElse(today.today());
            all.put(new Thing(
                    pods(stand) + " (" + s.meshed() + " of " + s.workloads() + (s.workloads() == 1 ? " workload)" : " workloads)"),
                    namespace(s.namespace()), true), stand.variant());
        });
        return all;
    }

    private static String pods(Stand stand) {
        return stand.parts(Per.POD).isEmpty() ? "through its nodes"
                : parts(stand, Per.POD).collect(Collectors.joining(", ")) + " in each pod";
    }

    private static Stream<String> parts(Stand stand, Per per) {
        return stand.parts(per).stream().map(p -> p.copies() > 1 ? p.name() + " × " + p.copies() : p.name());
    }

    private static String namespace(String name) {
        return "namespace " + (name.isEmpty() ? "(none stated)" : name);
    }

    private static Stream<Thing> things(Footing footing, Stage stage, Leg leg) {
        if (!footing.at().equals(Footing.TARGETS)) {
            return Stream.of(new Thing(footing.what(), footing.at(), false));
        }
        Set<String> moving = Set.copyOf(stage.targets());
        return targets(leg).filter(t -> moving.contains(t.name())).flatMap(Buildup::places)
                .map(place -> new Thing(footing.what(), place, true));
    }

    private static Stream<Target> targets(Leg leg) {
        return leg.waves().stream().flatMap(List::stream);
    }

    /** Namespaces that move as a whole, or a service by its name. */
    private static Stream<String> places(Target target) {
        return target.name().equals(String.join(" + ", target.namespaces())) ? target.namespaces().stream().map(Buildup::namespace)
                : Stream.of(target.name());
    }

    /** A namespace is free when all that move out of it are out. */
    private static boolean gone(Thing thing, Stage stage, Leg leg, Set<String> left) {
        boolean everywhere = stage.stands().stream().anyMatch(f -> f.goes() && f.at().equals(Footing.EVERYWHERE));
        if (stage.stands().stream().anyMatch(f -> f.goes() && f.at().equals(Footing.TARGETS))) {
            left.addAll(stage.targets());
        }
        List<Target> here =
                targets(leg).filter(t -> t.namespaces().stream().map(Buildup::namespace).anyMatch(thing.where()::equals)).toList();
        return everywhere || thing.own() && !here.isEmpty() && here.stream().map(Target::name).allMatch(left::contains);
    }
}
