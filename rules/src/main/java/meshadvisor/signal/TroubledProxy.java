package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import meshadvisor.model.Container.Role;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningContainer;

/**
 * Proxies of a workload that were killed for want of memory the last time they ended, or that were restarted too often.
 *
 * @param pods in which that happened
 * @param killed of them those whose proxy was killed for want of memory the last time it ended
 * @param restarts of the proxies in these pods, together
 */
public record TroubledProxy(ObjectKey workload, int pods, int killed, long restarts) {

    private static final String OUT_OF_MEMORY = "OOMKilled";

    /** Those with the most restarts first. */
    static List<TroubledProxy> of(World world) {
        List<TroubledProxy> troubled = new ArrayList<>();
        world.fleet().proxies().forEach((workload, proxies) -> {
            if (proxies.isEmpty()) {
                return;
            }
            List<List<RunningContainer>> pods = world.fleet().of(workload).stream()
                    .map(p -> p.containers().stream().filter(c -> among(proxies, c) && inTrouble(world, c)).toList())
                    .filter(all -> !all.isEmpty()).toList();
            if (!pods.isEmpty()) {
                int killed = (int) pods.stream().filter(all -> all.stream().anyMatch(TroubledProxy::killed)).count();
                long restarts = pods.stream().flatMap(List::stream).mapToLong(c -> c.state().restarts().orNothing()).sum();
                troubled.add(new TroubledProxy(workload, pods.size(), killed, restarts));
            }
        });
        troubled.sort(Comparator.comparingLong(TroubledProxy::restarts).reversed().thenComparing(TroubledProxy::workload));
        return troubled;
    }

    private static boolean among(List<RunningProxy> proxies, RunningContainer container) {
        return proxies.stream().map(RunningProxy::container).anyMatch(p -> p.role() != Role.INIT && p.role() == container.role()
                && p.name().equals(container.name()) && p.image().value().equals(container.image()));
    }

    private static boolean inTrouble(World world, RunningContainer container) {
        return killed(container) || container.state().restarts().orNothing() > world.catalogue().kubernetes().settling().restarts();
    }

    private static boolean killed(RunningContainer container) {
        return container.state().lastEnd().equals(OUT_OF_MEMORY);
    }
}
