package meshadvisor.report;

import java.util.List;

/**
 * Blocks under a heading.
 *
 * @param heading empty for what stands before the first heading
 */
public record Section(String heading, List<? extends Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** A section of one paragraph. */
    public static Section of(String heading, String text) {
        return new Section(heading, List.of(new Block.Paragraph(text)));
    }
}
