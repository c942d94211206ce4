package meshadvisor.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.tree.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a file to documents: where they begin, where they end, and what survives beside a broken one. */
class YamlReaderTest {

    private static final String THREE = """
            # first
            kind: Service
            metadata: {name: a}
            ---
            kind: Service
            metadata: {name: b
            ---
            kind: Service
            metadata: {name: c}
            """;

    @Test
    void a_broken_document_leaves_its_neighbours_readable() {
        Reading reading = Reading.of(THREE);
        assertThat(reading.names()).containsExactly("a", "c");
        assertThat(reading.documents()).extracting(ParsedDocument::line).containsExactly(2, 7);
        assertThat(reading.documents()).extracting(ParsedDocument::index).containsExactly(0, 1);
        assertThat(reading.problem(Kind.UNREADABLE).line()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_are_counted_whatever_ends_them(String lineBreak) {
        Reading reading = Reading.of(THREE.replace("\n", lineBreak));
        assertThat(reading.names()).containsExactly("a", "c");
        assertThat(reading.documents().getLast().root().at("metadata", "name")).extracting(Node::line, Node::column).containsExactly(9, 18);
    }

    @Test
    void a_document_may_begin_on_the_line_of_its_marker() {
        Reading reading = Reading.of("--- {metadata: {name: a}}\n---\t\nmetadata:\n  name: b\n--- # note\nmetadata: {name: c}\n---");
        assertThat(reading.names()).containsExactly("a", "b", "c");
        assertThat(reading.documents()).extracting(ParsedDocument::line).containsExactly(1, 2, 5);
    }

    @Test
    void three_dashes_inside_a_value_are_no_marker() {
        Node root = Reading.of("a: |\n  x\n  ---\n  y\nb: ---x\n---c: 1\n").root();
        assertThat(root.get("a").text()).isEqualTo("x\n---\ny\n");
        assertThat(root.get("b").text()).isEqualTo("---x");
        assertThat(root.get("---c").text()).isEqualTo("1");
    }

    @Test
    void directives_belong_to_the_document_after_them() {
        Reading reading = Reading
                .of("# note\n%YAML 1.2\n---\nmetadata: {name: a}\n...\n%YAML 1.2\n---\nmetadata: {name: b}\n...\nmetadata: {name: c}\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.names()).containsExactly("a", "b", "c");
        assertThat(reading.documents().getLast().root().at("metadata", "name").line()).isEqualTo(10);
    }

    @Test
    void a_byte_that_is_not_utf8_spoils_only_its_document() {
        byte[] bytes = "metadata: {name: a}\n---\nname: ?\n---\nmetadata: {name: b}\n".getBytes(UTF_8);
        bytes[30] = (byte) 0xFF;
        Reading reading = Reading.of(bytes);
        assertThat(reading.names()).containsExactly("a", "b");
        assertThat(reading.problem(Kind.UNREADABLE).sentence()).contains("0xFF at offset 30");
    }

    @Test
    void each_document_is_handed_over_before_the_next_is_read() {
        List<String> order = new ArrayList<>();
        YamlReader.read("a: 1\n---\n]\n---\nb: 2\n", Limits.DEFAULT, document -> order.add("document " + document.line()),
                problem -> order.add("problem " + problem.line()));
        assertThat(order).containsExactly("document 1", "problem 3", "document 4");
    }

    @Test
    void an_anchor_ends_with_its_document() {
        assertThat(Reading.of("a: &x 1\n---\nb: *x\n").problem(Kind.UNREADABLE).sentence()).contains("*x");
    }

    @Test
    void json_is_read_with_places() {
        Node root = Reading.of(
                "{\n  \"kind\": \"Service\",\n  \"spec\": {\"ports\": [{\"port\": 80}]}, \"url\": \"http:\\/\\/x\\u0041\\ud83d\\ude00\"\n}\n")
                .root();
        Node port = root.at("spec", "ports").items().getFirst().get("port");
        assertThat(port).isEqualTo(new Scalar("80", Scalar.Kind.INTEGER, 3, 31, true));
        assertThat(root.get("url").text()).isEqualTo("http://xA😀");
    }

    @Test
    void json_in_one_long_line_is_read() {
        String items = IntStream.range(0, 20_000).mapToObj("{\"name\":\"n%d\",\"value\":true}"::formatted).collect(Collectors.joining(","));
        assertThat(Reading.of("{\"data\":[" + items + "]}").root().get("data").items()).hasSize(20_000);
    }

    @Test
    void columns_count_characters_not_bytes() {
        assertThat(Reading.of("{ü: 😀, b: c}\n").root().get("b").column()).isEqualTo(11);
    }

    @Test
    void the_objects_of_a_list_are_handed_over_one_by_one() {
        Reading reading = Reading.of("""
                apiVersion: v1
                items:
                - apiVersion: v1
                  kind: Service
                  metadata: {name: a}
                - apiVersion: v1
                  kind: Service
                  metadata: {name: b}
                kind: List
                metadata: {name: list}
                """);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.names()).containsExactly("a", "b", "list");
        assertThat(reading.documents()).extracting(ParsedDocument::line).containsExactly(3, 6, 1);
        assertThat(reading.documents().getLast().root().get("items").items()).isEmpty();
    }

    @Test
    void items_that_do_not_say_what_they_are_stay_in_their_list() {
        Node root = Reading.of("kind: PodList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n").root();
        assertThat(root.get("items").items()).hasSize(2);
    }

    @Test
    void items_of_something_that_is_no_list_stay_where_they_are() {
        String item = "items:\n- {apiVersion: v1, kind: Service}\n";
        assertThat(Reading.of("kind: Basket\n" + item).root().get("items").items()).hasSize(1);
        assertThat(Reading.of("spec:\n  items:\n  - {apiVersion: v1, kind: Service}\n").root().at("spec", "items").items()).hasSize(1);
    }

    @Test
    void objects_before_a_mistake_in_a_list_are_kept() {
        Reading reading =
                Reading.of("kind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: a}}\n- {apiVersion: v1, kind\n");
        assertThat(reading.names()).containsExactly("a");
        assertThat(reading.problem(Kind.UNREADABLE).line()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b\n", "{a: b}: c\n", "? {x: y}\n: z\n"})
    void only_text_can_be_a_key(String content) {
        assertThat(Reading.of(content).refusal(Kind.UNREADABLE).sentence()).contains("only text can be a key");
    }

    @Test
    void two_objects_without_a_marker_between_them_are_told_apart() {
        Reading reading = Reading.of("{\"metadata\": {\"name\": \"a\"}}\n{\"metadata\": {\"name\": \"b\"}}\n");
        assertThat(reading.names()).containsExactly("a");
        assertThat(reading.problem(Kind.UNREADABLE).remedy()).contains("---");
    }

    @Test
    void a_syntax_error_says_where_what_and_what_to_do() {
        Problem problem = Reading.of("kind: X\nmetadata:\n  name: a\n labels: {}\n").refusal(Kind.UNREADABLE);
        assertThat(problem).isEqualTo(new Problem(Kind.UNREADABLE, 4, 2,
                "This is not valid YAML: expected <block end>, but found '<block mapping start>', while parsing a block mapping from line 1.",
                "Compare the indentation, quotes and brackets here with the lines before."));
    }
}
