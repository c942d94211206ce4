package meshadvisor.simulate.run;

/**
 * The kubelets and the kernels of the nodes. A kubelet looks every 10 s (kubernetes pkg/kubelet/kubelet.go, evictionMonitoringPeriod) and, where
 * less than its threshold is free, evicts one pod: first those that use more memory than they request, then those of lower priority, then
 * those that use most above their request (pkg/kubelet/eviction/helpers.go, rankMemoryPressure). All pods here have one priority. Where memory
 * ran out between two looks, the kernel was faster: it kills the container with the highest share of the node's memory plus oom_score_adj,
 * which for Burstable is 1000 − 1000 × request / memory, 1000 without any request and −997 for node agents (kubernetes.io,
 * node-pressure-eviction).
 */
final class Kubelet {

    /** Between two looks, in ms. */
    static final long INTERVAL = 10_000;

    /** A node stays marked so long after its memory recovered (evictionPressureTransitionPeriod), in ms. */
    private static final long MARKED = 300_000;

    private static final double POINTS = 1000;
    private static final double MOST_BURSTABLE = 999;
    private static final double LEAST_BURSTABLE = 2;
    private static final double SECONDS = INTERVAL / 1000.0;

    private final Plant plant;
    private final Agenda agenda;
    private final Deaths deaths;
    private final Meter meter;
    private final Rates rates;

    Kubelet(Plant plant, Agenda agenda, Deaths deaths, Meter meter) {
        this.plant = plant;
        this.agenda = agenda;
        this.deaths = deaths;
        this.meter = meter;
        this.rates = plant.rates();
    }

    /** One look at a node. */
    void look(Node node) {
        grow(node);
        long now = agenda.now();
        double used = plant.memory(node, now);
        meter.memory(used / node.memory);
        while (used > node.memory && !node.pods.isEmpty()) {
            killWorst(node);
            double after = plant.memory(node, now);
            if (after >= used) {
                break; // what is left cannot become smaller
            }
            used = after;
        }
        if (node.memory - used < rates.threshold()) {
            node.pressedAt = now;
            if (!node.pods.isEmpty()) {
                deaths.evict(first(node, now));
            }
        } else if (node.pressedAt != Long.MIN_VALUE && now - node.pressedAt > MARKED) {
            node.pressedAt = Long.MIN_VALUE;
        }
        agenda.in(INTERVAL, new Event.Kubelet(node));
    }

    /** Lets memory follow the load, and the processor with it. */
    private void grow(Node node) {
        double cpu = node.pushMillis / POINTS / SECONDS;
        double connections = 0;
        node.pushMillis = 0;
        for (int i = 0; i < node.pods.size(); i++) {
            Pod pod = node.pods.get(i);
            Crowd crowd = pod.crowd;
            boolean ready = pod.ready();
            double load = ready ? crowd.load : 0;
            double served = Math.min(load, crowd.headroom);
            double brought = ready ? crowd.connections : 0;
            connections += brought;
            cpu += served * plant.appCpu() + (pod.proxied ? load * rates.cpu() : 0);
            pod.app = rates.towards(pod.app, pod.appIdle + crowd.appGrowth * Math.max(0, served - 1));
            if (pod.proxied) {
                pod.proxy = rates.towards(pod.proxy, rates.aim(pod.weight, brought));
                limit(pod, plant.proxyMemory(pod, agenda.now()));
            }
            if (pod.app > crowd.appLimit) {
                deaths.killAtLimit(pod, false);
            }
        }
        if (rates.agentIdle() > 0) {
            node.agent = rates.towards(node.agent,
                    rates.agentIdle() + rates.agentGrowth() * Math.max(0, connections - node.pods.size()));
        }
        node.busy = cpu / node.cores;
        node.speed = node.busy > 1 ? 1 / node.busy : 1;
    }

    private void limit(Pod pod, double proxy) {
        meter.proxy(proxy);
        if (proxy > rates.limit()) {
            deaths.killAtLimit(pod, true);
        }
    }

    /** The pod that is evicted first: of those that use more than they request, if there are any, the one that does most. */
    private Pod first(Node node, long now) {
        Pod first = node.pods.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < node.pods.size(); i++) {
            Pod pod = node.pods.get(i);
            double above = plant.memory(pod, now) - pod.request();
            if (above > most || above == most && pod.id < first.id) {
                first = pod;
                most = above;
            }
        }
        return first;
    }

    private void killWorst(Node node) {
        Pod worst = node.pods.getFirst();
        boolean proxy = false;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < node.pods.size(); i++) {
            Pod pod = node.pods.get(i);
            double ofApp = score(node, pod, pod.app, pod.appRequest);
            double ofProxy = pod.proxied ? score(node, pod, plant.proxyMemory(pod, agenda.now()), pod.proxyRequest)
                    : Double.NEGATIVE_INFINITY;
            if (Math.max(ofApp, ofProxy) > highest) {
                highest = Math.max(ofApp, ofProxy);
                worst = pod;
                proxy = ofProxy > ofApp;
            }
        }
        deaths.killOnFullNode(worst, proxy);
    }

    private static double score(Node node, Pod pod, double memory, double request) {
        double adjusted = pod.request() == 0 ? POINTS
                : Math.clamp(POINTS - POINTS * request / node.memory, LEAST_BURSTABLE, MOST_BURSTABLE);
        return POINTS * memory / node.memory + adjusted;
    }
}
