package meshadvisor.plan;

import java.util.List;
import meshadvisor.plan.book.Weight;
import meshadvisor.signal.Application;

/**
 * Something that moves as a whole: a namespace, several of them, or a service.
 *
 * @param name for readers
 * @param namespaces as they are called in the cluster
 * @param reasons what gave and took points, the weightiest first
 */
public record Target(String name, List<String> namespaces, List<Application> applications, List<Reason> reasons) {

    /** A trait, how often it was counted, and what it is worth. */
    public record Reason(Weight weight, int count, double points) {}

    public Target {
        namespaces = List.copyOf(namespaces);
        applications = List.copyOf(applications);
        reasons = List.copyOf(reasons);
    }

    /** Points for and against going early. */
    public double score() {
        return reasons.stream().mapToDouble(Reason::points).sum();
    }

    /** Points against. */
    public double risk() {
        return reasons.stream().mapToDouble(r -> Math.max(0, -r.points)).sum();
    }

    /** Points for. */
    public double benefit() {
        return reasons.stream().mapToDouble(r -> Math.max(0, r.points)).sum();
    }
}
