package meshadvisor.simulate.run;

import java.util.ArrayList;
import java.util.List;

/** One node. Memory is in MiB. */
final class Node {

    /** Where a pod is that has no node. */
    static final Node NONE = new Node(-1, 0, 0, 0);

    /** As many pods as a kubelet takes by default (kubernetes.io, KubeletConfiguration maxPods). */
    static final int MOST_PODS = 110;

    final int id;
    final double memory;
    final double cores;
    final double system;
    final List<Pod> pods = new ArrayList<>();
    double allocatable;
    double requested;
    double agent;
    long pushedUntil = -1;
    double pushMillis;
    double speed = 1;
    double busy;
    long pressedAt = Long.MIN_VALUE;
    boolean hit;

    Node(int id, double memory, double cores, double system) {
        this.id = id;
        this.memory = memory;
        this.cores = cores;
        this.system = system;
    }

    /** What is left, as the scheduler counts. */
    double free() {
        return allocatable - requested;
    }

    boolean takes(double request) {
        return pods.size() < MOST_PODS && request <= free();
    }

    void add(Pod pod) {
        pods.add(pod);
        pod.node = this;
        requested += pod.request();
    }

    void remove(Pod pod) {
        pods.remove(pod);
        pod.node = NONE;
        requested -= pod.request();
    }
}
