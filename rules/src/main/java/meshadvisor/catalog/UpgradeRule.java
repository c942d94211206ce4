package meshadvisor.catalog;

/**
 * What to mind when a mesh is upgraded.
 *
 * @param crosses the version whose arrival the sentence is about, empty if it holds for every upgrade
 * @param mark P read in a primary source, C computed, E excerpt, A assumed
 */
public record UpgradeRule(String id, String crosses, String says, String mark, String source, String date) {

    public UpgradeRule {
        Given.needed(id, "id");
        Given.needed(says, "says");
        crosses = Given.or(crosses, "");
    }
}
