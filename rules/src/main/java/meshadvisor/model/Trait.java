package meshadvisor.model;

/** What a library gives to a program, or what a place in its code shows. */
public enum Trait {
    /** A failed call is made again. */
    RETRY,
    /** Calls stop for a while after failures. */
    CIRCUIT_BREAKER,
    /** A call ends after a time. */
    TIMEOUT,
    /** Calls of other services over HTTP. */
    HTTP_CLIENT,
    /** Calls of other services over gRPC. */
    GRPC_CLIENT,
    /** Calls of other services over Thrift. */
    THRIFT_CLIENT,
    /** Serves HTTP. */
    HTTP_SERVER,
    /** Serves gRPC. */
    GRPC_SERVER,
    /** Serves Thrift. */
    THRIFT_SERVER,
    /** Serves connections of a protocol that is none of these. */
    TCP_SERVER,
    /** Opens connections of such a protocol to others. */
    TCP_CLIENT,
    /** Talks to a broker. */
    MESSAGING,
    /** Talks to a database or a cache. */
    DATASTORE,
    /** Makes spans and passes their headers on. */
    TRACING,
    /** Counts requests and measures their time. */
    METRICS,
    /** Names a header by which requests of one trace are joined. */
    TRACE_HEADER,
    /** Terminates TLS itself. */
    TLS_SERVER,
    /** Speaks TLS to others with settings of its own. */
    TLS_CLIENT,
    /** Shows and asks for certificates on both sides. */
    MUTUAL_TLS,
    /** Has a SPIFFE identity. */
    SPIFFE,
    /** Checks who calls, by tokens or keys. */
    AUTHENTICATION,
    /** A request carries a key by which a repetition is recognised. */
    IDEMPOTENCY_KEY,
    /** The client chooses the instance that it calls. */
    CLIENT_BALANCING,
    /** Finds instances in a registry of its own. */
    DISCOVERY,
    /** Decides by a flag who gets which behaviour. */
    FEATURE_FLAG,
    /** The building blocks of a Dapr sidecar. */
    DAPR;

    /** Whether it is a call of another service. */
    public boolean call() {
        return this == HTTP_CLIENT || this == GRPC_CLIENT || this == THRIFT_CLIENT;
    }

    /** Whether it stands around a call and repeats or refuses it. */
    public boolean guard() {
        return this == RETRY || this == CIRCUIT_BREAKER;
    }
}
