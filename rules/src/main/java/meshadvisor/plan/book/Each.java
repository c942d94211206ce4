package meshadvisor.plan.book;

/** For each of what an action of a stage is done. */
public enum Each {
    /** Once in the stage. */
    ONCE,
    /** For each namespace of the stage. */
    NAMESPACE,
    /** For each kind of workload of each namespace that can be restarted. */
    KIND,
    /** For each workload of an application service that can be restarted. */
    WORKLOAD,
    /** For each application service. */
    SERVICE,
    /** For each application service with a caller that is known. */
    CALLED,
    /** Once for all application services without one, if there are any. */
    UNCALLED,
    /** For each application service to which nothing leads that was seen: no other service, no Ingress and no route. */
    UNSEEN,
    /** For each application service of which no service is known that calls it, and whose pods no network policy selects by their labels. */
    UNGUARDED,
    /** For each Ingress, and each route of the Gateway API from outside, that leads to an application service. */
    ENTERED,
    /** For each object that limits rates at the edge today. */
    LIMITED,
    /** For each Ingress that leads to an application service. */
    INGRESS,
    /** For each route of the Gateway API that leads from outside to an application service. */
    EDGE_ROUTE,
    /** For each application service that calls another one, as far as that is known. */
    CALLING,
    /** For each namespace with something that needs HTTP features. */
    HTTP_NAMESPACE,
    /** For each setting of the mesh that refuses plaintext. */
    STRICT_SETTING,
    /** For each policy of the mesh that refuses callers without an identity. */
    REFUSING_POLICY,
    /** For each finding of severity error. */
    ERROR,
    /** For each object with findings of severity error of one rule, with what that rule has to say of them. */
    WRONG,
    /** Once, where the mesh is configured and nothing of it was seen to run. */
    IDLE,
    /** For each object that configures the mesh. */
    CONFIGURED,
    /** For each finding of severity warning. */
    WARNING,
    /** For each question that is open and could change the advice. */
    QUESTION,
    /** For each application service whose releases no tool makes by a traffic router that it names. */
    UNROUTED,
    /** For each application service that a tool releases by a traffic router that is named. */
    ROUTED,
    /** For each workload that takes part in the mesh, belongs to no application service and can be restarted. */
    OTHER,
    /** For each workload that takes part in the mesh, belongs to no application service and is started anew each time, such as Jobs. */
    OTHER_JOB,
    /** For each workload with a proxy of the mesh in its manifest, where no mark takes it out. */
    IN_MANIFEST,
    /** For each namespace with a mark of the mesh in which no application service stands. */
    MARKED_NAMESPACE,
    /** Once, where anything of these last four is there. */
    REMAINING,
    /** For each namespace with a member of the mesh in which its settings let plaintext in. */
    PLAINTEXT_NAMESPACE,
    /** Once, where it is known that requests are to be split by a header. */
    BY_HEADER,
    /** Once, where it is known that requests are to be split by weight. */
    BY_WEIGHT,
    /** For each kind of the mesh's configuration that is there: what it becomes without it. */
    IN_USE,
    /** For each application service that calls others, of which one more can be called in the new way since both ends have moved. */
    SWITCHING,
    /** For each application service that has moved, and of which a caller that is known has not. */
    WAITING,
    /** For each application service that calls something that is none and so never moves, such as a database. */
    STAYING,
    /** For each application service whose last known caller has moved by now. */
    CLOSING,
    /** For each object that sends requests with a header to another service. */
    CHOSEN,
    /** For each application service of which neither manifests nor code show that it sends metrics or traces. */
    SILENT,
    /** For each application service with so many pods that one of them can be left out. */
    SPARE
}
