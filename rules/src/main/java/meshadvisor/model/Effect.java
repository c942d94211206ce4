package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * Something that configuration does besides choosing a destination.
 *
 * @param field as the object spells it, from its spec on
 * @param said what it says, by names that {@link Feature} explains
 */
public record Effect(Feature feature, String field, Map<String, List<String>> said, Place place) {

    public Effect {
        said = Copies.of(said);
    }

    /** The first value of that name; empty where there is none. */
    public String first(String name) {
        return said.getOrDefault(name, List.of("")).getFirst();
    }
}
