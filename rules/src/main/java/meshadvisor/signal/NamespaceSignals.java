package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.signal.Membership.State;

/** Signals about one definition of a Namespace. */
final class NamespaceSignals {

    static final Map<String, BiFunction<World, Meta, Reading>> TABLE = new TreeMap<>(Map.of(
            "baked-in-though-disabled", (w, n) -> Reading.seen(bakedInThoughDisabled(w, n)),
            "marks-disagree", (w, n) -> Reading.seen(marksDisagree(w, n))));

    private NamespaceSignals() {}

    private static List<Evidence> bakedInThoughDisabled(World world, Meta namespace) {
        if (!world.candidate(namespace.name())) {
            return List.of();
        }
        List<Sighting> refused =
                world.marked().sightings().ofNamespace(namespace).stream().filter(m -> m.proof() == Proof.OPT_OUT).toList();
        List<Membership> baked = world.directory().near(namespace.name()).stream()
                .filter(w -> w.meta().namespace().equals(namespace.name()))
                .map(world::member).filter(m -> m.state() == State.BAKED_IN)
                .filter(m -> refused.stream().anyMatch(r -> r.mesh().equals(m.mesh()) && r.setting().decidesOn().equals(m.variant())))
                .toList();
        return baked.isEmpty() ? List.of()
                : Stream.concat(refused.stream().map(Sighting::evidence), baked.stream().flatMap(m -> m.evidence().stream()).limit(5))
                        .toList();
    }

    /** Two marks that answer one question differently: yes and no, or with two revisions. */
    private static List<Evidence> marksDisagree(World world, Meta namespace) {
        List<Sighting> marks = world.marked().sightings().ofNamespace(namespace).stream().filter(Sighting::decides).toList();
        boolean disagree = marks.stream().anyMatch(a -> marks.stream().anyMatch(b -> a.question().equals(b.question()) && differ(a, b)));
        return disagree ? marks.stream().map(Sighting::evidence).toList() : List.of();
    }

    /** The revision that is called default is the one that a mark without a revision means. */
    private static boolean differ(Sighting one, Sighting other) {
        return one.proof() != other.proof()
                || one.proof() == Proof.INJECTION && !one.setting().name().equals(other.setting().name()) && !isDefault(one)
                        && !isDefault(other);
    }

    private static boolean isDefault(Sighting mark) {
        return mark.setting().value().equals("default");
    }
}
