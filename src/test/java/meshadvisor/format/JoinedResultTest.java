package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import meshadvisor.format.JoinedResult.Source;
import meshadvisor.format.ReportFormat.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Several results as one text: in order, each with where it comes from, and nothing of any of them lost. */
class JoinedResultTest {

    private static final String BENCH = BenchTest.written(BenchTest.ALL.get("usual"), Format.JSON, Screen.PLAIN);
    private static final String NOISY = BenchTest.written(BenchTest.ALL.get("noisy"), Format.JSON, Screen.PLAIN);

    private static Source advice(String name) {
        return source("report.json", Reports.written(Reports.ALL.get(name), Format.JSON));
    }

    private static Source source(String file, String json) {
        return new Source(file, "sha-" + Integer.toHexString(json.hashCode()), SavedResult.of(KeptTree.of(json), json));
    }

    private static String written(JoinedResult joined, ReportFormat format, String tag) {
        StringWriter out = new StringWriter();
        try {
            joined.write(format, new View("1.2.3", Screen.PLAIN, Language.of(tag).orElseThrow()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String written(JoinedResult joined, ReportFormat format) {
        return written(joined, format, "en");
    }

    @Test
    void the_assessment_comes_first_whatever_was_named_first() {
        String text = written(new JoinedResult(List.of(source("bench.json", BENCH), advice("adopt"))), ReportFormat.MARKDOWN);
        assertThat(text).containsSubsequence("Also here", "## Assessment", "From report.json, which meshadvisor assess wrote",
                "## Benchmark",
                "From bench.json, which meshadvisor bench report wrote; of ");
        assertThat(text.indexOf("Adopt a service mesh")).isLessThan(text.indexOf("## Assessment"));
    }

    @Test
    void all_that_each_of_them_says_is_there_and_nothing_else_is_changed() {
        String joined = written(new JoinedResult(List.of(advice("adopt"), source("bench.json", BENCH))), ReportFormat.TABLE);
        String alone = BenchTest.written(BenchTest.ALL.get("usual"), Format.TABLE, Screen.PLAIN);
        for (String line : alone.lines().filter(l -> l.startsWith("  ") && !l.isBlank()).toList()) {
            assertThat(joined.replaceAll("\\s+", " ")).contains(line.strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void several_of_a_kind_are_numbered_in_the_order_in_which_they_were_named() {
        String text = written(new JoinedResult(List.of(source("a.json", BENCH), source("b.json", NOISY))), ReportFormat.MARKDOWN);
        assertThat(text).contains("Results of meshadvisor in one text").containsSubsequence("## Benchmark 1", "a.json", "## Benchmark 2",
                "b.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "uk"})
    void the_page_is_well_formed_no_place_has_two_names_and_every_link_leads_somewhere(String tag) throws Exception {
        String page = written(new JoinedResult(List.of(advice("measured, adopt"), source("a.json", BENCH), source("b.json", NOISY))),
                ReportFormat.HTML, tag);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        List<String> places = found(page, " id=\"([^\"]+)\"");
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).containsAll(new HashSet<>(found(page, " href=\"#([^\"]+)\"")));
        assertThat(found(page, "(<li><a href=\"#on-file-)")).hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<String> found(String page, String pattern) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    @Test
    void the_paper_has_chapters_with_sections_as_bookmarks() {
        String paper = written(new JoinedResult(List.of(advice("adopt"), source("a.json", BENCH))), ReportFormat.PDF);
        String bookmarks = paper.substring(paper.indexOf("<bookmarks>"), paper.indexOf("</bookmarks>"));
        assertThat(bookmarks).containsSubsequence("name=\"Assessment\"", "<bookmark name=\"Why\"", "name=\"Benchmark\"",
                "<bookmark name=\"Benchmark: ");
    }

    @Test
    void two_assessments_and_the_same_file_twice_cannot_be_joined() {
        Source bench = source("bench.json", BENCH);
        assertThat(new JoinedResult(List.of(advice("adopt"), advice("keep"))).mistakes()).singleElement().asString()
                .contains("are both assessments", "--compare");
        assertThat(new JoinedResult(List.of(bench, advice("adopt"), bench)).mistakes()).singleElement().asString()
                .contains("bench.json and --from bench.json are the same, byte by byte");
        assertThat(new JoinedResult(List.of(bench, advice("adopt"))).mistakes()).isEmpty();
    }

    @Test
    void a_name_that_a_stranger_gave_to_a_file_does_nothing() {
        Source strange = new Source("<script>alert(1)</script>\u001b[2J.json", "0", advice("adopt").result());
        assertThat(written(new JoinedResult(List.of(strange, source("bench.json", BENCH))), ReportFormat.HTML)).doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\x1b[2J.json");
    }
}
