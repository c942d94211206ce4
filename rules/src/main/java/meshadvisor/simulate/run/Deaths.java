package meshadvisor.simulate.run;

/** Kills containers and takes pods away, and sees to what comes after. */
final class Deaths {

    /** A container that is killed starts again after 10 s, then twice as long up to 5 min (kubernetes.io, pod-lifecycle, restart policy). */
    private static final long FIRST_BACKOFF = 10_000;
    private static final long LONGEST_BACKOFF = 300_000;

    /** One that ran for 10 min begins with 10 s again. */
    private static final long FORGIVEN = 600_000;

    private final Plant plant;
    private final Agenda agenda;
    private final Scheduler scheduler;
    private final ControlPlane control;
    private final Meter meter;

    Deaths(Plant plant, Agenda agenda, Scheduler scheduler, ControlPlane control, Meter meter) {
        this.plant = plant;
        this.agenda = agenda;
        this.scheduler = scheduler;
        this.control = control;
        this.meter = meter;
    }

    /** Ends a pod whose callers are told before; it answers what it has begun. */
    void end(Pod pod) {
        if (pod.ready()) {
            pod.crowd.ready--;
            control.changed(pod.crowd);
        }
        remove(pod);
    }

    private void remove(Pod pod) {
        if (pod.node != Node.NONE) {
            pod.node.remove(pod);
            scheduler.freed();
        }
        pod.state = Pod.State.GONE;
        pod.crowd.pods.remove(pod);
    }

    /** The kubelet evicts a pod; its ReplicaSet makes another one at once. */
    void evict(Pod pod) {
        meter.evicted(agenda.now(), pod.node);
        unready(pod);
        remove(pod);
        Pod next = plant.pod(pod.crowd, control.injecting());
        scheduler.place(next);
    }

    /** The kernel kills the larger container of a pod on a full node. */
    void killOnFullNode(Pod pod, boolean proxy) {
        meter.killed(agenda.now(), pod.node);
        restart(pod, proxy);
    }

    /** The kernel kills a container at its own limit; the node has room. */
    void killAtLimit(Pod pod, boolean proxy) {
        meter.limited(agenda.now());
        restart(pod, proxy);
    }

    /** Without its proxy, as without its application, a pod serves nothing until the container has started again. */
    private void restart(Pod pod, boolean proxy) {
        unready(pod);
        if (proxy) {
            pod.proxy = 0;
            pod.pushedUntil = -1;
        } else {
            pod.app = 0;
        }
        pod.restarts = agenda.now() - pod.killed > FORGIVEN ? 0 : pod.restarts + 1;
        pod.killed = agenda.now();
        scheduler.start(pod, Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(pod.restarts, 5)));
    }

    private void unready(Pod pod) {
        if (pod.ready()) {
            pod.crowd.ready--;
            pod.crowd.stale++;
            pod.state = Pod.State.STARTING;
            control.changed(pod.crowd);
        }
    }
}
