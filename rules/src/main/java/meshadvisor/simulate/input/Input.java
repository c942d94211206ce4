package meshadvisor.simulate.input;

/** A number that a surge depends on. Its range, unit and source stand in {@code surge/priors.yaml} and in the models of the meshes. */
public enum Input {
    /** Memory of a node. */
    NODE_MEMORY,
    /** Memory of a node for each of its cores. */
    GIB_PER_CORE,
    /** Pods on a node, where neither nodes nor memory of pods are known. */
    PODS_PER_NODE,
    /** Share of the nodes' memory in use before the surge, proxies included. */
    MEMORY_BEFORE,
    /** Share of the nodes' processors in use before the surge. */
    CPU_BEFORE,
    /** Share of a node's memory that belongs to no pod. */
    SYSTEM_MEMORY,
    /** Memory that the kubelet keeps free by eviction. */
    EVICTION_THRESHOLD,
    /** How much services differ in memory: the deviation of its logarithm. */
    APP_SPREAD,
    /** What an application requests, as a part of what it uses before the surge. */
    APP_REQUEST,
    /** How much services differ in that part: the deviation of its logarithm. */
    REQUEST_SPREAD,
    /** What an application's memory grows by for each usual load more, as a part of what it uses before. */
    APP_GROWTH,
    /** The load that an application can carry, in usual loads. */
    APP_HEADROOM,
    /** From being placed to being ready. */
    START_TIME,
    /** From the usual traffic to the full surge. */
    RAMP,
    /** How much services differ in the connections that a load brings them: the deviation of its logarithm. */
    LOAD_SPREAD,
    /** A proxy's memory before the surge. */
    PROXY_IDLE,
    /** What a proxy's memory grows by for each usual load more. */
    PROXY_GROWTH,
    /** Memory request of a proxy in a pod. */
    PROXY_REQUEST,
    /** Memory limit of a proxy in a pod, 0 for none. */
    PROXY_LIMIT,
    /** Processor that a proxy uses for each usual load. */
    PROXY_CPU,
    /** Processor limit of a proxy in a pod, 0 for none. */
    PROXY_CPU_LIMIT,
    /** How far a proxy's demand for processor goes above its mean for a moment. */
    PROXY_BURST,
    /** How long connections take to follow the load. */
    CONNECTION_LAG,
    /** What a proxy's connections grow to at most, as a multiple of what the full surge brings it. */
    CONNECTION_MOST,
    /** How long memory takes to be given back. */
    MEMORY_RELEASE,
    /** How much slower answers add connections: 0 not at all, 1 in proportion. */
    LATENCY_COUPLING,
    /** The 99th percentile of a request before the surge. */
    BASE_P99,
    /** How often a proxy tries a failed request again. */
    RETRIES,
    /** Share of the services that each proxy knows. */
    SCOPE,
    /** Share of a proxy's memory before the surge that is configuration. */
    CONFIG_SHARE,
    /** Memory that a proxy takes for a while when new configuration comes. */
    PUSH_MEMORY,
    /** How long it takes it. */
    PUSH_HOLD,
    /** Processor time that a proxy needs for new configuration. */
    PUSH_CPU,
    /** Time that the control plane needs to bring one proxy new configuration. */
    PUSH_TIME,
    /** Cores that one copy of the control plane uses. */
    CONTROL_CORES,
    /** Copies of the control plane. */
    CONTROL_REPLICAS,
    /** Proxies that one copy serves at once, 0 for what follows from its cores. */
    PUSH_THROTTLE,
    /** How long nothing must change before new configuration goes out. */
    DEBOUNCE_AFTER,
    /** How long it waits at most. */
    DEBOUNCE_MAX,
    /** Share of the services that are scaled by their load. */
    HPA_SHARE,
    /** Use of a scaled service before the surge, as a part of its target. */
    HPA_BEFORE,
    /** How many times its usual pods a scaled service may have. */
    HPA_MAX,
    /** Memory of a node's own proxy before the surge. */
    NODE_PROXY_IDLE,
    /** What it grows by for each pod of the node and each usual load more. */
    NODE_PROXY_GROWTH,
    /** Share of the traffic that passes proxies shared by services. */
    SHARED_SHARE,
    /** Services for each such proxy. */
    SHARED_SERVICES,
    /** Memory of such a proxy before the surge. */
    SHARED_IDLE,
    /** What it grows by for each usual load more. */
    SHARED_GROWTH,
    /** Its memory limit, 0 for none. */
    SHARED_LIMIT,
    /** The load that it can carry, in usual loads. */
    SHARED_HEADROOM,
    /** 1 where people take the mesh out in the middle of the surge. */
    LEAVE,
    /** When they do, after the surge began. */
    LEAVE_MINUTE
}
