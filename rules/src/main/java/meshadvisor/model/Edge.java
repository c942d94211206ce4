package meshadvisor.model;

/**
 * A call that was seen in the manifests; the call graph of manifests is a lower bound.
 *
 * @param from name of the calling workload
 * @param to host as written
 */
public record Edge(ObjectKey from, String to, int port, Evidence evidence) {}
