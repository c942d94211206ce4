package meshadvisor.lab.file;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.BenchRun.Figure;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.BenchRun.Session;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Course;
import meshadvisor.bench.Load;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Statistic;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variants;
import meshadvisor.bench.planning.Planned;
import meshadvisor.bench.planning.Planning;
import meshadvisor.model.Gap;
import meshadvisor.support.Knowledge;

/** A plan and a run with something of everything. */
final class Sample {

    private static final Load LOAD = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 16, 1024);

    private Sample() {}

    static Scene scene() {
        return new Scene("lab", "https://cluster.example:6443", List.of(new Scene.Node("one", "a", 8000, 7000, 16_000, 12_000, "6.1", "")),
                Map.of("istio-sidecar", new Scene.Presence.There("1.31.0", "default", "upstream-envoy"), "linkerd",
                        new Scene.Presence.NotThere("there is no control plane", "linkerd install")),
                List.of("The context is called prod."), Map.of("kubernetes", "v1.35.4"), List.of(), List.of(),
                List.of(Gap.of("bench-zone", "zones", "no labels", "label nodes")));
    }

    static BenchPlan plan(Scenario... scenarios) {
        Order order = new Order(List.of("app-mtls", "istio-sidecar"), List.of(LOAD), List.of(scenarios),
                new Order.Design(1, List.of(2, 3), 0.1, new Margin.Share(0.1), 10, 90, 80_000, 1, List.of("1ms")),
                new Order.Pods("eclipse-temurin:25-jre", Order.Program.CONFIG_MAPS, 300, 300, 192, Order.Placement.SAME_NODE, 1, 1,
                        Order.Style.AS_SHIPPED));
        Planned planned = Planning.of("rabc123", order, scene(), Variants.of(Knowledge.LIBRARY),
                List.of(new Step.File("load-generator.jar", 500_000, "00")));
        return switch (planned) {
            case Planned.Possible possible -> possible.plan();
            case Planned.Impossible impossible -> throw new AssertionError(impossible.mistakes());
        };
    }

    static BenchRun run() {
        CellResult cell = new CellResult(1, 1, "istio-sidecar", LOAD, List.of(Scenario.CHURN), List.of("It was too loud."), "HISTFAAA",
                new Counts(10, 9, 8, 1, 1, 20, 0.5, 12.25), List.of(new Proved("It went there.", true, "0 → 9")), 1.5, 21.5,
                Map.of("0005.0 s", "applied EndpointSlice extra"),
                new Course(List.of(new Course.Second(0, 10, 8, 1, Map.of(Statistic.P50, 512.5, Statistic.P90, 900.0))),
                        List.of(new Course.Change(Course.What.ADDED, 5.25, true, List.of(0.375)))));
        Usage usage = new Usage(User.CONTROL_PLANE, "istio-system/istiod/discovery", "istio-sidecar", 0, 10,
                Map.of(Figure.CPU_SECONDS, 0.25, Figure.MEMORY_BYTES, 1e7));
        return new BenchRun(plan(), scene(), "2026-11-27T10:00:00Z", List.of(new Session(1, List.of("istio-sidecar"), 3_000)),
                List.of(cell),
                List.of(usage), List.of("More blocks."), List.of("A warning."), List.of(), End.LAST_LOOK);
    }
}
