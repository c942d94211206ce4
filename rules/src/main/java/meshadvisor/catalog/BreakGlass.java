package meshadvisor.catalog;

import java.util.List;

/** The fastest way out of a mesh, in order. */
public record BreakGlass(String variant, List<String> steps, String needs, String lost, String mark, String source, String date) {

    public BreakGlass {
        Given.needed(variant, "variant");
        steps = Given.list(steps);
    }
}
