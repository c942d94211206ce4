package meshadvisor.cli;

import meshadvisor.model.Place;

/** Something that the user asked for and that cannot be done. */
sealed interface Mistake {

    /** What happened, where, and what to do, in one sentence. */
    String sentence();

    /** A mistake on the command line. */
    record UsageMistake(String sentence) implements Mistake {}

    /** A mistake in a file that the user wrote for this program. */
    record FileMistake(Place place, String what) implements Mistake {
        @Override
        public String sentence() {
            return place + ": " + what;
        }
    }
}
