package meshadvisor.source;

/** A build file that cannot be read; the message says why, in words for the user. */
final class BrokenBuildFile extends Exception {

    private static final long serialVersionUID = 1;

    BrokenBuildFile(String why) {
        super(why);
    }

    /** Why it cannot be read. */
    String why() {
        return String.valueOf(getMessage());
    }
}
