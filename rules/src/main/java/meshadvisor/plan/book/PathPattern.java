package meshadvisor.plan.book;

import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Given;
import meshadvisor.model.ObjectKey;

/**
 * A way to go: an answer, or a mesh.
 *
 * @param of code of an answer or id of a variant
 * @param mesh id of the vendor; empty where it is no mesh
 * @param unit what moves: {@code namespace}, or {@code service}
 * @param single what moves where there is one namespace only
 * @param movers which services it is for
 * @param together whether namespaces that call each other move together, because traffic between the two sides is not supported
 * @param yields whether a mesh that is kept does it in its place, where it can
 * @param restarts whether entering restarts pods
 * @param hypothesis what the pilot is to show
 * @param words names that its stages may use, with what they mean here
 * @param glass how to get out at once, in order
 * @param equivalents what becomes of kinds that are there when it is entered
 * @param leaving what becomes of its own kinds when it is left
 * @param versions sentences about which versions may run side by side
 */
public record PathPattern(String of, String mesh, String title, String unit, String single, Movers movers, boolean together,
        boolean yields, boolean restarts,
        String hypothesis, Map<String, String> words, List<ActionPattern> glass, String glassNeeds, String glassLost, List<String> versions,
        List<Equivalent> equivalents, List<Equivalent> leaving, String source, String date) {

    /**
     * What a kind becomes elsewhere.
     *
     * @param group of the API, where another one has the same kind; empty for all
     */
    public record Equivalent(String kind, String group, String becomes, String lost) {
        public Equivalent {
            Given.needed(kind, "kind");
            group = Given.or(group, "");
            becomes = Given.or(becomes, "");
            lost = Given.or(lost, "");
        }

        /** Whether it is about objects of that kind. */
        public boolean of(ObjectKey key) {
            return kind.equals(key.kind()) && (group.isEmpty() || group.equals(key.group()));
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
        leaving = Given.list(leaving);
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
