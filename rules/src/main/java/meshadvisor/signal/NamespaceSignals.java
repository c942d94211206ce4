package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/** Signals about one definition of a Namespace. */
final class NamespaceSignals {

    static final Map<String, BiFunction<World, Meta, Reading>> TABLE = new TreeMap<>(Map.of(
            "baked-in-though-disabled", (w, n) -> Reading.seen(bakedInThoughDisabled(w, n)),
            "marks-disagree", (w, n) -> Reading.seen(marksDisagree(w, n))));

    private NamespaceSignals() {}

    private static List<Evidence> bakedInThoughDisabled(World world, Meta namespace) {
        List<Sighting> marks = world.marked().sightings().ofNamespace(namespace);
        if (marks.stream().noneMatch(m -> m.proof() == Proof.OPT_OUT)) {
            return List.of();
        }
        List<Workload> baked = world.snapshot().running().workloads().stream().filter(w -> w.meta().namespace().equals(namespace.name()))
                .filter(w -> world.member(w).state() == State.BAKED_IN).toList();
        if (baked.isEmpty()) {
            return List.of();
        }
        return Stream.concat(marks.stream().filter(m -> m.proof() == Proof.OPT_OUT).map(Sighting::evidence),
                baked.stream().flatMap(w -> world.member(w).evidence().stream()).limit(5)).toList();
    }

    /** Two marks of one mesh that wish for different things: on and off, or two different revisions. */
    private static List<Evidence> marksDisagree(World world, Meta namespace) {
        List<Sighting> marks = world.marked().sightings().ofNamespace(namespace).stream()
                .filter(m -> m.proof() == Proof.OPT_OUT || m.proof() == Proof.INJECTION || m.proof() == Proof.ENROLMENT).toList();
        boolean disagree = marks.stream().anyMatch(a -> marks.stream().anyMatch(b -> a.mesh().equals(b.mesh())
                && !a.evidence().equals(b.evidence()) && a.proof() != Proof.ENROLMENT && b.proof() != Proof.ENROLMENT));
        return disagree ? marks.stream().map(Sighting::evidence).toList() : List.of();
    }
}
