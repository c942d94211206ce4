package meshadvisor.catalog;

/**
 * A number that decides.
 *
 * @param provenance such as {@code assumed (course)}
 */
public record Threshold(String id, double value, String unit, String provenance, String source) {

    public Threshold {
        Given.needed(id, "id");
        Given.needed(provenance, "provenance");
        Given.needed(source, "source");
    }
}
