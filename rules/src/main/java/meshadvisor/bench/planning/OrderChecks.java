package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meshadvisor.bench.Load;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Step;

/** What cannot be meant so, whatever the cluster. */
final class OrderChecks {

    private static final int MOST_PER_SECOND = 100_000;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int CONFIG_MAP = 1 << 20;
    private static final int SHORTEST_SCENARIO = 30;
    private static final int SHORTEST_ROTATION = 90;
    private static final int FEWEST_REQUESTS = 200;

    private OrderChecks() {}

    /** All mistakes, whole sentences. */
    static List<String> of(String run, Order order, List<Step.File> program) {
        List<String> mistakes = new ArrayList<>();
        unless(run.matches("r[a-z0-9]{6}"), "the name of a run is r and six small letters or digits, not \"" + run + "\"", mistakes);
        unless(!order.loads().isEmpty(), "there is no load to drive: give --rates, --protocols and --shapes", mistakes);
        order.loads().forEach(load -> of(load, order.pods(), mistakes));
        order.loads().forEach(load -> enough(load, order, mistakes));
        of(order.design(), mistakes);
        of(order, mistakes);
        if (order.pods().program() == Order.Program.CONFIG_MAPS) {
            unless(!program.isEmpty(), "the load generator was not found beside this program; say --image IMAGE --program image for an"
                    + " image that has it", mistakes);
            program.stream().filter(file -> file.bytes() > CONFIG_MAP).forEach(file -> mistakes.add(file.name() + " has " + file.bytes()
                    + " bytes, and a ConfigMap holds 1 MiB; say --image IMAGE --program image for an image that has it"));
        }
        return mistakes;
    }

    private static void of(Load load, Order.Pods pods, List<String> mistakes) {
        unless(load.perSecond() > 0 && load.perSecond() <= MOST_PER_SECOND * (double) pods.generators(), String.format(Locale.ROOT,
                "a rate of %s a second is not from 1 to %d for each of %d generators", load.perSecond(), MOST_PER_SECOND,
                pods.generators()), mistakes);
        unless(load.connections() >= 1 && load.connections() <= MOST_CONNECTIONS, load.connections() + " connections are not from 1 to "
                + MOST_CONNECTIONS, mistakes);
        unless(load.connections() >= pods.generators(), load.connections() + " connections are fewer than the " + pods.generators()
                + " generators that share them", mistakes);
        unless(load.payloadBytes() >= 0 && load.payloadBytes() <= 1 << 24, "--payload " + load.payloadBytes() + " is not from 0 to 16 MiB",
                mistakes);
        load.mistake().filter(sentence -> !mistakes.contains(sentence)).ifPresent(mistakes::add);
    }

    /** With fewer requests a generator itself calls each of its cells invalid, because not even the median is known. */
    private static void enough(Load load, Order order, List<String> mistakes) {
        double each = load.perSecond() / Math.max(1, order.pods().generators());
        unless(each <= 0 || each * order.design().plateauSeconds() >= FEWEST_REQUESTS, String.format(Locale.ROOT,
                "%.0f requests a second for %d s are %.0f for each generator and cell, and a median wants %d: say --plateau %.0fs, or"
                        + " higher --rates",
                load.perSecond(), order.design().plateauSeconds(), each * order.design().plateauSeconds(), FEWEST_REQUESTS,
                Math.ceil(FEWEST_REQUESTS / each)), mistakes);
    }

    private static void of(Order.Design design, List<String> mistakes) {
        List<Integer> looks = design.looks();
        unless(!looks.isEmpty() && looks.getFirst() >= 1, "--looks needs one number of blocks at least, from 1 on", mistakes);
        unless(looks.equals(looks.stream().distinct().sorted().toList()), "--looks " + looks + " must grow from one to the next", mistakes);
        unless(looks.isEmpty() || looks.getLast() <= 1_000, "--looks " + looks + " ends beyond 1000 blocks", mistakes);
        unless(design.warmUpSeconds() >= 1 && design.warmUpSeconds() <= 600, "--warm-up is not from 1 s to 10 m", mistakes);
        unless(design.plateauSeconds() >= 1 && design.plateauSeconds() <= 3600, "--plateau is not from 1 s to 1 h", mistakes);
        unless(design.precision() > 0 && design.precision() < 1, "--precision is not between 0 and 100 %", mistakes);
        unless(switch (design.margin()) {
            case Margin.Share(double share) -> share > 0 && share < 1;
            case Margin.Fixed(double micros) -> micros > 0 && micros <= 60e6;
        }, "--margin is not between 0 and 100 %, or not more than 0 and at most a minute", mistakes);
        unless(design.budgetSeconds() >= 60 && design.budgetSeconds() <= 86_400, "--budget is not from 1 m to 24 h", mistakes);
        unless(design.session() >= 1, "--session counts from 1", mistakes);
    }

    private static void of(Order order, List<String> mistakes) {
        Order.Pods pods = order.pods();
        unless(pods.generators() >= 1 && pods.generators() <= 64, "--generators is not from 1 to 64", mistakes);
        unless(pods.servers() >= 1 && pods.servers() <= 64, "--servers is not from 1 to 64", mistakes);
        unless(pods.cpu() >= 50 && pods.cpu() <= 64_000, "--cpu is not from 50m to 64", mistakes);
        unless(pods.cpuLimit() >= pods.cpu() && pods.cpuLimit() <= 64_000, "--cpu-limit is not from what --cpu requests to 64", mistakes);
        unless(pods.memoryMebibytes() >= 128, "--memory is less than 128Mi, which the load generator needs", mistakes);
        scenarios(order, mistakes);
        mistakes.addAll(Foreign.mistakes(order));
    }

    private static void scenarios(Order order, List<String> mistakes) {
        int plateau = order.design().plateauSeconds();
        unless(order.scenarios().isEmpty() || plateau >= SHORTEST_SCENARIO, "--scenario needs --plateau " + SHORTEST_SCENARIO
                + "s at least, so that pods can start and end in it", mistakes);
        unless(!order.scenarios().contains(Scenario.CERTIFICATE_ROTATION) || plateau >= SHORTEST_ROTATION, "--scenario certificate-rotation"
                + " needs --plateau " + SHORTEST_ROTATION + "s at least: certificates that live for two minutes are renewed each minute",
                mistakes);
        unless(!order.scenarios().contains(Scenario.PROXY_DEATH) || order.loads().size() == 1,
                "--scenario proxy-death ends the proxy of the"
                        + " generator's pod, and kubelets wait longer each time before they start one again: order one load, with one rate",
                mistakes);
        unless(order.scenarios().isEmpty() || order.loads().stream().allMatch(load -> load.shape() == Load.Shape.HOP),
                "--scenario is for --shapes hop: only servers that answer themselves are disturbed", mistakes);
    }

    private static void unless(boolean right, String sentence, List<String> mistakes) {
        if (!right && !mistakes.contains(sentence)) {
            mistakes.add(sentence);
        }
    }
}
