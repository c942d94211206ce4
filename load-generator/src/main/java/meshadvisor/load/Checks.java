package meshadvisor.load;

import java.util.List;

/** A command that can tell what is wrong with its command line before it does anything, so that all of it is told at once. */
interface Checks {

    /** A sentence for every mistake, or nothing. */
    List<String> mistakes();
}
