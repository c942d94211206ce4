package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Advisor;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Tree;
import meshadvisor.catalog.Library;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/** Which answers belong to which needs. */
final class Answering {

    /** What is no answer that could be bought. */
    private static final Set<AnswerCode> OPEN = Set.of(AnswerCode.MESH, AnswerCode.ASK);

    private Answering() {}

    /** Codes of what the tree advises instead of a mesh for the needs that count. */
    static List<String> advised(World world) {
        Advice advice = Advisor.advise(world, Set.of());
        Truth dataPlane = Truth.of(world.mesh().map(MeshSeen::runs).orElse(false));
        return advice.needs().stream().filter(n -> n.active(dataPlane)).map(NeedAnswer::code).filter(c -> !OPEN.contains(c)).distinct()
                .map(Enum::name).toList();
    }

    /** Needs by the codes of the answers that the tree can give to them. */
    static Map<String, List<String>> needs(Library library) {
        Map<String, List<String>> needs = new TreeMap<>();
        Tree.read(library).forEach(of -> Tree.leaves(of.tree()).stream().map(Tree.Leaf::answer).distinct()
                .forEach(code -> needs.computeIfAbsent(code, c -> new ArrayList<>()).add(of.need())));
        return needs;
    }
}
