package meshadvisor.simulate.run;

import java.util.Comparator;

/**
 * The restart of all pods without proxies: injection is switched off and every Deployment is restarted at once, each with its default strategy (25 %
 * more pods, rounded up, and 25 % fewer, rounded down; kubernetes.io, deployment).
 */
final class Rollout {

    private static final long INTERVAL = 5_000;
    private static final double PART = 0.25;

    private final Plant plant;
    private final Agenda agenda;
    private final Autoscaler.Works works;

    Rollout(Plant plant, Agenda agenda, Autoscaler.Works works) {
        this.plant = plant;
        this.agenda = agenda;
        this.works = works;
    }

    /** Begins it. */
    void begin() {
        works.control().stopInjecting();
        step();
    }

    /** Goes on with it, until no pod has a proxy. */
    void step() {
        boolean more = false;
        for (Crowd crowd : plant.crowds()) {
            more |= step(crowd);
        }
        if (more) {
            agenda.in(INTERVAL, new Event.Rollout());
        }
    }

    private boolean step(Crowd crowd) {
        long old = crowd.pods.stream().filter(pod -> pod.proxied).count();
        long young = crowd.pods.size() - old;
        if (old == 0 && young >= crowd.wanted) {
            return false;
        }
        int most = crowd.wanted + (int) Math.ceil(PART * crowd.wanted);
        int least = crowd.wanted - (int) Math.floor(PART * crowd.wanted);
        for (; young < crowd.wanted && crowd.pods.size() < most; young++) {
            works.scheduler().place(plant.pod(crowd, false));
        }
        while (old > 0 && (crowd.ready > least || crowd.pods.size() > most)) {
            Pod first = crowd.pods.stream().filter(pod -> pod.proxied).min(Comparator.comparing(Pod::ready).thenComparingInt(pod -> pod.id))
                    .orElseThrow();
            if (first.ready() && crowd.ready <= least) {
                break;
            }
            works.deaths().end(first);
            old--;
        }
        return true;
    }
}
