package meshadvisor.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.advice.Advice;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Ranked;
import meshadvisor.catalog.Makeup;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Sheet;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/**
 * What the answers cost that stand against each other here.
 *
 * @param bill their sheets, doing nothing among them
 * @param advised of them the answers that the advice gives; doing nothing where it gives none
 */
public record Costed(Bill bill, Set<String> advised) {

    /** What is no answer that could be bought. */
    private static final Set<AnswerCode> OPEN = Set.of(AnswerCode.MESH, AnswerCode.ASK);

    public Costed {
        advised = new TreeSet<>(advised);
    }

    /** The advised answers, doing nothing, and the ways through a mesh of a bill; answers to other needs are left out. */
    static Costed of(World world, Advice advice, Bill all) {
        Set<String> advised = advised(world, advice);
        return new Costed(all.only(s -> !s.mesh().isEmpty() || s.option().equals(Bill.DO_NOTHING) || s.option().equals(Bill.TOGETHER)
                || advised.contains(s.option())), advised);
    }

    /** The sheets of what the advice gives: the ways through the mesh, and one for all other answers together. */
    public List<Sheet> given() {
        boolean several = bill.sheet(Bill.TOGETHER).isPresent();
        return bill.sheets().stream().filter(s -> s.option().equals(Bill.TOGETHER)
                || advised.contains(s.option()) && !(several && s.mesh().isEmpty())).toList();
    }

    /** The sheets of ways through a mesh that the advice does not give, the cheapest first. */
    public List<Sheet> others() {
        return bill.sheets().stream().filter(s -> !s.mesh().isEmpty() && !advised.contains(s.option()))
                .sorted(Comparator.comparingDouble(s -> s.horizon().all().likely())).toList();
    }

    /** Codes of what the tree advises instead of a mesh for the needs that count. */
    public static List<String> codes(World world, Advice advice) {
        Truth dataPlane = Truth.of(world.mesh().map(MeshSeen::runs).orElse(false));
        return advice.needs().stream().filter(n -> n.active(dataPlane)).map(NeedAnswer::code).filter(c -> !OPEN.contains(c)).distinct()
                .map(Enum::name).toList();
    }

    /** Those codes, and the ways through the mesh that is to be adopted or kept; doing nothing where there is neither. */
    public static Set<String> advised(World world, Advice advice) {
        Set<String> advised = new HashSet<>(codes(world, advice));
        Outcome outcome = advice.verdict().outcome();
        if (outcome == Outcome.ADOPT || outcome == Outcome.KEEP) {
            advised.addAll(ways(world, Set.of(advice.verdict().mesh())));
        }
        return advised.isEmpty() && outcome == Outcome.NO_MESH ? Set.of(Bill.DO_NOTHING) : advised;
    }

    /**
     * The ways through a mesh that somebody names.
     *
     * @param named ids of variants or vendors
     */
    static Set<String> ways(World world, Set<String> named) {
        Set<String> ways = new TreeSet<>();
        for (String mesh : world.catalogue().vendors()) {
            world.catalogue().makeups(mesh).stream().map(Makeup::variant).filter(way -> named.contains(mesh) || belongs(way, named))
                    .forEach(ways::add);
        }
        return ways;
    }

    /** A variant that is advised can be run in several ways, whose ids begin with its own. */
    private static boolean belongs(String way, Set<String> named) {
        return named.stream().anyMatch(n -> !n.isEmpty() && (way.equals(n) || way.startsWith(n + "-")));
    }

    /** The ways to price where nobody names a mesh: those of the variant that would come first. */
    static Set<String> first(World world, Advice advice) {
        return advice.ranking().stream().filter(r -> r.excluded().isEmpty()).map(Ranked::variant).map(v -> ways(world, Set.of(v.id())))
                .filter(ways -> !ways.isEmpty()).findFirst().orElse(Set.of());
    }
}
