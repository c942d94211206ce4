package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.report.Report;
import meshadvisor.signal.ClusterState;
import meshadvisor.signal.ControlPlane;
import meshadvisor.signal.TroubledProxy;

/** How a running cluster is, in a few lines; nothing of what was not read. */
final class StateLines {

    private static final int MOST = 5;

    private StateLines() {}

    static List<String> of(Report.Running running) {
        ClusterState state = running.state();
        List<String> lines = new ArrayList<>();
        state.controlPlanes().forEach(c -> lines.add("Control plane of " + c.mesh() + ": " + of(c)));
        if (!state.troubled().isEmpty()) {
            lines.add("Proxies that were killed for want of memory or restarted often: "
                    + some(state.troubled().stream().map(StateLines::of).toList(), "; "));
        }
        if (!state.shapes().isEmpty()) {
            lines.add("Nodes: " + some(state.shapes().stream().map(StateLines::of).toList(), "; "));
        }
        state.room().ifPresent(r -> lines.add("Free to be requested on nodes that take any pod: " + words(r.total()) + "; on one node "
                + words(r.least()) + " at least and " + words(r.most()) + " at most"));
        state.usage().ifPresent(u -> lines.add("Used on " + Words.count(u.nodes(), "node", "nodes") + ": " + words(u.used())
                + (u.window().isEmpty() ? "" : ", measured over " + u.window()) + (u.end().isEmpty() ? "" : " until " + u.end())));
        String bounds = Stream
                .of(bound(running.disruptionBudgets(), "PodDisruptionBudget"), bound(running.autoscalers(), "HorizontalPodAutoscaler"))
                .filter(b -> !b.isEmpty()).collect(Collectors.joining(", "));
        if (!bounds.isEmpty()) {
            lines.add("Bounds: " + bounds);
        }
        return lines;
    }

    private static String bound(OptionalInt number, String kind) {
        return number.isPresent() ? Words.count(number.getAsInt(), kind, kind + "s") : "";
    }

    private static String of(ControlPlane plane) {
        String ready = plane.ready().isPresent() ? plane.ready().getAsInt() + " ready" : "";
        String wanted = plane.wanted().isPresent() ? Words.count(plane.wanted().getAsInt(), "replica", "replicas") + " wanted" : "";
        return Stream.of(plane.workload() + (plane.version().isEmpty() ? "" : " " + plane.version()), wanted, ready)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String of(TroubledProxy proxy) {
        return proxy.workload() + " in " + Words.count(proxy.pods(), "pod", "pods") + ", " + proxy.restarts()
                + (proxy.restarts() == 1 ? " restart" : " restarts")
                + (proxy.killed() == 0 ? "" : ", out of memory in " + proxy.killed());
    }

    private static String of(ClusterState.Shape shape) {
        String is = Stream.of(shape.instanceType(), shape.zone(), shape.kubelet().isEmpty() ? "" : "kubelet " + shape.kubelet())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return shape.nodes() + (is.isEmpty() ? " of an unknown kind" : " of " + is);
    }

    private static String words(ClusterState.Measure measure) {
        return measure.cpuMillis() + "m CPU and " + measure.memoryMib() + " MiB of memory";
    }

    private static String some(List<String> all, String between) {
        return all.stream().limit(MOST).collect(Collectors.joining(between))
                + (all.size() > MOST ? between + "+" + (all.size() - MOST) + " more" : "");
    }
}
