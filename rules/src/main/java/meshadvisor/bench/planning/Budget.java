package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan.Peak;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Scene.Node;
import meshadvisor.bench.Step;

/** What a plan costs the cluster at most at one time: all that stays, the largest of what comes and goes, and the proxies of both. */
final class Budget {

    /** What Istio's sidecar requests as shipped; other proxies request less or nothing. */
    private static final int PROXY_MILLIS = 100;
    private static final int PROXY_MEBIBYTES = 128;

    private Budget() {}

    /** What is requested of a node. */
    record Use(int pods, int cpu, int memory) {

        Use and(Use other) {
            return new Use(pods + other.pods, cpu + other.cpu, memory + other.memory);
        }

        static Use most(Use one, Use other) {
            return new Use(Math.max(one.pods, other.pods), Math.max(one.cpu, other.cpu), Math.max(one.memory, other.memory));
        }
    }

    /** By the names of nodes. */
    static Map<String, Use> of(List<Step> steps, List<Way> ways) {
        Map<String, Use> staying = new LinkedHashMap<>();
        Map<String, Use> passing = new LinkedHashMap<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Apply(String why, List<Manifest> objects) -> objects.stream().filter(each -> each.kind().equals("Job"))
                        .forEach(job -> staying.merge(Jobs.node(job), use(job, ways), Use::and));
                case Step.Ask(String variant, Manifest job, int atMost) -> passing.merge(Jobs.node(job), use(job, ways), Use::most);
                case Step.Drive drive -> {
                    passing.merge(Jobs.node(drive.job()), use(drive.job(), ways), Use::most);
                    disturbing(drive).forEach(job -> passing.merge(Jobs.node(job), use(job, ways).and(use(drive.job(), ways)), Use::most));
                }
                case Step.Deliver deliver -> {}
                case Step.AwaitReady await -> {}
                case Step.Idle idle -> {}
                case Step.Look look -> {}
                case Step.Remove remove -> {}
            }
        }
        passing.forEach((node, use) -> staying.merge(node, use, Use::and));
        return staying;
    }

    private static Stream<Manifest> disturbing(Step.Drive drive) {
        return drive.cells().stream().flatMap(cell -> cell.disturbance().stream()).flatMap(each -> each.apply().stream())
                .filter(each -> each.kind().equals("Job"));
    }

    private static Use use(Manifest job, List<Way> ways) {
        boolean proxied = ways.stream().anyMatch(way -> job.namespace().endsWith("-" + way.id())
                && !way.variant().enrol().container().isEmpty());
        int count = Jobs.count(job);
        int cpu = Jobs.requested(job, "cpu") + (proxied ? PROXY_MILLIS : 0);
        int memory = Jobs.requested(job, "memory") + (proxied ? PROXY_MEBIBYTES : 0);
        return new Use(count, count * cpu, count * memory);
    }

    /** All nodes together. */
    static Peak peak(Map<String, Use> uses, List<Load> loads) {
        Use all = uses.values().stream().reduce(new Use(0, 0, 0), Use::and);
        return new Peak(all.pods, all.cpu, all.memory, loads.stream().mapToDouble(Load::perSecond).max().orElse(0));
    }

    /** What does not fit on its node, with the numbers. */
    static List<String> mistakes(Map<String, Use> uses, List<Node> nodes, int cpuOfEach) {
        List<String> mistakes = new ArrayList<>();
        for (Node node : nodes) {
            Use use = uses.getOrDefault(node.name(), new Use(0, 0, 0));
            if (use.cpu > node.freeCpu()) {
                mistakes.add(String.format(Locale.ROOT, "node %s has %d m of CPU free and the run requests up to %d m (%d pods); %s",
                        node.name(),
                        node.freeCpu(), use.cpu, use.pods, lower(use, node, cpuOfEach)));
            }
            if (use.memory > node.freeMebibytes()) {
                mistakes.add(String.format(Locale.ROOT, "node %s has %d MiB of memory free and the run requests up to %d MiB (%d pods);"
                        + " leave out variants, or give --memory less", node.name(), node.freeMebibytes(), use.memory, use.pods));
            }
        }
        return mistakes;
    }

    private static String lower(Use use, Node node, int cpuOfEach) {
        return IntStream.of(500, 300, 200, 150, 100).filter(cpu -> cpu < cpuOfEach)
                .filter(cpu -> use.cpu - use.pods * (cpuOfEach - cpu) * 0.7 <= node.freeCpu()).boxed().findFirst()
                .map(cpu -> "try --cpu " + cpu + "m, or leave out variants").orElse("leave out variants, or take a larger node");
    }
}
