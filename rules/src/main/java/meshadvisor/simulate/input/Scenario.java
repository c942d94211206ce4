package meshadvisor.simulate.input;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * A surge that is told: what is known of it and what came of it. Everything else is what it is for any cluster: a range.
 *
 * @param says the story
 * @param variant of the mesh that it has
 * @param factor times the usual traffic
 * @param minutes that are simulated
 * @param known what the story states
 * @param told what is to be compared with what comes out
 */
public record Scenario(String id, String title, String says, String source, String variant, int services, int pods, double factor,
        int minutes,
        List<Prior> known, Told told) {

    /** When the first node ran out of memory, in minutes after the surge began, as wide as the story leaves it; both 0 for untold. */
    public record Told(double from, double to) {

        /** Whether something is told. */
        public boolean any() {
            return to > 0;
        }
    }

    public Scenario {
        Given.needed(id, "id");
        Given.needed(title, "title");
        Given.needed(says, "says");
        Given.needed(source, "source");
        Given.needed(variant, "variant");
        known = Given.list(known);
        told = Given.or(told, new Told(0, 0));
        if (services < 1 || pods < services || factor < 1 || minutes < 1) {
            throw new IllegalArgumentException("a scenario has services, at least as many pods, a factor of 1 or more and minutes");
        }
    }
}
