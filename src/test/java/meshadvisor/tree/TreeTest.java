package meshadvisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.tree.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a tree, and what aliases and merge keys leave in it. */
class TreeTest {

    @Test
    void every_question_has_an_answer() {
        Node root = Reading.of("spec:\n  ports: [80]\n  none:\n").root();
        assertThat(root.at("spec", "ports", "deeper", "still")).isEqualTo(Absent.HERE);
        assertThat(root.get("nothing").items()).isEmpty();
        assertThat(root.get("spec").text()).isEmpty();
        assertThat(root.at("spec", "none").text()).isEmpty();
        assertThat(root.at("spec", "none").present()).isFalse();
        assertThat(root.at("spec", "ports").present()).isTrue();
        assertThat(Absent.HERE.line() + Absent.HERE.column()).isZero();
        assertThat(root.at()).isSameAs(root);
    }

    @Test
    void every_node_knows_its_place() {
        Node root = Reading.of("spec:\n  list:\n  - one\n  - two: 2\n  flow: {a: [b]}\n").root();
        assertThat(root).extracting(Node::line, Node::column).containsExactly(1, 1);
        assertThat(root.get("spec")).extracting(Node::line, Node::column).containsExactly(2, 3);
        assertThat(root.at("spec", "list").items().get(1).get("two")).extracting(Node::line, Node::column).containsExactly(4, 10);
        assertThat(root.at("spec", "flow", "a")).extracting(Node::line, Node::column).containsExactly(5, 13);
        assertThat(((Mapping) root).entries().getFirst().key().line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 20, 1000})
    void keys_are_found_in_small_and_large_mappings(int size) {
        String text = IntStream.range(0, size).mapToObj(i -> "key" + i + ": " + i + "\n").collect(Collectors.joining());
        Mapping root = (Mapping) Reading.of(text).root();
        assertThat(root.size()).isEqualTo(size);
        assertThat(root.entries()).extracting(entry -> root.get(entry.key().text())).containsExactlyElementsOf(
                root.entries().stream().map(Entry::value).toList());
        assertThat(root.get("key" + size).present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 20})
    void a_double_key_is_found_among_few_and_many(int others) {
        String between = IntStream.range(0, others).mapToObj(i -> "key" + i + ": x\n").collect(Collectors.joining());
        Reading reading = Reading.of("twice: 1\n" + between + "twice: 2\n");
        assertThat(reading.problem(Kind.DUPLICATE_KEY).line()).isEqualTo(others + 2);
        assertThat(reading.rootDespiteProblems().get("twice").text()).isEqualTo("2");
    }

    @Test
    void the_same_key_in_two_mappings_is_no_double_key() {
        assertThat(Reading.of("a: {name: x}\nb: {name: y}\n").root().at("b", "name").text()).isEqualTo("y");
    }

    @Test
    void an_alias_gives_the_anchored_node_with_its_own_place() {
        Node root = Reading.of("a: &x {cpu: 1}\nb: *x\n&k key: v\nc: {*k : w}\nd: [&n 1, &n 2, *n]\n").root();
        assertThat(root.get("b")).isSameAs(root.get("a"));
        assertThat(root.at("c", "key").text()).isEqualTo("w");
        assertThat(root.get("d").items().getLast().text()).isEqualTo("2");
    }

    @Test
    void of_several_merged_mappings_the_first_wins() {
        Node root = Reading.of("""
                x: &x {a: 1, b: 1}
                y: &y {b: 2, c: 2}
                list: {<<: [*x, *y], d: 3}
                one by one: {<<: *x, <<: *y}
                inline: {<<: {a: 0}, e: 4}
                nested: {<<: {<<: *y, f: 5}}
                tagged: {!!merge <<: *x}
                """).root();
        assertThat(texts(root.get("list"))).isEqualTo("d=3 a=1 b=1 c=2");
        assertThat(texts(root.get("one by one"))).isEqualTo("a=1 b=1 c=2");
        assertThat(texts(root.get("inline"))).isEqualTo("e=4 a=0");
        assertThat(texts(root.get("nested"))).isEqualTo("f=5 b=2 c=2");
        assertThat(texts(root.get("tagged"))).isEqualTo("a=1 b=1");
    }

    @Test
    void a_merge_key_in_quotes_is_text() {
        assertThat(Reading.of("\"<<\": 1\n").root().get("<<").text()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<: 1\n", "<<:\n", "<<: [1]\n", "<<: [{a: 1}, [b]]\n"})
    void only_mappings_can_be_merged(String content) {
        assertThat(Reading.of(content).refusal(Kind.UNREADABLE).sentence()).contains("<<");
    }

    @Test
    void merges_count_against_the_budget() {
        String wide = "base: &b {" + IntStream.range(0, 500).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", ")) + "}\n";
        String uses = IntStream.range(0, 300).mapToObj(i -> "u" + i + ": {<<: *b}\n").collect(Collectors.joining());
        Problem problem = Reading.of(wide + uses).refusal(Kind.LIMIT);
        assertThat(problem.sentence()).contains("aliases and merge keys");
        assertThat(problem.line()).isEqualTo(1 + 200_000 / 1_001 + 1);
    }

    @Test
    void an_equals_sign_is_text() {
        assertThat(Reading.of("op: =\nrange: '='\n").root().get("op")).extracting("text", "kind").containsExactly("=", Scalar.Kind.STRING);
    }

    private static String texts(Node mapping) {
        return ((Mapping) mapping).entries().stream().map(entry -> entry.key().text() + "=" + entry.value().text())
                .collect(Collectors.joining(" "));
    }
}
