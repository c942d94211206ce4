package meshadvisor.simulate.run;

/** Something that happens at a moment. */
sealed interface Event {

    /** The traffic is looked at again: load, errors, latency. */
    record Traffic() implements Event {}

    /** The kubelet of a node looks at its memory. */
    record Kubelet(Node node) implements Event {}

    /** A pod without a node is tried again. */
    record Place(Pod pod) implements Event {}

    /** A pod has started, unless something happened to it since. */
    record Started(Pod pod, int life) implements Event {}

    /** The control plane of the mesh looks whether changes have come to rest. */
    record Debounce() implements Event {}

    /** All proxies have got their configuration. */
    record Pushed() implements Event {}

    /** The autoscaler looks at the load. */
    record Autoscale() implements Event {}

    /** People take the mesh out. */
    record Leave() implements Event {}

    /** The restart of all pods goes on. */
    record Rollout() implements Event {}
}
