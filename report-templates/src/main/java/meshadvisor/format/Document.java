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
 */
public record Document(List<Block> blocks, Consumer<Fields> fields) {

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
                BlockText text = new BlockText(screen);
                for (String line : blocks.stream().flatMap(block -> text.lines(block).stream()).toList()) {
                    out.write(line + "\n");
                }
            }
            case JSON -> JsonWriter.write(fields, out);
            case YAML -> YamlWriter.write(fields, out);
            case MARKDOWN -> out.write(BlockMarkdown.of(blocks));
            case CSV -> out.write(BlockCsv.of(blocks));
            case HTML -> Templates.write(BlockPage.of(blocks), out);
            case PDF -> Templates.paper(BlockPage.of(blocks), "", out);
        }
        out.flush();
    }
}
