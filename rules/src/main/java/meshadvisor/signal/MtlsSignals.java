package meshadvisor.signal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

import meshadvisor.model.Apart;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Workload;

/** Signals about one setting of mutual TLS. */
final class MtlsSignals {

    static final Map<String, BiFunction<World, MtlsSetting, Reading>> TABLE = new TreeMap<>(Map.of(
            "mtls-mode", (w, m) -> Reading.choice(m.mode(), List.of(new Evidence(m.meta().key() + " says " + m.mode(), m.place()))),
            "covers-unmeshed", MtlsSignals::coversUnmeshed,
            "callers-known", MtlsSignals::callersKnown,
            "called-from-outside", MtlsSignals::calledFromOutside));

    private MtlsSignals() {}

    /** Workloads for which the setting decides: those in its reach for which no narrower one says something else. */
    private static List<Workload> covered(World world, MtlsSetting setting) {
        return world.directory().near(setting.scope() == Scope.MESH ? "" : setting.meta().namespace()).stream()
                .filter(w -> world.candidate(w.meta().namespace()) && !w.ends())
                .filter(w -> reaches(setting, w)).filter(w -> world.directory().mtls().near("", w.meta().namespace()).stream()
                        .noneMatch(s -> s.by().equals(setting.by()) && s.scope().compareTo(setting.scope()) > 0 && s.mode() != Mode.UNSET
                                && reaches(s, w)))
                .toList();
    }

    private static boolean reaches(MtlsSetting setting, Workload workload) {
        return setting.scope() == Scope.MESH && Apart.together(workload.meta().namespace(), setting.meta().namespace())
                || setting.scope() != Scope.MESH && World.near(workload.meta().namespace(), setting.meta().namespace())
                        && setting.selector().entrySet().stream()
                                .allMatch(e -> workload.pod().label(e.getKey()).value().equals(e.getValue()));
    }

    private static boolean meshSeen(World world, MtlsSetting setting) {
        return world.running().stream().anyMatch(m -> m.marks().mesh().equals(setting.by()));
    }

    /** Workloads under the setting that have no proxy and serve a port; unknown where the scan shows no data plane at all. */
    private static Reading coversUnmeshed(World world, MtlsSetting setting) {
        if (!meshSeen(world, setting)) {
            return new Reading.Unknown(Gap.of("data-plane", "which workloads have a proxy", "no data plane is in the scan",
                    "add the namespaces with their labels, or assess the cluster"));
        }
        List<Evidence> unmeshed = covered(world, setting).stream().filter(w -> !world.member(w).meshed() && serves(world, w))
                .map(w -> new Evidence(w.meta().key() + " has no proxy", w.meta().place())).toList();
        return Reading.seen(unmeshed);
    }

    private static boolean serves(World world, Workload workload) {
        return world.directory().selectedBy().containsKey(workload.meta().key());
    }

    /** Names of the Services that lead to a workload under the setting. */
    private static Set<ObjectKey> targets(World world, MtlsSetting setting) {
        Set<ObjectKey> targets = new LinkedHashSet<>();
        covered(world, setting).forEach(w -> targets.addAll(world.directory().selectedBy().getOrDefault(w.meta().key(), List.of())));
        return targets;
    }

    /** Calls that reach a workload under the setting, as far as their callers are known. */
    private static Set<Edge> callers(World world, MtlsSetting setting) {
        Set<Edge> callers = new LinkedHashSet<>();
        targets(world, setting).stream().flatMap(t -> world.directory().calls().near(t.name(), t.namespace()).stream())
                .filter(e -> !e.from().equals(ObservedCalls.UNKNOWN)).forEach(callers::add);
        return callers;
    }

    /** The controller of an Ingress calls too, and nothing tells whether it has a proxy. */
    private static Reading callersKnown(World world, MtlsSetting setting) {
        List<Evidence> controllers = targets(world, setting).stream()
                .flatMap(t -> world.directory().ingresses().near(t.name(), t.namespace()).stream()).distinct()
                .map(r -> new Evidence("the controller of " + r.from().key() + " calls " + r.name(), r.place())).toList();
        boolean known = controllers.isEmpty() && !callers(world, setting).isEmpty();
        return !known && setting.ports() ? excepted(setting) : new Reading.Flag(known, controllers);
    }

    /** Callers without a proxy; unknown where no workload of the scan is known to call. */
    private static Reading calledFromOutside(World world, MtlsSetting setting) {
        List<Edge> callers =
                callers(world, setting).stream().filter(e -> world.directory().definitions().containsKey(e.from())).toList();
        List<Evidence> outside = new ArrayList<>(plaintext(world, setting));
        if (!meshSeen(world, setting) || callers.isEmpty() && outside.isEmpty()) {
            return new Reading.Unknown(
                    Gap.of("callers", "who calls the workloads under " + setting.meta().key(), "the scan shows no caller",
                            "add the callers' manifests, or state callers with the mesh's own telemetry"));
        }
        callers.stream().filter(e -> unmeshed(world, e.from()))
                .map(e -> new Evidence(e.from() + ", which has no proxy, calls " + e.to(), e.evidence().place())).forEach(outside::add);
        return setting.ports() && !outside.isEmpty() ? excepted(setting) : Reading.seen(outside);
    }

    /** Plaintext that was observed on its way to a workload under the setting, whoever sends it. */
    private static List<Evidence> plaintext(World world, MtlsSetting setting) {
        return targets(world, setting).stream().flatMap(t -> world.directory().plaintext().near(t.name(), t.namespace()).stream())
                .distinct()
                .map(e -> new Evidence(e.from() + " calls " + e.to() + " in plaintext, " + e.evidence().sentence(), e.evidence().place()))
                .toList();
    }

    private static Reading excepted(MtlsSetting setting) {
        return new Reading.Unknown(
                Gap.of("callers", "whether callers without a proxy use the ports that " + setting.meta().key() + " excepts",
                        "manifests name the port of the Service, not always that of the pod", "compare the ports by hand"));
    }

    private static boolean unmeshed(World world, ObjectKey workload) {
        return world.directory().definitions().getOrDefault(workload, List.of()).stream().anyMatch(w -> !world.member(w).meshed());
    }
}
