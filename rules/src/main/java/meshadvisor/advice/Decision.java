package meshadvisor.advice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.model.Answers.Said;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;
import meshadvisor.signal.World;

/**
 * The answers to all needs and the outcome for one set of readings. Cheap, so that it can be repeated with one reading changed.
 *
 * @param mesh id of the variant; empty for none
 */
record Decision(List<NeedAnswer> needs, Outcome outcome, String mesh) {

    /** Decides. */
    static Decision of(World world, Readings readings, List<Tree.OfNeed> trees, Ranking ranking) {
        Catalogue catalogue = world.catalogue();
        List<NeedAnswer> answers = trees.stream().map(t -> answer(world, readings, t)).toList();
        boolean runs = world.mesh().map(MeshSeen::runs).orElse(false);
        Truth dataPlane = Truth.of(runs);
        Set<Need> active = answers.stream().filter(a -> a.active(dataPlane)).map(NeedAnswer::need)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<MeshSeen> mesh = world.mesh();
        if (mesh.isPresent()) {
            boolean enough = readings.of("application-services") instanceof Reading.Amount(var n, var seenAt)
                    && n >= catalogue.threshold("mesh-minimum");
            boolean wanted = answers.stream().anyMatch(a -> a.active(dataPlane) && a.mesh() == Truth.YES);
            boolean keep = runs && (mesh.get().marks().cni() || enough && wanted);
            return new Decision(answers, keep ? Outcome.KEEP : Outcome.RECONSIDER, mesh.get().variant());
        }
        Truth adopt = answers.stream().filter(a -> a.active(dataPlane)).map(NeedAnswer::mesh).reduce(Truth.NO, Truth::or);
        return switch (adopt) {
            case YES -> new Decision(answers, Outcome.ADOPT, first(ranking.rank(readings, active, world.answers().requirements())));
            case UNKNOWN -> new Decision(answers, Outcome.UNDECIDED, "");
            case NO -> new Decision(answers, Outcome.NO_MESH, "");
        };
    }

    private static String first(List<Ranked> ranked) {
        return ranked.stream().filter(r -> r.excluded().isEmpty()).map(r -> r.variant().id()).findFirst().orElse("");
    }

    /** Needs that may move the outcome. */
    Set<Need> active(World world) {
        Truth dataPlane = Truth.of(world.mesh().map(MeshSeen::runs).orElse(false));
        return needs.stream().filter(a -> a.active(dataPlane)).map(NeedAnswer::need).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static NeedAnswer answer(World world, Readings readings, Tree.OfNeed tree) {
        Need need = world.catalogue().needs().stream().filter(n -> n.id().equals(tree.need())).findFirst().orElseThrow();
        List<Evidence> seen = world.seen(need);
        Walk walk = new Walk(readings, world.catalogue()::threshold);
        Walk.End end = walk.walk(tree.tree());
        if (end instanceof Walk.Decided decided) {
            Tree.Leaf leaf = decided.leaf();
            return new NeedAnswer(need, stated(world, need), observed(world, seen), seen, leaf.code(), end.possible(), leaf.id(),
                    leaf.because(),
                    leaf.caveat(), end.steps(), List.of(), walk.borderlines(decided));
        }
        List<Gap> first = ((Walk.Open) end).gaps();
        return new NeedAnswer(need, stated(world, need), observed(world, seen), seen, AnswerCode.ASK, end.possible(), "",
                "It depends: " + first.stream().map(Gap::what).collect(Collectors.joining("; ")), "", end.steps(), allGaps(end), List.of());
    }

    private static Truth stated(World world, Need need) {
        Said said = world.answers().needs().get(need.id());
        return said == null || said.unknown() ? Truth.UNKNOWN : Truth.of(said.value().equals("yes"));
    }

    /** Manifests can show that something is used; that it is not needed they cannot show. */
    private static Truth observed(World world, List<Evidence> seen) {
        return seen.isEmpty() || world.snapshot().definitions().isEmpty() ? Truth.UNKNOWN : Truth.YES;
    }

    /** Every missing fact on which the answer depends. */
    private static List<Gap> allGaps(Walk.End end) {
        Set<Gap> gaps = new LinkedHashSet<>();
        collect(end, gaps);
        return new ArrayList<>(gaps);
    }

    private static void collect(Walk.End end, Set<Gap> gaps) {
        if (end instanceof Walk.Open(var missing, var yes, var no, var steps)) {
            gaps.addAll(missing);
            Stream.of(yes, no).forEach(e -> collect(e, gaps));
        }
    }
}
