package meshadvisor.model;

/** What configuration of a mesh can ask for, in words that no vendor owns. */
public enum Feature {
    /** A path by regular expression. */
    MATCH_PATH_REGEX,
    /** A path whatever its letters' case. */
    MATCH_PATH_CASE,
    /** A header by regular expression. */
    MATCH_HEADER_REGEX,
    /** A header that must be absent, or must not be so. */
    MATCH_HEADER_ABSENT,
    /** A parameter of the query. */
    MATCH_QUERY,
    /** A parameter of the query by regular expression. */
    MATCH_QUERY_REGEX,
    /** A method that is no plain word. */
    MATCH_METHOD_PATTERN,
    /** The host that the request names. */
    MATCH_AUTHORITY,
    /** http or https. */
    MATCH_SCHEME,
    /** Labels or namespace of the caller. */
    MATCH_SOURCE,
    /** A condition that stands in another object, or is not understood here. */
    MATCH_ELSEWHERE,
    /** Time for a whole request: {@code request}. */
    TIMEOUT,
    /** Repetition: {@code attempts}, {@code each} (time), {@code on} (conditions), {@code codes} (statuses). */
    RETRIES,
    /** Headers of requests: {@code set.NAME}, {@code add.NAME}, {@code remove}. */
    REQUEST_HEADERS,
    /** Headers of responses, in the same way. */
    RESPONSE_HEADERS,
    /** Another path: {@code path}, which replaces the prefix that matched, or all of an exact path. */
    REWRITE_PATH,
    /** Another host: {@code host}. */
    REWRITE_HOST,
    /** Another path by regular expression. */
    REWRITE_REGEX,
    /** An answer that sends the caller elsewhere: {@code path}, {@code prefix}, {@code host}, {@code scheme}, {@code port}, {@code code}. */
    REDIRECT,
    /** A port of a redirect that follows from the request. */
    REDIRECT_PORT,
    /** Copies of requests: {@code host}, {@code subset}, {@code port}, {@code percent}. */
    MIRROR,
    /** Delays that are injected. */
    FAULT_DELAY,
    /** Failures that are injected. */
    FAULT_ABORT,
    /** Cross-origin requests: {@code origins}, {@code methods}, {@code headers}, {@code exposed}, {@code age} (seconds), {@code credentials}. */
    CORS,
    /** Cross-origin requests by patterns of origins. */
    CORS_PATTERN,
    /** Rules that stand in another object. */
    DELEGATE,
    /** An answer of the proxy's own. */
    DIRECT_RESPONSE,
    /** Headers that are changed for one destination only. */
    HEADERS_OF_SHARE,
    /** Routing of TLS by the name that is asked for. */
    TLS_ROUTE,
    /** Routing of TCP. */
    TCP_ROUTE,
    /** A destination outside the cluster. */
    OUTSIDE,
    /** Pods of a Service by label: {@code name}. */
    SUBSET,
    /** Instances that fail are left out for a while. */
    OUTLIERS,
    /** Limits of connections. */
    CONNECTIONS,
    /** Limits of requests and how HTTP is spoken. */
    HTTP_CONNECTIONS,
    /** How requests are spread over instances. */
    BALANCING,
    /** The same caller, or key, goes to the same instance. */
    HASHING,
    /** Nearer instances first. */
    LOCALITY,
    /** TLS settings of callers. */
    CLIENT_TLS,
    /** Tunnels and the PROXY protocol. */
    TUNNEL,
    /** A share of repetitions among requests: {@code ratio}, {@code minimum}, {@code window}. */
    RETRY_BUDGET,
    /** Which responses count as failures. */
    RESPONSE_CLASSES
}
