package meshadvisor.cli;

import java.util.List;

/** A command that can tell what is wrong with its command line before it does anything, so that all of it is told at once. */
interface Checks {

    /** Every mistake, or nothing. */
    List<Mistake> mistakes();
}
