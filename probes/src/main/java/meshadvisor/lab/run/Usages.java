package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.BenchRun.Figure;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.lab.run.ContainerSample.Used;
import meshadvisor.lab.run.GeneratorRun.Span;

/**
 * What was used in a span of time, from what the lookout saw.
 *
 * @param payers pods that belong to a bill, by {@code namespace/pod}
 */
record Usages(Lookout lookout, Site site, Map<String, Payer> payers, double startMillis) {

    /** Whose a pod outside the run's namespaces is. */
    record Payer(User user, String variant) {}

    /** What nodes used. */
    List<Usage> ofNodes(Span span) {
        List<Usage> usages = new ArrayList<>();
        lookout.nodes().forEach((node, samples) -> {
            if (NodeSample.covered(samples, span, 5_000)) {
                NodeSample did = NodeSample.between(samples, span);
                Map<Figure, Double> figures = new EnumMap<>(Figure.class);
                put(figures, Figure.CPU_SECONDS, did.busySeconds());
                put(figures, Figure.SOFTIRQ_SECONDS, did.softirqSeconds());
                put(figures, Figure.STEAL_SECONDS, did.stealSeconds());
                put(figures, Figure.MEMORY_BYTES, did.memoryUsedBytes());
                put(figures, Figure.PRESSURE_SHARE, did.stalledSeconds() / span.seconds());
                usages.add(usage(User.NODE, node, "", span, figures));
            }
        });
        return usages;
    }

    /**
     * What containers of a variant, and of what serves it, used. Best within the plateau alone; if the kubelet looked too seldom for that, with the
     * warm-up, in which the same load is sent.
     *
     * @param variant empty for all
     */
    List<Usage> ofContainers(String variant, Span plateau, Span sending) {
        List<Usage> usages = new ArrayList<>();
        lookout.containers().looks().forEach((container, looks) -> {
            Optional<Payer> payer = payer(container).filter(each -> variant.isEmpty() || each.variant.equals(variant) || each.variant.isEmpty());
            Optional<Used> used = ContainerSample.within(looks, plateau).or(() -> ContainerSample.within(looks, sending));
            if (payer.isPresent() && used.isPresent()) {
                Map<Figure, Double> figures = new EnumMap<>(Figure.class);
                put(figures, Figure.CPU_SECONDS, used.get().cpuSeconds());
                put(figures, Figure.MEMORY_BYTES, used.get().memoryBytes());
                usages.add(usage(payer.get().user, container, payer.get().variant,
                        new Span(used.get().fromMillis(), used.get().toMillis()), figures));
            }
        });
        return usages;
    }

    /** CPU time of everything that belongs to the run or a bill, scaled to a span; nothing if not all of the variant's containers were seen. */
    Optional<Double> own(Span plateau, Span sending, long containers) {
        List<Usage> all = ofContainers("", plateau, sending);
        if (all.stream().filter(usage -> usage.who() == User.CONTAINER).count() < containers) {
            return Optional.empty();
        }
        return Optional.of(all.stream().mapToDouble(usage -> usage.figures().getOrDefault(Figure.CPU_SECONDS, 0.0)
                / (usage.toSeconds() - usage.fromSeconds()) * plateau.seconds()).sum());
    }

    private Optional<Payer> payer(String container) {
        String pod = container.substring(0, container.lastIndexOf('/'));
        String namespace = pod.substring(0, pod.indexOf('/'));
        String mine = site.namespace("");
        return namespace.startsWith(mine)
                ? Optional.of(new Payer(User.CONTAINER, namespace.equals(site.control()) ? "" : namespace.substring(mine.length())))
                : Optional.ofNullable(payers.get(pod));
    }

    private Usage usage(User user, String name, String variant, Span span, Map<Figure, Double> figures) {
        return new Usage(user, name, variant, (span.fromMillis() - startMillis) / 1000, (span.toMillis() - startMillis) / 1000, figures);
    }

    private static void put(Map<Figure, Double> figures, Figure figure, double value) {
        if (!Double.isNaN(value)) {
            figures.put(figure, value);
        }
    }
}
