package meshadvisor.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.tree.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that other readers misread, accept silently, or fall over. */
class HostileInputTest {

    @Test
    void a_billion_laughs_end_at_the_budget_of_nodes() {
        String text = "l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ",").repeat(9)))
                .collect(Collectors.joining());
        Problem problem = Reading.of(text).refusal(Kind.LIMIT);
        assertThat(problem.sentence()).contains("more than 200000 nodes");
        assertThat(problem.line()).isEqualTo(6);
    }

    @Test
    void many_harmless_aliases_are_written_out() {
        String text = "base: &base {cpu: 1}\nuses:\n" + "- *base\n".repeat(600);
        Node root = Reading.of(text).root();
        assertThat(root.get("uses").items()).hasSize(600).allSatisfy(use -> assertThat(use.get("cpu").text()).isEqualTo("1"));
    }

    @Test
    void an_alias_inside_its_own_anchor_is_refused() {
        Problem problem = Reading.of("kind: X\na: &a [*a]\n").refusal(Kind.UNREADABLE);
        assertThat(problem.sentence()).contains("recursive alias");
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(2, 8);
    }

    @Test
    void an_alias_without_anchor_is_refused() {
        Problem problem = Reading.of("a: &here x\n---\nb: *here\n").problem(Kind.UNREADABLE);
        assertThat(problem.sentence()).contains("*here").contains("no anchor before it");
        assertThat(problem.line()).isEqualTo(3);
    }

