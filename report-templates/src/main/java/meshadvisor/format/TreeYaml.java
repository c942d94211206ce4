package meshadvisor.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Trees of maps, lists, texts, numbers and truth values as YAML. */
public final class TreeYaml {

    private TreeYaml() {}

    /** Documents of one file, each of them a map. */
    public static String text(List<Object> documents) {
        return documents.stream().map(TreeYaml::document).collect(Collectors.joining("---\n"));
    }

    private static String document(Object tree) {
        StringWriter text = new StringWriter();
        try {
            YamlWriter.write(fields -> ((Map<?, ?>) tree).forEach((name, value) -> fields.tree(String.valueOf(name), value)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string takes everything
        }
        return text.toString();
    }

    /** Writes a value. */
    static void write(JsonGenerator out, Object value) {
        switch (value) {
            case Map<?, ?> fields -> {
                out.writeStartObject();
                fields.forEach((name, field) -> {
                    out.writeName(String.valueOf(name));
                    write(out, field);
                });
                out.writeEndObject();
            }
            case List<?> items -> {
                out.writeStartArray();
                items.forEach(item -> write(out, item));
                out.writeEndArray();
            }
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            default -> out.writeString(String.valueOf(value));
        }
    }
}
