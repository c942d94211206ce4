package meshadvisor.simulate.run;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The HorizontalPodAutoscaler: every 15 s, pods × use / target, rounded up, unless use is within 10 % of the target; pods that are not ready count as
 * idle; at most twice as many or 4 more at a time; fewer only if nothing asked for more in the last 300 s (kubernetes.io,
 * horizontal-pod-autoscale; pkg/controller/podautoscaler). Nodes are not scaled.
 */
final class Autoscaler {

    /** Between two looks, in ms. */
    static final long INTERVAL = 15_000;

    private static final double TOLERANCE = 0.1;
    private static final int AT_LEAST_MORE = 4;
    private static final int REMEMBERED = 20;

    private final Plant plant;
    private final Agenda agenda;
    private final Scheduler scheduler;
    private final Deaths deaths;
    private final ControlPlane control;
    private final double before;
    private final Map<Crowd, Deque<Integer>> asked = new HashMap<>();

    /** @param before use of a service at its usual load, as a part of its target */
    Autoscaler(Plant plant, Agenda agenda, Works works, double before) {
        this.plant = plant;
        this.agenda = agenda;
        this.scheduler = works.scheduler();
        this.deaths = works.deaths();
        this.control = works.control();
        this.before = before;
    }

    /** What it changes pods with. */
    record Works(Scheduler scheduler, Deaths deaths, ControlPlane control) {}

    /** One look at all scaled services. */
    void look() {
        for (Crowd crowd : plant.crowds()) {
            if (crowd.most > crowd.usual) {
                scale(crowd, wanted(crowd));
            }
        }
        agenda.in(INTERVAL, new Event.Autoscale());
    }

    private int wanted(Crowd crowd) {
        double use = crowd.ready * Math.min(crowd.load, crowd.headroom) * before / crowd.wanted;
        int desired = Math.abs(use - 1) <= TOLERANCE ? crowd.wanted : (int) Math.ceil(crowd.wanted * use);
        desired = Math.clamp(Math.min(desired, Math.max(2 * crowd.wanted, crowd.wanted + AT_LEAST_MORE)), crowd.usual, crowd.most);
        Deque<Integer> recent = asked.computeIfAbsent(crowd, each -> new ArrayDeque<>());
        recent.add(desired);
        if (recent.size() > REMEMBERED) {
            recent.remove();
        }
        return desired >= crowd.wanted ? desired : Math.min(crowd.wanted, recent.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }

    private void scale(Crowd crowd, int wanted) {
        for (; crowd.wanted < wanted; crowd.wanted++) {
            scheduler.place(plant.pod(crowd, control.injecting()));
        }
        for (; crowd.wanted > wanted; crowd.wanted--) {
            deaths.end(crowd.pods.stream().min(Comparator.comparing(Pod::ready).thenComparingInt(pod -> -pod.id)).orElseThrow());
        }
    }
}
