package meshadvisor.cluster;

import java.util.Optional;

/** A request to the API server that gave nothing. */
public final class ApiFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it makes a difference to what is done next. */
    public enum Kind {
        /** 401: nobody knows who asks. */
        UNAUTHORIZED,
        /** 403. */
        FORBIDDEN,
        /** 404: the kind is not there, or no longer. */
        NOT_FOUND,
        /** 410: the place in the list is too old. */
        GONE,
        /** 406 or 415: the form of the answer that was asked for is not known. */
        NOT_ACCEPTABLE,
        /** 429, again and again. */
        BUSY,
        /** 5xx, again and again, or any other status. */
        SERVER,
        /** The request or the whole run took too long. */
        TIMEOUT,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The server's certificate is not trusted, or the server wants another of ours. */
        TLS,
        /** What came is no JSON of the expected form. */
        BROKEN,
        /** Somebody else answered, as it seems: a web page, a redirect, a status that an API server does not give to a read. */
        FOREIGN
    }

    private final Kind kind;
    private final String continueToken;
    private final int retryAfterSeconds;
    private final String remedy;
    private final int status;

    ApiFailure(Kind kind, String what) {
        this(kind, what, "");
    }

    /**
     * A failure that has a remedy of its own.
     *
     * @param remedy what to do, as a clause without a full stop; empty if it follows from the kind
     */
    ApiFailure(Kind kind, String what, String remedy) {
        super(what);
        this.kind = kind;
        this.continueToken = "";
        this.retryAfterSeconds = 0;
        this.remedy = remedy;
        this.status = 0;
    }

    /**
     * A refusal of the server.
     *
     * @param continueToken at which a list can go on after 410, empty if the server gave none
     * @param retryAfterSeconds after which the server wants to be asked again, 0 if it did not say
     * @param status of HTTP
     */
    ApiFailure(Kind kind, String what, String continueToken, int retryAfterSeconds, int status) {
        super(what);
        this.kind = kind;
        this.continueToken = continueToken;
        this.retryAfterSeconds = retryAfterSeconds;
        this.remedy = "";
        this.status = status;
    }

    /** The status of HTTP; 0 if nobody answered. */
    public int status() {
        return status;
    }

    /** Whether an admission webhook was asked and did not answer: it is asked again with each try, and takes its time. */
    boolean webhook() {
        return what().contains("failed calling webhook");
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What happened, as a clause without a full stop. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What to do, where that does not follow from the kind alone. */
    public Optional<String> remedy() {
        return Optional.of(remedy).filter(r -> !r.isEmpty());
    }

    String continueToken() {
        return continueToken;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Whether the same request may go well a moment later. */
    boolean passing() {
        return kind == Kind.UNREACHABLE || kind == Kind.BROKEN || kind == Kind.SERVER || kind == Kind.BUSY;
    }
}
