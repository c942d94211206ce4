package meshadvisor.model;

import java.util.List;
import java.util.Map;

/** What bounds how many pods there may be and how many may be missing. */
public record Bounds(List<Quota> quotas, List<DisruptionBudget> disruptionBudgets, List<Autoscaler> autoscalers) {

    /** Nothing was read. */
    public static final Bounds NONE = new Bounds(List.of(), List.of(), List.of());

    /**
     * A ResourceQuota.
     *
     * @param hard by resource, such as {@code requests.cpu}; processors in thousandths, memory in bytes, everything else as a count
     * @param used likewise, as the cluster tells it
     * @param reach for which of the pods that are not meant to end, and that request something
     */
    public record Quota(ObjectKey key, Place place, Map<String, Long> hard, Map<String, Long> used, Reach reach) {
        public Quota {
            hard = Copies.of(hard);
            used = Copies.of(used);
        }
    }

    /** For which pods a quota holds. */
    public enum Reach {
        EVERY, SOME, NONE
    }

    /**
     * A PodDisruptionBudget.
     *
     * @param minAvailable a number or a share such as {@code 50%}, empty if not given
     * @param maxUnavailable likewise
     * @param allowed disruptions that it allows now
     */
    public record DisruptionBudget(ObjectKey key, Place place, Selector selector, String minAvailable, String maxUnavailable,
            Amount allowed) {}

    /** A HorizontalPodAutoscaler. */
    public record Autoscaler(ObjectKey key, Place place, ObjectKey target, Amount min, Amount max, Amount current) {}

    public Bounds {
        quotas = List.copyOf(quotas);
        disruptionBudgets = List.copyOf(disruptionBudgets);
        autoscalers = List.copyOf(autoscalers);
    }
}
