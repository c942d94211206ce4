package meshadvisor.simulate.run;

import java.util.List;
import meshadvisor.simulate.run.Chance.About;

/**
 * Places pods by what they request, never by what is used: kube-scheduler's NodeResourcesFit with its default score LeastAllocated. A pod that
 * requests memory may go to a node under memory pressure, because Kubernetes gives it the toleration; one that requests nothing may not
 * (kubernetes.io, taint-and-toleration). A pod that fits nowhere is tried again after 1 s, 2 s and so on up to 10 s (kube-scheduler's
 * podInitialBackoffSeconds and podMaxBackoffSeconds).
 */
final class Scheduler {

    private static final long FIRST_BACKOFF = 1_000;
    private static final long LONGEST_BACKOFF = 10_000;

    /** How much start times differ: the deviation of their logarithm. */
    private static final double START_SPREAD = 0.3;

    private final Plant plant;
    private final Agenda agenda;

    /** The least request for which no node had room; until one gets some, larger ones need not be tried. */
    private double hopeless = Double.POSITIVE_INFINITY;

    Scheduler(Plant plant, Agenda agenda) {
        this.plant = plant;
        this.agenda = agenda;
    }

    /** The node with the most room, of those that the pod fits on; {@link Node#NONE} if there is none. */
    static Node choose(List<Node> nodes, Pod pod) {
        Node best = Node.NONE;
        double most = -1;
        double request = pod.request();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.takes(request)) {
                boolean kept = node.pressedAt != Long.MIN_VALUE && request == 0;
                double free = (node.free() - request) / node.allocatable;
                if (free > most && !kept) {
                    best = node;
                    most = free;
                }
            }
        }
        return best;
    }

    /** Tries to place a pod. */
    void place(Pod pod) {
        if (pod.state != Pod.State.PENDING) {
            return;
        }
        double request = pod.request();
        Node node = request >= hopeless ? Node.NONE : choose(plant.nodes(), pod);
        if (node == Node.NONE) {
            hopeless = request > 0 ? Math.min(hopeless, request) : hopeless;
            agenda.in(Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(pod.tries++, 4)), new Event.Place(pod));
            return;
        }
        node.add(pod);
        start(pod, 0);
    }

    /** A node has more room than before. */
    void freed() {
        hopeless = Double.POSITIVE_INFINITY;
    }

    /** Lets a placed pod start, after some time. */
    void start(Pod pod, long after) {
        pod.state = Pod.State.STARTING;
        pod.life++;
        double time = plant.rates().startTime() * plant.chance().factor(About.START, pod.id, START_SPREAD);
        agenda.in(after + Math.round(time), new Event.Started(pod, pod.life));
    }
}
