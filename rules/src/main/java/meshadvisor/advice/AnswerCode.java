package meshadvisor.advice;

/** Where the tree can end for a need; ASK where a fact is missing that decides. */
public enum AnswerCode {
    CERT_MANAGER,
    EXISTING_ENCRYPTION,
    PROGRESSIVE_DELIVERY,
    EDGE_OR_FLAG,
    LIBRARY,
    OPENTELEMETRY,
    SUFFICIENT,
    NETWORK_POLICY,
    APP_AUTHZ,
    EDGE_GATEWAY,
    CNI_MULTICLUSTER,
    LINK_ENCRYPTION,
    MESH,
    ASK,
    DO_NOT_ADOPT
}
