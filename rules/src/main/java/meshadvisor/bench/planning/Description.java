package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.catalog.Kebab;

/** A plan in words, for somebody who decides whether to run it. */
public final class Description {

    private Description() {}

    /** What it does, how long it takes, what it costs the cluster, what it leaves out: one screen. */
    public static List<String> summary(BenchPlan plan, Scene scene) {
        Order order = plan.order();
        List<String> lines = new ArrayList<>();
        lines.add("Benchmark " + plan.run() + " on " + scene.context() + " (" + scene.server() + ")");
        lines.add("");
        lines.add("  compares   " + plan.variants().stream().map(variant -> variant(variant, scene)).collect(Collectors.joining(", ")));
        order.loads().stream().map(Description::load)
                .forEach(load -> lines.add((lines.size() == 3 ? "  with       " : "             ") + load));
        order.target().forEach(target -> lines.add("  loads      " + target.method() + " " + target.url() + ", which is not the run's own;"
                + " bench run wants --i-may-load " + target.name()));
        order.scenarios().forEach(scenario -> lines.add("  during     " + Kebab.of(scenario)));
        lines.add("  in         " + blocks(plan));
        lines.add("  for        " + time(plan.expectedSeconds()) + " at most; the cluster removes all of it after "
                + time(plan.deadlineSeconds()) + " even if this program dies");
        lines.add("  costs      " + costs(plan));
        lines.add("  placed     " + (plan.placed().generators().equals(plan.placed().servers())
                ? "generators and servers on " + plan.placed().servers()
                : "generators on " + plan.placed().generators() + ", servers on " + plan.placed().servers()) + " ("
                + Kebab.of(order.pods().placement()) + ")");
        lines.add("  runs       " + order.pods().image() + (order.pods().program() == Order.Program.IMAGE ? " with the program in it"
                : " with this program's load generator"));
        lines.add("  changes    " + namespaces(plan).size() + " namespaces of its own, " + namespaces(plan).getLast() + " and the like,"
                + " and a role of its janitor; nothing else");
        section(lines, "People may depend on this cluster", scene.signsOfProduction());
        section(lines, "The cluster would refuse", scene.refused());
        section(lines, "Not run", plan.notRun());
        section(lines, "Mind", plan.cautions());
        section(lines, "Not seen", scene.gaps().stream()
                .map(gap -> gap.what() + ": " + gap.why() + (gap.remedy().isEmpty() ? "" : "; " + gap.remedy())).toList());
        return lines;
    }

    /** Every step in a line, and each object that it makes. */
    public static List<String> steps(BenchPlan plan) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < plan.steps().size(); at++) {
            Step step = plan.steps().get(at);
            lines.add(String.format(Locale.ROOT, "%4d  %s", at + 1, words(step)));
            objects(step).forEach(object -> lines.add("        " + object.kind() + " "
                    + (object.namespace().isEmpty() ? "" : object.namespace() + "/") + object.name()));
        }
        return lines;
    }

    /** Objects that a step makes, but for those of drives, which are like each other. */
    public static List<Manifest> objects(Step step) {
        return switch (step) {
            case Step.Apply(String why, List<Manifest> objects) -> objects;
            case Step.Ask(String variant, Manifest job, int atMost) -> List.of(job);
            case Step.Drive drive -> List.of(drive.job());
            case Step.Deliver deliver -> List.of();
            case Step.AwaitReady await -> List.of();
            case Step.Idle idle -> List.of();
            case Step.Look look -> List.of();
            case Step.Remove remove -> List.of();
        };
    }

    private static String words(Step step) {
        return switch (step) {
            case Step.Apply(String why, List<Manifest> objects) -> "make " + why;
            case Step.Deliver(List<String> namespaces, List<Step.File> files) -> String.format(Locale.ROOT,
                    "deliver the load generator (%d files, %d KiB) in ConfigMaps to %s", files.size(),
                    files.stream().mapToLong(Step.File::bytes).sum() >> 10, String.join(", ", namespaces));
            case Step.AwaitReady(String namespace, String job, int pods, String variant, int atMost) -> "wait until " + pods + " pod"
                    + (pods == 1 ? "" : "s") + " of " + namespace + "/" + job + " are ready" + (variant.isEmpty() ? "" : " and enrolled")
                    + ", " + atMost + " s at most";
            case Step.Idle(int seconds) -> "watch for " + seconds + " s without load";
            case Step.Ask(String variant, Manifest job, int atMost) -> "ask the servers of " + variant + " in plaintext from outside";
            case Step.Drive drive -> "block " + drive.block() + ": drive " + drive.variant() + " with "
                    + drive.cells().stream().map(Step.Cell::name).collect(Collectors.joining(", "));
            case Step.Look(int session, int blocks) -> "look after " + blocks + " blocks whether that is enough";
            case Step.Remove(List<String> namespaces) -> "remove " + String.join(", ", namespaces);
        };
    }

    private static String variant(Variant variant, Scene scene) {
        return scene.presence(variant.id()).map(presence -> switch (presence) {
            case Presence.There(String version, String revision, String flavour) -> Stream.of(version, flavour)
                    .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
            case Presence.NotThere notThere -> "";
        }).filter(text -> !text.isEmpty()).map(text -> variant.id() + " (" + text + ")").orElse(variant.id());
    }

    private static String load(Load load) {
        return String.format(Locale.ROOT, "%s %s, %s connections (%d), %s requests a second, %d bytes back", Kebab.of(load.shape()),
                Kebab.of(load.protocol()), Kebab.of(load.reuse()), load.connections(), number(load.perSecond()), load.payloadBytes());
    }

    private static String blocks(BenchPlan plan) {
        Order.Design design = plan.order().design();
        List<Integer> looks = design.looks();
        return (looks.size() == 1 ? looks.getFirst() + " blocks" : looks.getFirst() + " to " + looks.getLast() + " blocks (looks after "
                + looks.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")") + " in random order, seed " + design.seed()
                + " (--seed repeats it)"
                + "; " + design.warmUpSeconds() + " s to warm up and " + design.plateauSeconds() + " s measured each"
                + (looks.getFirst() < 10 ? "; fewer than 10 blocks say nothing for certain" : "");
    }

    private static String costs(BenchPlan plan) {
        BenchPlan.Peak peak = plan.peak();
        return String.format(Locale.ROOT, "up to %s requests a second, and %d pods that request %.1f CPU and %.1f GiB", number(
                peak.requestsPerSecond()), peak.pods(), peak.cpu() / 1000.0, peak.memoryMebibytes() / 1024.0);
    }

    private static List<String> namespaces(BenchPlan plan) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        plan.steps().stream().flatMap(step -> objects(step).stream()).filter(object -> object.kind().equals("Namespace"))
                .forEach(object -> names.put(object.name(), true));
        return List.copyOf(names.keySet());
    }

    private static void section(List<String> lines, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(title + ":");
            sentences.forEach(sentence -> lines.add("  - " + sentence));
        }
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }

    private static String time(int seconds) {
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? (seconds + 59) / 60 + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }
}
