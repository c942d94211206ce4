package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What a kubelet saw of a container.
 *
 * @param container {@code namespace/pod/container}
 * @param atMillis when it looked, by the node's clock; it looks every ten seconds or so, and not at all containers at once
 * @param cpuSeconds since the container started
 */
record ContainerSample(String container, double atMillis, double cpuSeconds, double memoryBytes) {

    /** Without this share of the span the figure would say more about the time of looking than about the load. */
    private static final double LEAST_COVERED = 0.5;

    private static final String CPU = "container_cpu_usage_seconds_total";
    private static final String MEMORY = "container_memory_working_set_bytes";

    /** What was used between two looks of a kubelet. */
    record Used(double fromMillis, double toMillis, double cpuSeconds, double memoryBytes) {}

    /** Reads a page {@code /metrics/resource} of a kubelet. */
    static List<ContainerSample> of(List<String> page) {
        Map<String, KubeletLine> cpu = new HashMap<>();
        List<ContainerSample> samples = new ArrayList<>();
        KubeletLine.of(page, List.of(CPU, MEMORY)).forEach(line -> {
            KubeletLine used = cpu.get(line.container());
            if (line.figure().equals(CPU)) {
                cpu.put(line.container(), line);
            } else if (used != null) {
                samples.add(new ContainerSample(line.container(), used.atMillis(), used.value(), line.value()));
            }
        });
        return samples;
    }

    /**
     * What was used in a span: between the first and the last look within it, so that nothing has to be guessed. If these are too near to each
     * other, there is no figure.
     *
     * @param looks of one container by time
     */
    static Optional<Used> within(NavigableMap<Double, ContainerSample> looks, GeneratorRun.Span span) {
        NavigableMap<Double, ContainerSample> inside = looks.subMap(span.fromMillis(), true, span.toMillis(), true);
        if (inside.size() < 2 || inside.lastKey() - inside.firstKey() < LEAST_COVERED * (span.toMillis() - span.fromMillis())) {
            return Optional.empty();
        }
        ContainerSample first = inside.firstEntry().getValue();
        ContainerSample last = inside.lastEntry().getValue();
        return Optional.of(new Used(first.atMillis, last.atMillis, last.cpuSeconds - first.cpuSeconds, last.memoryBytes));
    }
}
