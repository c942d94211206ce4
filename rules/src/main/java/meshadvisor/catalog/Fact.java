package meshadvisor.catalog;

/**
 * Something that was read about a mesh.
 *
 * @param topic a word of the catalogue's vocabulary, such as {@code retries}
 * @param says the fact as a sentence
 * @param value short form for pages that quote it, may be empty
 * @param appliesTo versions for which it holds, in words
 * @param mark P read in a primary source, C computed, E excerpt, A assumed
 * @param date when it was read, {@code yyyy-mm}
 */
public record Fact(String id, String topic, String says, String value, String appliesTo, String mark, String source, String date) {

    public Fact {
        Given.needed(id, "id");
        Given.needed(says, "says");
        Given.needed(mark, "mark");
        Given.needed(source, "source");
        Given.needed(date, "date");
        value = Given.or(value, "");
        appliesTo = Given.or(appliesTo, "");
        if (!"PCEA".contains(mark)) {
            throw new IllegalArgumentException("fact \"" + id + "\" has mark \"" + mark + "\"; only P, C, E and A may be printed");
        }
    }
}
