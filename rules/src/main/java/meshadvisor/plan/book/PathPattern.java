package meshadvisor.plan.book;

import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Given;

/**
 * A way to go: an answer, or a mesh.
 *
 * @param of code of an answer or id of a variant
 * @param mesh id of the vendor; empty where it is no mesh
 * @param unit what moves: {@code namespace}, or {@code service}
 * @param single what moves where there is one namespace only
 * @param movers which services it is for
 * @param together whether namespaces that call each other move together, because traffic between the two sides is not supported
 * @param restarts whether entering restarts pods
 * @param hypothesis what the pilot is to show
 * @param words names that its stages may use, with what they mean here
 * @param glass how to get out at once, in order
 * @param versions sentences about which versions may run side by side
 */
public record PathPattern(String of, String mesh, String title, String unit, String single, Movers movers, boolean together,
        boolean restarts,
        String hypothesis, Map<String, String> words, List<ActionPattern> glass, String glassNeeds, String glassLost, List<String> versions,
        List<Equivalent> equivalents, String source, String date) {

    /** What a kind of the mesh becomes elsewhere. */
    public record Equivalent(String kind, String becomes, String lost) {
        public Equivalent {
            Given.needed(kind, "kind");
            becomes = Given.or(becomes, "");
            lost = Given.or(lost, "");
        }
    }

    public PathPattern {
        Given.needed(of, "of");
        mesh = Given.or(mesh, "");
        Given.needed(title, "title");
        Given.needed(unit, "unit");
        single = Given.or(single, unit);
        movers = Given.or(movers, Movers.ALL);
        hypothesis = Given.or(hypothesis, "");
        words = Given.map(words);
        glass = Given.list(glass);
        glassNeeds = Given.or(glassNeeds, "");
        glassLost = Given.or(glassLost, "");
        versions = Given.list(versions);
        equivalents = Given.list(equivalents);
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
