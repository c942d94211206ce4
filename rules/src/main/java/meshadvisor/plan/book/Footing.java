package meshadvisor.plan.book;

import meshadvisor.catalog.Given;

/**
 * Something that stands somewhere once a stage is through, or no longer stands there.
 *
 * @param what in words; empty for what stood there before the plan
 * @param at where, in words, or one of the words that are named here
 * @param goes whether it is taken away
 */
public record Footing(String what, String at, boolean goes) {

    /** With each of those who move in the stage. */
    public static final String TARGETS = "targets";

    /** In each namespace with something that asks for features of HTTP. */
    public static final String HTTP_NAMESPACES = "http-namespaces";

    /** Wherever something stands that goes. */
    public static final String EVERYWHERE = "everywhere";

    public Footing {
        what = Given.or(what, "");
        Given.needed(at, "at");
        if (what.isEmpty() != goes) {
            throw new IllegalArgumentException("what comes is named, and what goes is all that stood there before: " + at);
        }
    }

    /** The same at another place. */
    public Footing at(String place) {
        return new Footing(what, place, goes);
    }
}
