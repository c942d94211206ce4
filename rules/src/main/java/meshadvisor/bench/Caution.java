package meshadvisor.bench;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.catalog.Library;

/**
 * What makes a cluster look as if people depended on it, and what shows that it is there to be thrown away.
 *
 * @param signs of production
 * @param throwAway fields of nodes; if every node shows one, only names count as signs of production
 */
public record Caution(List<Sign> signs, List<ThrowAway> throwAway) {

    public Caution {
        signs = Given.list(signs);
        throwAway = Given.list(throwAway);
    }

    /** That of the catalogue. */
    public static Caution of(Library library) {
        return library.read("bench/production.yaml", Caution.class);
    }

    /**
     * A sign of production.
     *
     * @param moreThan how much of it is no sign yet
     * @param pattern for names, a regular expression that is looked for in them; empty for the others
     * @param because why it is one, a clause
     */
    public record Sign(Of of, double moreThan, String pattern, String because) {
        public Sign {
            Given.needed(of, "of");
            Given.needed(because, "because");
            pattern = Given.or(pattern, "");
        }
    }

    /** What is counted. */
    public enum Of {
        NODES, ZONES, AGE_DAYS, NAMESPACES, WORKLOADS, LOAD_BALANCERS, DISRUPTION_BUDGETS, CLOUD_NODES, NAMES
    }

    /**
     * A field of a node.
     *
     * @param value a regular expression for the whole text
     * @param because what it shows, a clause
     */
    public record ThrowAway(String field, String value, String because) {
        public ThrowAway {
            Given.needed(field, "field");
            Given.needed(value, "value");
            Given.needed(because, "because");
        }
    }
}
