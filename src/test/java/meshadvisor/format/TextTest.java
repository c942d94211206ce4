package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.format.Screen.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table and the Markdown do with long lists, long words and words that mean harm. */
class TextTest {

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void more_of_the_same_finding_is_counted(Format format) {
        String text = Reports.written(Reports.ALL.get("many findings"), format);
        assertThat(text).contains("and 92 more, see -o json").contains("shop/w7").doesNotContain("shop/w8");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void one_message_of_many_findings_stands_there_once(Format format) {
        assertThat(Reports.written(Reports.ALL.get("many findings"), format)).containsOnlyOnce("  The proxy has no limit.".strip()
                + (format == Format.TABLE ? "\n    Deployment shop/w0" : "\n  - Deployment shop/w0"));
    }

    @ParameterizedTest
    @CsvSource({"60", "80", "120"})
    void only_a_word_that_is_longer_than_the_line_goes_over_its_end(int columns) {
        Reports.ALL.forEach((name, report) -> assertThat(Reports.written(report, Format.TABLE, new Screen(columns, Paint.PLAIN)).lines()
                .filter(line -> Wrap.width(line) > columns && line.strip().contains(" "))).as(name).isEmpty());
    }

    @Test
    void a_hostile_name_is_spelled_out_on_the_terminal() {
        assertThat(Reports.written(Reports.ALL.get("hostile"), Format.TABLE))
                .contains("evil\\x1b[2J\\x00\\x07\\x9b31m\\u202e\\u2066\\u200b\\u2028\\U000e0041\\x0d\\x0a#");
    }

    @Test
    void a_hostile_name_is_no_markup() {
        String text = Reports.written(Reports.ALL.get("hostile"), Format.MARKDOWN);
        String prose = Pattern.compile("(`+)(?:(?!\\1).)*?(?<!`)\\1(?!`)").matcher(text.replaceAll("\\\\`", "")).replaceAll("CODE");
        assertThat(prose).doesNotContain("<b", "[link]", "![i]", "https://evil", "www.evil", "@team", "#12", ":100:", "$x$", "~~no~~",
                "*b*", "_u_", " &lt; \\ ");
        assertThat(prose).contains("\\[link\\](https<!-- -->://evil.example)", "@<!-- -->team", "&lt;b onclick=x&gt;");
    }

    @Test
    void rows_of_a_table_have_as_many_cells_as_its_head() {
        List<String> tables = Reports.ALL.values().stream().map(r -> Reports.written(r, Format.MARKDOWN).split("(?m)^(?!\\|).*$"))
                .flatMap(Stream::of).map(String::strip).filter(table -> !table.isEmpty()).toList();
        assertThat(tables).hasSizeGreaterThan(Reports.ALL.size())
                .allSatisfy(table -> assertThat(table.lines().map(TextTest::bars).distinct())
                        .as(table).hasSize(1));
    }

    private static long bars(String row) {
        return row.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count();
    }

    @Test
    void anchors_in_markdown_are_unique_and_do_not_change_with_the_words() {
        List<String> anchors = Pattern.compile("<a id=\"([^\"]*)\">").matcher(Reports.written(Reports.ALL.get("adopt"), Format.MARKDOWN))
                .results().map(m -> m.group(1)).toList();
        assertThat(anchors).doesNotHaveDuplicates().contains("meshadvisor-needs", "meshadvisor-need-mtls", "meshadvisor-findings",
                "meshadvisor-MA050-error", "meshadvisor-gaps", "meshadvisor-mesh-linkerd", "meshadvisor-questions")
                .allMatch(a -> a.matches("meshadvisor-[A-Za-z0-9-]+"));
    }

    @Test
    void code_in_markdown_ends_where_it_should() {
        assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(Markdown.code("`a")).isEqualTo("`` `a ``");
        assertThat(Markdown.block("a\n```\nb")).isEqualTo("````text\na\n```\nb\n````\n");
    }

    @Test
    void wide_characters_and_marks_are_counted_as_a_terminal_shows_them() {
        assertThat(Wrap.width("日本")).isEqualTo(4);
        assertThat(Wrap.width("e\u0301")).isEqualTo(1);
        assertThat(Wrap.clip("日本語", 5)).isEqualTo("日本…");
        assertThat(Wrap.clipStart("shop/cart.yaml:12", 8)).isEqualTo("…yaml:12");
        assertThat(Wrap.lines("one two three four", 9, 2)).containsExactly("one two", "three fo…");
        assertThat(Wrap.lines("one two", 9, 2)).containsExactly("one two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A service mesh | a service mesh
            NetworkPolicy  | NetworkPolicy
            TLS in all     | TLS in all
            Rate limiting  | rate limiting
            """)
    void a_name_keeps_its_capitals_inside_a_sentence(String title, String inside) {
        assertThat(Words.small(title)).isEqualTo(inside);
    }
}
