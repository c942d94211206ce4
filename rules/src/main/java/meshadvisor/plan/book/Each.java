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
    /** For each finding of severity warning. */
    WARNING,
    /** For each question that is open and could change the advice. */
    QUESTION
}