    @Test
    void levels_hidden_behind_aliases_count() {
        String text = "a0: &a0 [x]\n" + IntStream.rangeClosed(1, 120)
                .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1)).collect(Collectors.joining());
        assertThat(Reading.of(text).refusal(Kind.LIMIT)).extracting(Problem::line).isEqualTo(100);
    }

    @Test
    void a_merge_key_is_applied() {
        Node root = Reading.of("""
                defaults: &d {cpu: 1, memory: 64Mi}
                resources:
                  <<: *d
                  cpu: 2
                """).root();
        assertThat(root.at("resources", "cpu").text()).isEqualTo("2");
        assertThat(root.at("resources", "memory").text()).isEqualTo("64Mi");
        assertThat(root.at("resources", "memory").line()).isEqualTo(1);
        assertThat(root.at("resources", "<<").present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void a_hundred_thousand_levels_in_one_line_end_at_the_limit(String opening) {
        Problem problem = withSmallStack(opening.repeat(100_000)).refusal(Kind.LIMIT);
        assertThat(problem.sentence()).contains("more than 100 levels");
        assertThat(problem.line()).isEqualTo(1);
    }

    @Test
    void three_thousand_levels_of_blocks_end_at_the_limit() {
        String text = IntStream.range(0, 3_000).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
        Problem problem = withSmallStack(text).refusal(Kind.LIMIT);
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(101, 101);
    }

    @Test
    void json_two_thousand_levels_deep_ends_at_the_limit() {
        String text = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
        assertThat(withSmallStack(text).refusal(Kind.LIMIT).column()).isEqualTo(501);
    }

    @Test
    void a_hundred_levels_are_fine() {
        Node node = Reading.of("a: " + "[".repeat(99) + "deep" + "]".repeat(99)).root().get("a");
        for (int i = 0; i < 99; i++) {
            node = node.items().getFirst();
        }
        assertThat(node.text()).isEqualTo("deep");
    }

    @Test
    void a_document_of_four_megabytes_is_read() {
        String line = "  - {name: service, port: 8080}\n";
        Node root = Reading.of("ports:\n" + line.repeat((4 << 20) / line.length() + 1)).root();
        assertThat(root.get("ports").items()).hasSize((4 << 20) / line.length() + 1);
    }

    @Test
    void a_document_of_two_million_values_is_refused() {
        assertThat(Reading.of("- 1\n".repeat(2_000_001)).refusal(Kind.LIMIT).line()).isEqualTo(2_000_001);
    }

    @Test
    void a_list_of_objects_may_have_more_values_than_a_document() {
        String item = "- {apiVersion: v1, kind: Service, metadata: {name: a}}\n";
        int[] objects = new int[1];
        YamlReader.read("kind: List\nitems:\n" + item.repeat(300_000), Limits.DEFAULT, document -> objects[0]++,
                problem -> objects[0] = -1);
        assertThat(objects[0]).isEqualTo(300_001);
    }

    @Test
    void a_file_beyond_the_limit_is_refused_and_the_flag_is_named() {
        Limits small = new Limits(100, 100, 10, 100, 100, 100);
        Problem problem = Reading.of("kind: Service\n".getBytes(UTF_8), small).refusal(Kind.LIMIT);
        assertThat(problem.sentence()).contains("more than 10 bytes");
        assertThat(problem.remedy()).contains("--max-file-size");
    }

    @Test
    void a_key_that_stands_twice_is_reported_with_both_lines_and_the_last_value_is_used() {
        Reading reading = Reading.of("replicas: 1\nkind: X\nreplicas: 3\n");
        Problem problem = reading.problem(Kind.DUPLICATE_KEY);
        assertThat(problem.sentence()).contains("\"replicas\"", "line 1", "line 3");
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(3, 1);
        assertThat(reading.rootDespiteProblems().get("replicas").text()).isEqualTo("3");
        assertThat(((Mapping) reading.rootDespiteProblems()).size()).isEqualTo(2);
    }

    @Test
    void duplicates_beyond_a_readable_number_are_not_listed() {
        Reading reading = Reading.of("a: 1\n".repeat(10_000));
        assertThat(reading.problems()).hasSize(100);
        assertThat(reading.problems().getLast().sentence()).contains("more than 100 warnings");
    }

    @Test
    void a_byte_that_is_not_utf8_is_named_with_its_offset() {
        byte[] latin1 = "kind: X\nname: Zürich\n".getBytes(ISO_8859_1);
        Problem problem = Reading.of(latin1).refusal(Kind.UNREADABLE);
        assertThat(problem.sentence()).isEqualTo("The byte 0xFC at offset 15 of the file is not UTF-8.");
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(2, 8);
    }

    @Test
    void a_replacement_character_that_was_really_written_is_no_error() {
        assertThat(Reading.of("name: \uFFFD\n").root().get("name").text()).isEqualTo("\uFFFD");
    }

    @Test
    void utf16_with_a_byte_order_mark_is_read() {
        String text = "kind: Zürich\n";
        assertThat(Reading.of(("\uFEFF" + text).getBytes(UTF_16BE)).root().get("kind").text()).isEqualTo("Zürich");
        assertThat(Reading.of(("\uFEFF" + text).getBytes(UTF_16LE)).root().get("kind").text()).isEqualTo("Zürich");
    }

    @Test
    void broken_utf16_is_refused() {
        byte[] loneSurrogate = {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0, 0, 'a'};
        assertThat(Reading.of(loneSurrogate).refusal(Kind.UNREADABLE).sentence()).contains("UTF-16BE");
    }

    @Test
    void a_utf8_byte_order_mark_does_not_move_the_first_column() {
        Node root = Reading.of("\uFEFFkind: X\n").root();
        assertThat(root.get("kind")).extracting(Node::line, Node::column).containsExactly(1, 7);
    }

    @Test
    void a_tab_as_indentation_is_refused_with_a_hint() {
        Problem problem = Reading.of("metadata:\n\tname: a\n").refusal(Kind.UNREADABLE);
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.remedy()).contains("Indent with spaces");
    }

    @Test
    void json_indented_with_tabs_is_read() {
        assertThat(Reading.of("{\n\t\"kind\": \"X\",\n\t\"items\": [\n\t\t1\n\t]\n}\n").root().get("kind").text()).isEqualTo("X");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\u001b', '\u0007', '\u009b', '\uFFFE'})
    void a_raw_control_character_is_refused_with_its_place(char control) {
        Problem problem = Reading.of("kind: X\nname: ab" + control + "c\n").refusal(Kind.UNREADABLE);
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(2, 9);
        assertThat(problem.sentence()).contains("U+%04X".formatted((int) control)).doesNotContain(String.valueOf(control));
    }

    @Test
    void an_escaped_control_character_stays_in_the_value() {
        assertThat(Reading.of("name: \"\\e[31m\"\n").root().get("name").text()).isEqualTo("\u001b[31m");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "tag:yaml.org,2002:javax.script.ScriptEngineManager", "tag:yaml.org,2002:python/object:os.system", "tag:example.com,2020:x"})
    void a_global_tag_is_refused(String tag) {
        Problem problem = Reading.of("kind: X\nvalue: !<%s> [a]\n".formatted(tag)).refusal(Kind.UNREADABLE);
        assertThat(problem.sentence()).contains(tag);
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void a_global_tag_in_short_form_is_refused() {
        assertThat(Reading.of("value: !!javax.script.ScriptEngineManager [a]\n").refusal(Kind.UNREADABLE).column()).isEqualTo(8);
    }

    @Test
    void a_local_tag_is_reported_and_its_value_kept() {
        Reading reading = Reading.of("password: !vault abc\nlist: !any [1]\n");
        assertThat(reading.problems()).extracting(Problem::kind).containsExactly(Kind.NOTE, Kind.NOTE);
        assertThat(reading.problems()).extracting(Problem::sentence).first().asString().contains("!vault");
        assertThat(reading.rootDespiteProblems().get("password").text()).isEqualTo("abc");
        assertThat(reading.rootDespiteProblems().get("list").items()).hasSize(1);
    }

    @Test
    void a_tilde_is_null() {
        Node root = Reading.of("a: ~\nb: 'null'\nc:\n").root();
        assertThat(root.get("a").present()).isFalse();
        assertThat(root.get("b").text()).isEqualTo("null");
        assertThat(root.get("c").present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN", ".NAN"})
    void a_number_that_is_not_finite_is_refused(String number) {
        Problem problem = Reading.of("kind: X\nweight: %s\n".formatted(number)).refusal(Kind.UNREADABLE);
        assertThat(problem.sentence()).contains(number).contains("not finite");
        assertThat(problem).extracting(Problem::line, Problem::column).containsExactly(2, 9);
        assertThat(Reading.of("weight: '%s'\n".formatted(number)).root().get("weight").text()).isEqualTo(number);
    }

    @Test
    void a_number_of_two_hundred_thousand_digits_is_refused() {
        Problem problem = Reading.of("kind: X\nport: " + "9".repeat(200_000)).refusal(Kind.LIMIT);
        assertThat(problem.sentence()).contains("200000").contains("1000");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(Reading.of("port: !!int '" + "9".repeat(200_000) + "'").refusal(Kind.LIMIT).line()).isEqualTo(1);
        assertThat(Reading.of("port: '" + "9".repeat(200_000) + "'").root().get("port").text()).hasSize(200_000);
    }

    @Test
    void a_scalar_beyond_a_mebibyte_is_refused() {
        assertThat(Reading.of("text: " + "x".repeat((1 << 20) + 1)).refusal(Kind.LIMIT).sentence()).contains("1048577");
        assertThat(Reading.of("text: " + "x".repeat(1 << 20)).root().get("text").text()).hasSize(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "---\n# nothing\n---\n...\n", "~\n", "\uFEFF"})
    void a_file_without_content_is_a_note(String nothing) {
        Problem problem = Reading.of(nothing).refusal(Kind.NOTE);
        assertThat(problem.line()).isPositive();
    }

    @Test
    void empty_documents_between_others_are_one_note() {
        Reading reading = Reading.of("a: 1\n---\n---\n# only this\n---\nb: 2\n---\n");
        assertThat(reading.documents()).extracting(ParsedDocument::line).containsExactly(1, 5);
        assertThat(reading.problem(Kind.NOTE)).extracting(Problem::line, Problem::sentence)
                .containsExactly(2, "Documents of this file that have nothing in them: 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "12", "'quoted'", "[]", "- a\n- b\n", "- kind: Service\n", "- op: add\n- path: /x\n"})
    void a_scalar_or_a_list_is_no_object(String content) {
        Problem problem = Reading.of(content).refusal(Kind.NO_OBJECT);
        assertThat(problem.sentence()).contains("no Kubernetes object");
    }

    @Test
    void a_list_of_json_patch_operations_is_handed_over() {
        Node root = Reading.of("- op: replace\n  path: /spec/replicas\n  value: 3\n- {op: remove, path: /x}\n").root();
        assertThat(root.items()).extracting(item -> item.get("op").text()).containsExactly("replace", "remove");
    }

    @Test
    void an_executable_is_refused_at_once() {
        byte[] elf = new byte[100_000];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        assertThat(Reading.of(elf).refusal(Kind.UNREADABLE)).extracting(Problem::line, Problem::column).containsExactly(1, 5);
    }

    @Test
    void a_file_of_broken_documents_only_is_given_up_after_a_thousand() {
        Reading reading = Reading.of("]\n---\n".repeat(50_000));
        assertThat(reading.problems()).hasSize(1_002);
        assertThat(reading.problems().getLast()).extracting(Problem::kind, Problem::line).containsExactly(Kind.LIMIT, 2000);
    }

    @Test
    void thousands_of_keys_with_one_hash_are_no_trap() {
        Stream<String> keys = IntStream.range(0, 1 << 14).mapToObj(i -> IntStream.range(0, 14)
                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining()));
        Mapping root = (Mapping) Reading.of(keys.map(key -> key + ": 1\n").collect(Collectors.joining())).root();
        assertThat(root.size()).isEqualTo(1 << 14);
        assertThat(root.get("AaBB".repeat(7)).text()).isEqualTo("1");
    }

    private static Reading withSmallStack(String text) {
        Reading[] result = new Reading[1];
        Thread thread = new Thread(Thread.currentThread().getThreadGroup(), () -> result[0] = Reading.of(text), "small stack", 192 * 1024);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(result[0]).as("the reading ended").isNotNull();
        return result[0];
    }
}
