package meshadvisor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import meshadvisor.cost.Range;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.Suppositions;

/**
 * How long restarts take. A Deployment brings up a quarter of its pods at a time and takes down another quarter, as Kubernetes does where nobody says
 * otherwise; everything else goes pod by pod.
 */
record Restarts(List<Target> targets, Suppositions supposed) {

    /** Kinds that replace a share of their pods at a time; a Rollout of Argo has the same defaults as a Deployment. */
    private static final Set<String> SHARED = Set.of("Deployment", "Rollout");
    private static final double SHARE = 0.25;
    private static final double SECONDS = 60;

    /** Rounds of the workload that needs most of them. */
    int rounds() {
        return longest().map(Restarts::rounds).orElse(0);
    }

    private Optional<Workload> longest() {
        return targets.stream().flatMap(t -> t.applications().stream()).flatMap(a -> a.workloads().stream())
                .max(Comparator.comparingInt(Restarts::rounds));
    }

    private static int rounds(Workload workload) {
        int pods = Math.max(1, workload.replicas());
        int step = SHARED.contains(workload.kind()) ? (int) (Math.ceil(pods * SHARE) + Math.floor(pods * SHARE)) : 1;
        return (int) Math.ceil((double) pods / step);
    }

    /** Minutes of restarts, after people have done their part. */
    Range after(Range minutes) {
        Range each = supposed.podStart();
        return new Range(minutes.low() + rounds() * each.low() / SECONDS, minutes.likely() + rounds() * each.likely() / SECONDS,
                minutes.high() + rounds() * each.high() / SECONDS);
    }

    String basis() {
        return String.format(Locale.ROOT, "predicted: the longest rolling restart takes %s of %.0f to %.0f s until a pod is ready "
                + "(rounds from replicas as declared, %s; seconds assumed)",
                rounds() == 1 ? "one round" : rounds() + " rounds",
                supposed.podStart().low(), supposed.podStart().high(),
                longest().filter(w -> !SHARED.contains(w.kind())).map(w -> "pod by pod, as a " + w.kind() + " goes")
                        .orElse("with the usual maxSurge and maxUnavailable of 25 %"));
    }
}
