package meshadvisor.lab.run;

import java.util.List;
import java.util.NavigableMap;
import meshadvisor.tree.Node;

/**
 * What a probe saw of its node at one time. Times of processors are in seconds since the node started; what was not seen is no number.
 *
 * @param atMillis since the epoch, by the node's clock
 */
record NodeSample(double atMillis, double busySeconds, double softirqSeconds, double stealSeconds, int cores, double memoryUsedBytes,
        double stalledSeconds) {

    private static final List<String> BUSY = List.of("user", "nice", "system", "irq", "softirq", "steal");

    /** Reads one that a probe told, and without any use if it is no sample. */
    static NodeSample of(Node told) {
        double ticks = Json.number(told.get("clockTicks"));
        Node cpu = told.get("cpu");
        double busy = BUSY.stream().map(cpu::get).mapToDouble(Json::number).filter(each -> !Double.isNaN(each)).sum();
        return new NodeSample(Json.number(told.get("atMillis")), cpu.present() ? busy / ticks : Double.NaN,
                Json.number(cpu.get("softirq")) / ticks, Json.number(cpu.get("steal")) / ticks, (int) Json.count(told.get("cores")),
                Json.number(told.at("memory", "totalBytes")) - Json.number(told.at("memory", "availableBytes")),
                Json.number(told.at("pressure", "cpuSomeTotalMicros")) / 1e6);
    }

    /** What a node did in a span of time. Counters are read at its ends by a straight line between the samples around them. */
    static NodeSample between(NavigableMap<Double, NodeSample> samples, GeneratorRun.Span span) {
        NodeSample first = at(samples, span.fromMillis());
        NodeSample last = at(samples, span.toMillis());
        return new NodeSample(last.atMillis - first.atMillis, last.busySeconds - first.busySeconds,
                last.softirqSeconds - first.softirqSeconds, last.stealSeconds - first.stealSeconds, last.cores, last.memoryUsedBytes,
                last.stalledSeconds - first.stalledSeconds);
    }

    /** Whether samples reach from one end of a span to the other, without a hole. */
    static boolean covered(NavigableMap<Double, NodeSample> samples, GeneratorRun.Span span, double longestHoleMillis) {
        var before = samples.floorKey(span.fromMillis());
        var after = samples.ceilingKey(span.toMillis());
        if (before == null || after == null) {
            return false;
        }
        double last = before;
        for (double at : samples.subMap(before, false, after, true).keySet()) {
            if (at - last > longestHoleMillis) {
                return false;
            }
            last = at;
        }
        return true;
    }

    private static NodeSample at(NavigableMap<Double, NodeSample> samples, double millis) {
        NodeSample before = samples.floorEntry(millis).getValue();
        NodeSample after = samples.ceilingEntry(millis).getValue();
        double share = after.atMillis == before.atMillis ? 0 : (millis - before.atMillis) / (after.atMillis - before.atMillis);
        return new NodeSample(millis, mixed(before.busySeconds, after.busySeconds, share),
                mixed(before.softirqSeconds, after.softirqSeconds, share), mixed(before.stealSeconds, after.stealSeconds, share),
                after.cores,
                after.memoryUsedBytes, mixed(before.stalledSeconds, after.stalledSeconds, share));
    }

    private static double mixed(double before, double after, double share) {
        return before + (after - before) * share;
    }
}
