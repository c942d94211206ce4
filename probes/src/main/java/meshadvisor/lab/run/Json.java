package meshadvisor.lab.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import meshadvisor.tree.Absent;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;
import tools.jackson.databind.json.JsonMapper;

/** Trees as JSON, and back. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A tree of maps, lists, texts, numbers and truth values as text. */
    static String text(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /** What somebody told; absent if it is no JSON object. */
    static Node read(byte[] bytes) {
        try {
            return JsonReader.object(new ByteArrayInputStream(bytes), Pruning.NOTHING).root();
        } catch (IOException | BrokenJson e) {
            return Absent.HERE;
        }
    }

    /** A number that is there; not a number if there is none. */
    static double number(Node node) {
        try {
            return Double.parseDouble(node.text());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A count that is there; 0 if there is none. */
    static long count(Node node) {
        double number = number(node);
        return Double.isNaN(number) ? 0 : Math.round(number);
    }
}
