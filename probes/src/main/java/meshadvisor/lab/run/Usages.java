package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
 * @param given the last look at each container that was given
 */
record Usages(Lookout lookout, Site site, Map<String, Payer> payers, Map<String, Double> given, double startMillis) {

    /** Kubelets look at young containers more often than anybody needs to know. */
    private static final double SHORTEST_MILLIS = 1_900;

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

    /** What containers of the run and of bills used, from one look of the kubelet to the next, as far as it was not given before. */
    List<Usage> ofContainers() {
        List<Usage> usages = new ArrayList<>();
        lookout.containers().looks().forEach((container, looks) -> {
            Optional<Payer> payer = payer(container);
            if (payer.isPresent() && !looks.isEmpty()) {
                double last = given.getOrDefault(container, looks.firstKey());
                ContainerSample before = looks.ceilingEntry(last).getValue();
                for (ContainerSample look : looks.tailMap(last, false).values()) {
                    if (look.atMillis() - before.atMillis() >= SHORTEST_MILLIS) {
                        usages.add(between(before, look, payer.get()));
                        given.put(container, look.atMillis());
                        before = look;
                    }
                }
            }
        });
        return usages;
    }

    private Usage between(ContainerSample before, ContainerSample look, Payer payer) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.CPU_SECONDS, look.cpuSeconds() - before.cpuSeconds());
        put(figures, Figure.MEMORY_BYTES, look.memoryBytes());
        return usage(payer.user, look.container(), payer.variant, new Span(before.atMillis(), look.atMillis()), figures);
    }

    /**
     * CPU time of everything that belongs to the run or a bill, by node, scaled to a span; nothing if the variant's containers were not looked at often
     * enough, or if it is not known where they are.
     *
     * @param containers that must have been seen of the variant
     */
    Optional<Map<String, Double>> own(String variant, Span plateau, Span sending, int containers) {
        Map<String, Double> sums = new HashMap<>();
        int seen = 0;
        for (Map.Entry<String, NavigableMap<Double, ContainerSample>> each : lookout.containers().looks().entrySet()) {
            Optional<Payer> payer = payer(each.getKey());
            Optional<Used> used =
                    ContainerSample.within(each.getValue(), plateau).or(() -> ContainerSample.within(each.getValue(), sending));
            Optional<String> node = lookout.containers().node(each.getKey());
            if (payer.isPresent() && used.isPresent() && node.isPresent()) {
                double rate = used.get().cpuSeconds() / (used.get().toMillis() - used.get().fromMillis()) * 1000;
                sums.merge(node.get(), rate * plateau.seconds(), Double::sum);
                seen += payer.get().user == User.CONTAINER && payer.get().variant.equals(variant) ? 1 : 0;
            }
        }
        return seen < containers ? Optional.empty() : Optional.of(sums);
    }

    /** For how long a quota kept a container from running. */
    Usage kept(String container, Payer payer, Quotas.Kept kept) {
        return usage(payer.user, container, payer.variant, kept.in(), Map.of(Figure.THROTTLED_SECONDS, kept.seconds()));
    }

    /** Whose a container is; nothing if it has nothing to do with the run. */
    Optional<Payer> payer(String container) {
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
