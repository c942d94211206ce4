package meshadvisor.format;

import static java.util.Objects.requireNonNull;
import static meshadvisor.format.GateReports.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.gate.GateReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and code hosts get of a gate, whole, and what they must never get. */
@Isolated("sets the default locale")
class GateFormatTest {

    private static final Pattern ANNOTATION =
            Pattern.compile(
                    "::(error|warning|notice) (?:file=[^:,\\n]+,)?(?:line=\\d+,endLine=\\d+,)?(?:col=\\d+,)?title=[^:,\\n]*::[^\\n\\r]*");

    private static GateReport report(String name) {
        return requireNonNull(GateReports.ALL.get(name));
    }

    static Set<String> names() {
        return GateReports.ALL.keySet();
    }

    static Stream<Arguments> everything() {
        return names().stream().flatMap(n -> Stream.of(GateFormat.values()).map(f -> Arguments.of(n, f)));
    }

    @ParameterizedTest
    @CsvSource({"TABLE, gate.80.txt", "JSON, gate.json", "YAML, gate.yaml", "MARKDOWN, gate.md", "JUNIT, gate.junit.xml",
            "SARIF, gate.sarif.json",
            "GITHUB, gate.github.txt"})
    void every_format_is_as_reviewed(GateFormat format, String file) {
        Golden.assertSame(file, written(report("usual"), format));
    }

    @Test
    void the_sums_are_as_reviewed() {
        Golden.assertSame("gate.explain.80.txt", written(report("usual"), GateFormat.TABLE, GateDetail.ARITHMETIC, Screen.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void no_format_lets_a_name_do_harm(String name, GateFormat format) {
        String text = written(report(name), format, GateDetail.ARITHMETIC, Screen.PLAIN);

        assertThat(text).isNotBlank();
        assertThat(text.codePoints().filter(c -> c != '\n' && Visible.hidden(c)).count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void what_is_said_is_the_same_everywhere(String name, GateFormat format) {
        String here = written(report(name), format);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(written(report(name), format)).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(written(report(name), format)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE"})
    void no_line_is_wider_than_the_terminal_but_tables_and_words_without_blanks(GateFormat format) {
        String text = written(report("usual"), format, GateDetail.ARITHMETIC, Screen.PLAIN);

        assertThat(text.lines().filter(l -> l.length() > 80 && l.startsWith(" ") && !l.contains("run r7abc12"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void annotations_are_one_command_a_line_and_nothing_else_begins_one(String name) {
        List<String> lines = written(report(name), GateFormat.GITHUB).lines().toList();

        assertThat(lines.subList(0, lines.size() - 1)).allSatisfy(line -> assertThat(line).matches(ANNOTATION));
        assertThat(lines.getLast()).doesNotStartWith("::");
    }

    @Test
    void github_shows_ten_of_each_kind_and_the_tenth_counts_the_rest() {
        List<String> errors = written(report("many"), GateFormat.GITHUB).lines().filter(l -> l.startsWith("::error")).toList();

        assertThat(errors).hasSize(10);
        assertThat(errors.getLast()).isEqualTo("::error title=More::+52 more in the summary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            value = {"50% | 50%25", "\"a\nb\" | a%0Ab", "\"a\rb\" | a%0Db", "%0A | %250A", "a::b, c | a::b, c",
                    "\"\u001b[2J\" | \\x1b[2J"})
    void what_would_end_a_message_is_escaped(String text, String escaped) {
        assertThat(Annotations.escaped(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource({"./deploy/a.yaml, deploy/a.yaml", "././a b.yaml, a%20b.yaml", "c:x.yaml, c%3Ax.yaml", "日.yaml, %E6%97%A5.yaml",
            "a%.yaml, a%25.yaml",
            "a/#1?.yaml, a/%231%3F.yaml"})
    void paths_are_relative_references(String file, String uri) {
        assertThat(Paths.uri(file)).isEqualTo(uri);
        assertThatCode(() -> URI.create(Paths.uri(file))).doesNotThrowAnyException();
    }

    @Test
    void a_strict_gate_says_that_it_wants_to_know() {
        assertThat(written(report("strict"), GateFormat.JUNIT)).contains("<error ");
        assertThat(written(report("usual"), GateFormat.JUNIT)).doesNotContain("<error ");
    }
}
