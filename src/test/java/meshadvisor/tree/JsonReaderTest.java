package meshadvisor.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as an API server answers it, and as it never should. */
class JsonReaderTest {

    private static final int LONGEST_TEXT = 4 << 20;

    private static JsonObject read(String json) throws Exception {
        return JsonReader.object(new ByteArrayInputStream(json.getBytes(UTF_8)), Pruning.NOTHING);
    }

    private static Throwable refused(String json) {
        return catchThrowable(() -> read(json));
    }

    private static String written(Node node) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonWriter out = new JsonWriter(text)) {
            out.node(node);
        }
        return text.toString(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[{}]", "1", "null", "\"text\"", "{", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{\"a\":01}",
            "{\"a\":NaN}", "<html>", "{\"a\":\"\u0001\"}", "\u0000"})
    void what_is_no_json_object_is_refused_and_nothing_else_is_thrown(String json) {
        assertThat(refused(json)).isInstanceOf(BrokenJson.class);
    }

    @Test
    void nesting_is_bounded() throws Exception {
        assertThat(read("{\"a\":" + "[".repeat(90) + "]".repeat(90) + "}").root()).isInstanceOf(Mapping.class);
        assertThat(refused("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")).isInstanceOf(BrokenJson.class);
        assertThat(refused("{\"a\":".repeat(100_000))).isInstanceOf(BrokenJson.class);
    }

    @Test
    void numbers_texts_and_values_are_bounded() throws Exception {
        assertThat(read("{\"a\":" + "9".repeat(900) + "}").root().get("a").text()).hasSize(900);
        assertThat(refused("{\"a\":" + "9".repeat(2_000) + "}")).isInstanceOf(BrokenJson.class);
        assertThat(refused("{\"a\":\"" + "x".repeat(LONGEST_TEXT + 1) + "\"}")).isInstanceOf(BrokenJson.class);
        assertThat(refused("{\"a\":[" + "1,".repeat(200_001) + "1]}")).hasMessageContaining("more than 200000 values");
    }

    @Test
    void a_mark_of_byte_order_is_passed_over() throws Exception {
        assertThat(read("\ufeff{\"a\":1}").root().get("a").text()).isEqualTo("1");
    }

    @Test
    void of_a_key_that_stands_twice_one_value_counts() throws Exception {
        assertThat(read("{\"a\":1,\"a\":2}").root().get("a").text()).isIn("1", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec            | spec
            containers      | spec.containers
            image           | spec.containers[1].image
            """)
    void the_fields_of_values_are_known(String key, String path) throws Exception {
        JsonObject object = read("{\"spec\":{\"containers\":[{\"x\":1},{\"image\":\"a\"}]}}");
        Node spec = object.root().get("spec");
        Node node = switch (key) {
            case "spec" -> spec;
            case "containers" -> spec.get("containers");
            default -> spec.get("containers").items().get(1).get("image");
        };
        assertThat(object.paths().of(node)).isEqualTo(path);
    }

    @Test
    void the_root_and_what_was_added_stand_nowhere() throws Exception {
        JsonObject object = read("{\"a\":1}");
        assertThat(object.paths().of(object.root())).isEmpty();
        assertThat(object.paths().of(Absent.HERE)).isEmpty();
        assertThat(object.paths().of(JsonObject.text("x"))).isEmpty();
    }

    @Test
    void many_fields_are_known_too() throws Exception {
        JsonObject object = read("{\"a\":[" + "0,".repeat(5_000) + "0]}");
        assertThat(object.paths().of(object.root().get("a").items().get(4_321))).isEqualTo("a[4321]");
    }

    @Test
    void items_of_a_list_are_handed_over_one_by_one_and_what_is_cut_off_later_does_not_take_them_back() {
        List<String> names = new ArrayList<>();
        JsonReader.Items items = new JsonReader.Items() {
            @Override
            public void field(String name, JsonObject value) {
                names.add(name + "=" + value.root().get("continue").text());
            }

            @Override
            public void item(JsonObject item) {
                names.add(item.root().get("name").text());
            }

            @Override
            public void tooBig(JsonObject beginning) {
                names.add("too big");
            }
        };
        String cut = "{\"metadata\":{\"continue\":\"c\"},\"items\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"na";
        assertThat(catchThrowable(() -> JsonReader.list(new ByteArrayInputStream(cut.getBytes(UTF_8)), Pruning.NOTHING, items)))
                .isInstanceOf(BrokenJson.class);
        assertThat(names).containsExactly("metadata=c", "a", "b");
    }

    @Test
    void what_the_writer_writes_the_reader_reads_as_the_same() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            JsonObject once = read("{\"v\":" + value(random, 0) + "}");
            String text = written(once.root());
            JsonObject again = read(text);
            assertThat(again.root()).as("tree %s", i).isEqualTo(once.root());
            assertThat(written(again.root())).isEqualTo(text);
        }
    }

    private static String value(Random random, int depth) {
        int most = depth > 4 ? 6 : 8;
        return switch (random.nextInt(most)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextBoolean());
            case 2 -> String.valueOf(random.nextLong());
            case 3 -> String.valueOf(random.nextDouble());
            case 4, 5 -> text(random);
            case 6 -> "[" + many(random, () -> value(random, depth + 1)) + "]";
            default -> "{" + many(random, () -> text(random) + ":" + value(random, depth + 1)) + "}";
        };
    }

    private static String many(Random random, java.util.function.Supplier<String> each) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            all.add(each.get());
        }
        return String.join(",", all);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(switch (random.nextInt(5)) {
                case 0 -> "\\u" + String.format("%04x", random.nextInt(0xd800));
                case 1 -> "\\n";
                case 2 -> "😀";
                default -> String.valueOf((char) ('a' + random.nextInt(26)));
            });
        }
        return text.append('"').toString();
    }
}
