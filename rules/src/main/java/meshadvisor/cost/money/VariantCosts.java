package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;

/**
 * What one variant of a mesh costs beside what it adds to the cluster and beside what all meshes cost.
 *
 * @param components what has to be upgraded, by name
 * @param upgrades how often
 */
public record VariantCosts(String variant, List<String> components, Upgrades upgrades, List<Item> items, List<Nothing> nothing) {

    /**
     * How often staying supported takes an upgrade.
     *
     * @param releasesPerStep how many releases one upgrade may pass at most
     * @param perYear upgrades in a year; where it is left out, it is computed from the days on which versions were released
     */
    public record Upgrades(int releasesPerStep, Range perYear, Basis basis, String source, String date, String conditions) {

        static final Range COMPUTED = Range.exactly(0);

        public Upgrades {
            Given.needed(basis, "basis");
            Given.needed(source, "source");
            Given.needed(date, "date");
            perYear = Given.or(perYear, COMPUTED);
            conditions = Given.or(conditions, "");
        }
    }

    public VariantCosts {
        Given.needed(variant, "variant");
        Given.needed(upgrades, "upgrades");
        components = Given.list(components);
        items = Given.list(items);
        nothing = Given.list(nothing);
    }
}
