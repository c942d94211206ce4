package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.format.Screen.Paint;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One screen of 24 lines tells the verdict, why, and what to do next. */
class FirstScreenTest {

    @ParameterizedTest
    @MethodSource("every_report_on_every_screen")
    void it_fits(String name, Report report, int columns) {
        List<String> lines = firstScreen(report, columns);
        assertThat(lines).as(String.join("\n", lines)).hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(Wrap.width(line)).isLessThanOrEqualTo(columns));
    }

    @ParameterizedTest
    @MethodSource("every_report_on_every_screen")
    void it_says_what_to_do_next(String name, Report report, int columns) {
        assertThat(firstScreen(report, columns)).anySatisfy(line -> assertThat(line).startsWith("Next        meshadvisor "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 services, nothing stated | Nothing seen here needs a service mesh; it would if this were needed: "Encrypted
            adopt                       | Adopt a service mesh, Linkerd, for "Encrypted and authenticated traffic between
            undecided                   | Undecided: whether a service mesh is needed depends on what is not known: Can
            keep                        | Keep Linkerd: it serves "Routing by header or user".
            reconsider                  | Reconsider Linkerd: it runs here, but no need that was stated or seen calls for
            configuration only          | Reconsider Istio: there is configuration of it, but nothing of it runs in what
            """)
    void it_begins_with_a_sentence_that_can_be_forwarded(String name, String sentence) {
        assertThat(firstScreen(Reports.ALL.get(name), 80).getFirst()).isEqualTo(sentence);
    }

    @Test
    void it_names_the_three_rules_that_matter_most_with_the_place_of_the_first_finding() {
        assertThat(String.join("\n", firstScreen(Reports.shop(Answers.NONE), 120))).contains("""
                            × error MA050 Retries of requests that change something
                              HTTPRoute pay/payments  test/resources/format/shop/rest.yaml:72:7
                            × error MA053 (2) A reference to something that nothing defines
                              Ingress shop/web-canary  test/resources/format/shop/rest.yaml:64:81
                            × error MA900 A document cannot be read
                              the file  test/resources/format/shop/broken.yaml:4:5
                """);
    }

    @Test
    void it_says_how_much_was_understood_and_what_was_not() {
        assertThat(firstScreen(Reports.shop(Answers.NONE), 120))
                .contains("Read        97 % of 96 documents, 1 not rendered, 1 unreadable; confidence medium");
    }

    @Test
    void it_asks_the_question_that_decides_and_says_what_an_answer_changes() {
        assertThat(String.join("\n", firstScreen(Reports.ALL.get("undecided"), 80))).contains("""
                Decides     Can you change and redeploy the code of the services?
                            yes: no mesh; no: adopt Linkerd
                """);
    }

    @Test
    void rules_that_find_no_room_are_counted() {
        assertThat(firstScreen(Reports.ALL.get("many findings"), 80)).anySatisfy(
                line -> assertThat(line).matches("If adopted  MA110 Rule MA110")).anySatisfy(
                        line -> assertThat(line).matches(" +and \\d+ more rules, see below"));
    }

    static Stream<Arguments> every_report_on_every_screen() {
        return Reports.ALL.entrySet().stream().flatMap(e -> Stream.of(40, 80, 120).map(c -> Arguments.of(e.getKey(), e.getValue(), c)));
    }

    private static List<String> firstScreen(Report report, int columns) {
        String table = Reports.written(report, Format.TABLE, new Screen(columns, Paint.PLAIN));
        return table.split("\n\n\n", 2)[0].lines().toList();
    }
}
