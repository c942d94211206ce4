package meshadvisor.format;

import meshadvisor.report.Report;
import meshadvisor.signal.ClusterState;

/** A running cluster as named fields. What was not read is null, never 0. */
final class RunningFields {

    private RunningFields() {}

    static void write(Fields out, Report.Running running) {
        out.textOrNull("cluster", running.cluster());
        out.textOrNull("kubernetes", running.kubernetes());
        out.textOrNull("readAt", running.readAt());
        out.numberOrNull("nodes", running.nodes());
        out.numberOrNull("pods", running.pods());
        out.objects("proxies", running.proxies(), (f, p) -> {
            f.text("mesh", p.mesh());
            f.textOrNull("version", p.version());
            f.text("sidecar", p.sidecar());
            f.number("pods", p.pods());
        });
        out.objects("network", running.network(), FindingFields::evidence);
        out.objects("platforms", running.platforms(), (f, p) -> {
            f.text("id", p.platform().id());
            f.text("name", p.platform().name());
            f.objects("signs", p.signs(), FindingFields::evidence);
        });
        out.objects("traps", running.traps(), (f, t) -> {
            f.text("id", t.id());
            f.text("says", t.says());
            f.text("mark", t.mark());
            f.text("source", t.source());
            f.text("date", t.date());
        });
        out.numberOrNull("disruptionBudgets", running.disruptionBudgets());
        out.numberOrNull("autoscalers", running.autoscalers());
        state(out, running.state());
    }

    private static void state(Fields out, ClusterState state) {
        out.objects("shapes", state.shapes(), (f, s) -> {
            f.textOrNull("instanceType", s.instanceType());
            f.textOrNull("zone", s.zone());
            f.textOrNull("kubelet", s.kubelet());
            f.number("nodes", s.nodes());
        });
        state.room().ifPresentOrElse(room -> out.object("room", f -> {
            f.object("total", g -> measure(g, room.total()));
            f.object("leastOnNode", g -> measure(g, room.least()));
            f.object("mostOnNode", g -> measure(g, room.most()));
        }), () -> out.nothing("room"));
        state.usage().ifPresentOrElse(usage -> out.object("usage", f -> {
            measure(f, usage.used());
            f.number("nodes", usage.nodes());
            f.textOrNull("window", usage.window());
            f.textOrNull("windowEnd", usage.end());
        }), () -> out.nothing("usage"));
        out.objects("controlPlanes", state.controlPlanes(), (f, c) -> {
            f.text("mesh", c.mesh());
            FindingFields.object(f, c.workload());
            f.textOrNull("version", c.version());
            f.numberOrNull("wanted", c.wanted());
            f.numberOrNull("ready", c.ready());
        });
        out.objects("troubledProxies", state.troubled(), (f, t) -> {
            FindingFields.object(f, t.workload());
            f.number("pods", t.pods());
            f.number("outOfMemory", t.killed());
            f.number("restarts", (double) t.restarts());
        });
    }

    private static void measure(Fields out, ClusterState.Measure measure) {
        out.number("cpuMillis", (double) measure.cpuMillis());
        out.number("memoryMib", (double) measure.memoryMib());
    }
}
