package meshadvisor.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import meshadvisor.tree.Limits;
import meshadvisor.tree.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Trees come back as they were, whatever stands in them. */
class TreeYamlTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "y", "null", "~", "1.20", "0x1f", "1e3", "12:30", "2026-11-28", "- a", "a: b", "# c", "---",
            "...", "a\n---\nb",
            "\"", "'", "{", "}", "[", "*a", "&a", "!x", "|", ">", "%", "@", "`", "", " ", "tab\there", "ends:", "日本"})
    void a_text_stays_a_text(String text) {
        String written = TreeYaml.text(List.of(Map.of("value", text, "list", List.of(text))));

        JsonNode read = YAML.readTree(written);
        assertThat(read.path("value").isString()).isTrue();
        assertThat(read.path("value").asString()).isEqualTo(text);
        assertThat(read.path("list").get(0).asString()).isEqualTo(text);
        assertThat(documents(written)).isEqualTo(1);
    }

    @Test
    void a_name_of_a_field_stays_one() {
        for (String name : List.of("y", "on", "null", "1", "a: b", "- x", "#", "---", "a\nb")) {
            JsonNode read = YAML.readTree(TreeYaml.text(List.of(Map.of(name, 1))));
            assertThat(read.propertyNames()).containsExactly(name);
        }
    }

    @Test
    void random_trees_come_back_the_same() {
        Random random = new Random(28);
        for (int run = 0; run < 300; run++) {
            Map<String, Object> tree = fields(random, 3);
            assertThat(YAML.readTree(TreeYaml.text(List.of(tree)))).as("run %d", run).isEqualTo(YAML.valueToTree(tree));
        }
    }

    @Test
    void documents_stand_below_each_other_in_their_order() {
        assertThat(TreeYaml.text(List.of(Map.of("a", 1), Map.of("b", true)))).isEqualTo("a: 1\n---\nb: true\n");
    }

    private static int documents(String text) {
        List<Object> read = new ArrayList<>();
        YamlReader.read(text.getBytes(UTF_8), Limits.DEFAULT, read::add, problem -> {
            throw new AssertionError(problem.sentence());
        });
        return read.size();
    }

    private static Map<String, Object> fields(Random random, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            fields.put(text(random), value(random, depth));
        }
        return fields;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 3 -> fields(random, depth - 1);
            case 4 -> List.of(value(random, depth - 1), value(random, depth - 1));
            default -> text(random);
        };
    }

    private static String text(Random random) {
        String signs = "ab:-# '\"\\{}[],&*!|>%@`?\n\t0179.~é";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}
