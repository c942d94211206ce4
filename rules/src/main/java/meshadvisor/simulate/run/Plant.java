package meshadvisor.simulate.run;

import java.util.List;
import meshadvisor.simulate.run.Chance.About;

/**
 * The cluster while it is simulated.
 *
 * @param pods that there are or were
 * @param added nodes that had to be added before the surge, because the pods with what they request did not fit
 * @param appCpu cores that an application's pod uses at its usual load
 */
record Plant(List<Node> nodes, List<Crowd> crowds, List<Pod> pods, Rates rates, Chance chance, int added, double appCpu,
        double proxyRequest, double loadSpread) {

    /** A new pod of a service, without a node. */
    Pod pod(Crowd crowd, boolean proxied) {
        boolean meshed = proxied && crowd.kind == Crowd.Kind.MESHED && rates.idle() > 0;
        Pod pod = new Pod(pods.size(), crowd, chance.factor(About.LOAD, crowd.id, loadSpread), meshed);
        if (meshed) {
            pod.proxyRequest = proxyRequest;
            pod.proxy = rates.idle();
        }
        pods.add(pod);
        crowd.pods.add(pod);
        return pod;
    }

    /** Memory of a pod at a moment, in MiB. */
    double memory(Pod pod, long now) {
        return pod.app + proxyMemory(pod, now);
    }

    /** Memory of its proxy. */
    double proxyMemory(Pod pod, long now) {
        return pod.proxy + (pod.proxied && now < pod.pushedUntil && now >= pod.pushedFrom ? rates.pushMemory() : 0);
    }

    /** Memory in use on a node: the sum of its pods, of its own proxy and of what belongs to no pod. */
    double memory(Node node, long now) {
        double used = node.system + node.agent + (now < node.pushedUntil ? rates.pushMemory() : 0);
        for (int i = 0; i < node.pods.size(); i++) {
            used += memory(node.pods.get(i), now);
        }
        return used;
    }
}
