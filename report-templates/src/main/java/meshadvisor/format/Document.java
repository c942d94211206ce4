package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import meshadvisor.format.html.Templates;

/**
 * A text that people and programs read.
 *
 * @param blocks for people
 * @param fields the same for programs
 * @param language that the blocks are in
 */
public record Document(List<Block> blocks, Consumer<Fields> fields, Language language) {

    /** In English. */
    public Document(List<Block> blocks, Consumer<Fields> fields) {
        this(blocks, fields, Language.ENGLISH);
    }

    public Document {
        blocks = List.copyOf(blocks);
    }

    /**
     * Writes it.
     *
     * @param screen only the table looks at it
     */
    public void write(Format format, Screen screen, Writer out) throws IOException {
        switch (format) {
            case TABLE -> {
                for (String line : new BlockText(screen).lines(blocks)) {
                    out.write(line + "\n");
                }
            }
            case JSON -> JsonWriter.write(this::fields, out);
            case YAML -> YamlWriter.write(this::fields, out);
            case MARKDOWN -> out.write(BlockMarkdown.of(blocks));
            case CSV -> out.write(BlockCsv.of(blocks));
            case HTML -> Templates.write(BlockPage.of(blocks, language), out);
            case PDF -> Templates.paper(BlockPage.of(blocks, language), "", out);
        }
        out.flush();
    }

    /** The same in another language. */
    Document in(Language other) {
        return new Document(new Translation(other).text(blocks), fields, other);
    }

    /** The fields, with the blocks, so that it can be shown again as it was. */
    private void fields(Fields out) {
        fields.accept(out);
        out.object("shown", shown -> BlockFields.write(shown, "text", blocks));
    }
}
