package meshadvisor.simulate.input;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * How one variant of a mesh behaves in a surge.
 *
 * @param variant id of the variant
 * @param says what is in the model and what is not, in words
 * @param inputs what is particular to it, in the place of what holds for no mesh
 * @param remedies that only it knows
 */
public record SurgeModel(String variant, String name, String says, List<Prior> inputs, List<Remedy> remedies) {

    public SurgeModel {
        Given.needed(variant, "variant");
        Given.needed(name, "name");
        Given.needed(says, "says");
        inputs = Given.list(inputs);
        remedies = Given.list(remedies);
    }
}
