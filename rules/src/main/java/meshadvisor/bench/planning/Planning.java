package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchPlan.Placed;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.catalog.Kebab;

/** Makes a plan of an order. */
public final class Planning {

    private Planning() {}

    /**
     * The plan, or all that is wrong with the order.
     *
     * @param run its name: {@code r} and six small letters or digits
     * @param catalogue all variants that are known
     * @param program files of the load generator; none if the image has it
     */
    public static Planned of(String run, Order order, Scene scene, List<Variant> catalogue, List<Step.File> program) {
        List<String> mistakes = new ArrayList<>(OrderChecks.of(run, order, program));
        Ways chosen = Ways.of(order, scene, catalogue);
        mistakes.addAll(chosen.mistakes());
        Optional<Placed> placed = Placing.of(order.pods().placement(), scene.nodes());
        if (placed.isEmpty()) {
            mistakes.add(Placing.mistake(order.pods().placement(), scene.nodes()));
        }
        if (!mistakes.isEmpty()) {
            return new Planned.Impossible(List.copyOf(mistakes));
        }
        return fitting(plan(new Names(run), order, chosen, placed.orElseThrow(), program), chosen, scene);
    }

    /** What is wrong with an order whatever the cluster is, whole sentences. */
    public static List<String> mistakes(String run, Order order, List<Step.File> program) {
        return OrderChecks.of(run, order, program);
    }

    /**
     * A plan that somebody wrote down, made anew of its order. What is carried out is never what stands in a file: a file can come from
     * anybody, and its steps could hold pods and roles that no order leads to.
     *
     * @param written as it was read
     * @return the same plan with steps of this program; or why it is not the plan that this program makes of its order in this cluster
     */
    public static Planned again(BenchPlan written, Scene scene, List<Variant> catalogue, List<Step.File> program) {
        List<String> mistakes = new ArrayList<>(OrderChecks.of(written.run(), written.order(), program));
        Ways chosen = Ways.of(written.order(), scene, catalogue);
        mistakes.addAll(chosen.mistakes());
        if (!Placing.possible(written.order().pods().placement(), written.placed(), scene.nodes())) {
            mistakes.add("the plan places generators on " + written.placed().generators() + " and servers on " + written.placed().servers()
                    + ", and these nodes do not take pods here, or do not lie to each other as ordered; plan again");
        }
        if (!mistakes.isEmpty()) {
            return new Planned.Impossible(List.copyOf(mistakes));
        }
        BenchPlan made = plan(new Names(written.run()), written.order(), chosen, written.placed(), program);
        Optional<String> difference = Sameness.difference(written.steps(), made.steps());
        return difference.isPresent()
                ? new Planned.Impossible(List.of(difference.get() + ", so it was changed, or made by another version of this program or"
                        + " for another state of the cluster; plan again"))
                : fitting(made, chosen, scene);
    }

    private static Planned fitting(BenchPlan plan, Ways chosen, Scene scene) {
        List<String> tooMuch = Budget.mistakes(Budget.of(plan.steps(), chosen.ways()), scene.nodes(), plan.order().pods().cpu());
        return tooMuch.isEmpty() ? new Planned.Possible(plan) : new Planned.Impossible(tooMuch);
    }

    private static BenchPlan plan(Names names, Order order, Ways chosen, Placed placed, List<Step.File> program) {
        Setting endless = new Setting(names, order, placed, program, 0);
        int expected = expected(endless, chosen.ways());
        Setting setting = new Setting(names, order, placed, program, Durations.deadline(expected));
        List<Step> steps = steps(setting, chosen.ways());
        return new BenchPlan(names.run(), order, chosen.ways().stream().map(Way::variant).toList(), notRun(order, chosen),
                Stream.concat(Foreign.cautions(order).stream(), chosen.cautions().stream()).toList(), placed,
                RightsNeeded.of(steps, chosen.ways(), setting),
                Budget.peak(Budget.of(steps, chosen.ways()), order.loads()), setting.deadlineSeconds(), expected, steps);
    }

    private static int expected(Setting setting, List<Way> ways) {
        Blocks blocks = new Blocks(setting, ways);
        int block = ways.stream().mapToInt(way -> blocks.cells(way).size()).filter(cells -> cells > 0)
                .map(cells -> Durations.drive(cells, setting.design())).sum();
        int servers = ways.stream().mapToInt(way -> servers(setting, way).size()).sum();
        return Durations.whole(servers, block, setting.design());
    }

    private static List<Step> steps(Setting setting, List<Way> ways) {
        Control control = new Control(setting);
        List<String> namespaces = Stream.concat(ways.stream().map(way -> setting.names().namespace(way.id())),
                Stream.of(setting.names().control())).toList();
        List<Step> steps = new ArrayList<>(control.janitor(namespaces));
        steps.addAll(control.probes());
        for (Way way : ways) {
            List<Servers.Server> servers = servers(setting, way);
            steps.addAll(new Enrolment(setting, way).steps(servers.stream().map(Servers.Server::name).toList()));
            steps.addAll(new Servers(setting, way).steps(servers));
            if (setting.order().scenarios().contains(Order.Scenario.CHURN)) {
                steps.addAll(
                        new Servers(setting, way).extras(setting.order().loads().stream().filter(load -> Blocks.fits(way, load)).toList()));
            }
        }
        steps.addAll(asked(setting, ways, "before"));
        steps.add(new Step.Idle(Durations.idle(setting.design())));
        steps.addAll(new Blocks(setting, ways).steps());
        steps.add(new Step.Idle(Durations.idle(setting.design())));
        steps.addAll(asked(setting, ways, "after"));
        steps.add(new Step.Remove(namespaces));
        return List.copyOf(steps);
    }

    private static List<Servers.Server> servers(Setting setting, Way way) {
        return !setting.order().target().isEmpty() ? List.of()
                : Servers.neededFor(setting.order().loads().stream().filter(load -> Blocks.fits(way, load)).toList());
    }

    private static List<Step> asked(Setting setting, List<Way> ways, String when) {
        return ways.stream().flatMap(way -> new Control(setting).outside(way, when,
                servers(setting, way).stream().map(server -> setting.names().host(way.id(), server.name())).toList())).toList();
    }

    private static List<String> notRun(Order order, Ways chosen) {
        Set<String> sentences = new LinkedHashSet<>(chosen.notRun());
        for (Way way : chosen.ways()) {
            order.loads().forEach(load -> Blocks.unfit(way, load).ifPresent(why -> sentences.add(way.id() + " is not run with "
                    + Kebab.of(load.shape()) + " " + Kebab.of(load.protocol()) + ", because " + why)));
            order.scenarios().forEach(scenario -> Disturbances.impossible(scenario, way)
                    .ifPresent(why -> sentences.add(way.id() + " is not run in scenario "
                            + Kebab.of(scenario) + ", because " + why)));
        }
        return List.copyOf(sentences);
    }
}
