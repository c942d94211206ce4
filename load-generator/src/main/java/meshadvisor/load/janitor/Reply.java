package meshadvisor.load.janitor;

/** What an API server says of a namespace that is to be deleted. */
sealed interface Reply {

    /** There is none of that name. */
    record Gone() implements Reply {}

    /** It is on its way. */
    record Going() implements Reply {}

    /** It is not deleted; why, in words. */
    record Refused(String why) implements Reply {}
}
