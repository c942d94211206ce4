package meshadvisor.cost.money;

import meshadvisor.catalog.Given;

/**
 * Why an answer adds nothing to a line. There is always a reason: that it is no mesh is none.
 *
 * @param source who says so
 */
public record Nothing(LineKind line, String because, String source) {
    public Nothing {
        Given.needed(line, "line");
        Given.needed(because, "because");
        Given.needed(source, "source");
    }
}
