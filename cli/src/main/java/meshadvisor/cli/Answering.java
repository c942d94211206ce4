package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import meshadvisor.advice.Advisor;
import meshadvisor.advice.Tree;
import meshadvisor.catalog.Library;
import meshadvisor.report.Costed;
import meshadvisor.signal.World;

/** Which answers belong to which needs. */
final class Answering {

    private Answering() {}

    /** Codes of what the tree advises instead of a mesh for the needs that count. */
    static List<String> advised(World world) {
        return Costed.codes(world, Advisor.advise(world, Set.of()));
    }

    /** Needs by the codes of the answers that the tree can give to them. */
    static Map<String, List<String>> needs(Library library) {
        Map<String, List<String>> needs = new TreeMap<>();
        Tree.read(library).forEach(of -> Tree.leaves(of.tree()).stream().map(Tree.Leaf::answer).distinct()
                .forEach(code -> needs.computeIfAbsent(code, c -> new ArrayList<>()).add(of.need())));
        return needs;
    }
}
