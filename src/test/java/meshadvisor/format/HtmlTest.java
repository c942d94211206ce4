package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What holds for every page, without a browser. */
class HtmlTest {

    private static final Set<String> ELEMENTS =
            Set.of("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "ul", "ol",
                    "li", "dl", "div", "dt", "dd", "span", "code", "nav", "main", "section", "footer", "table", "caption", "thead", "tbody",
                    "tr", "th", "td",
                    "pre", "details", "summary", "figure", "figcaption", "svg", "desc", "path", "text");

    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        Reports.ALL.forEach((name, report) -> pages.put(name, Reports.written(report, Format.HTML)));
        BenchTest.ALL.forEach((name, run) -> pages.put("bench " + name, BenchTest.written(run, Format.HTML, Screen.PLAIN)));
        return pages;
    }

    static Set<String> every_page() {
        return PAGES.keySet();
    }

    @Test
    void the_page_that_advises_no_mesh_is_as_reviewed() {
        Golden.assertSame("shop.html", page("40 services, nothing stated"));
    }

    @Test
    void the_page_that_advises_a_mesh_is_as_reviewed() {
        Golden.assertSame("adopt.html", page("measured, adopt"));
    }

    @Test
    void the_page_of_a_benchmark_is_as_reviewed() {
        Golden.assertSame("bench-usual.html", page("bench usual"));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void a_page_is_well_formed_and_holds_no_element_that_runs_or_loads(String name) {
        assertThat(elements(name).map(Element::getTagName)).allMatch(ELEMENTS::contains);
    }

    /** The policy of the page names the digest of the sheet; a character that is escaped would make it another one, and no browser would use it. */
    @Test
    void the_style_sheet_stands_in_the_page_as_it_was_written() throws IOException {
        assertThat(page("adopt")).contains("<style>" + Files.readString(Path.of("../report-templates/html/page.css")) + "</style>");
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void no_attribute_leads_out_of_the_page_or_runs_anything(String name) {
        elements(name).forEach(element -> IntStream.range(0, element.getAttributes().getLength()).mapToObj(element.getAttributes()::item)
                .forEach(attribute -> {
                    assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotIn("src", "style", "srcset", "xlink:href", "action");
                    if (attribute.getNodeName().equals("href")) {
                        assertThat(attribute.getNodeValue()).startsWith("#");
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void names_of_elements_are_unique_and_all_that_refer_to_one_find_it(String name) {
        List<String> ids = elements(name).map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(
                elements(name).map(element -> element.getAttribute("href")).filter(href -> !href.isEmpty()).map(href -> href.substring(1)))
                .isSubsetOf(ids);
        assertThat(elements(name).flatMap(element -> Stream.of(element.getAttribute("aria-labelledby").split(" ")))
                .filter(id -> !id.isEmpty())).isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void headings_go_down_one_step_at_a_time(String name) {
        List<Integer> levels = elements(name).map(Element::getTagName).filter(tag -> tag.matches("h[1-6]"))
                .map(tag -> tag.charAt(1) - '0').toList();
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        IntStream.range(1, levels.size()).forEach(i -> assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_picture_has_a_title_a_description_and_a_table_and_stays_inside_its_frame(String name) {
        elements(name).filter(element -> element.getTagName().equals("figure")).forEach(figure -> {
            assertThat(all(figure, "title").getFirst().getTextContent()).isNotBlank();
            assertThat(all(figure, "desc").getFirst().getTextContent()).isNotBlank();
            assertThat(all(figure, "td")).isNotEmpty();
            String[] view = all(figure, "svg").getFirst().getAttribute("viewBox").split(" ");
            all(figure, "text").forEach(text -> {
                assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, Double.parseDouble(view[2]));
                assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, Double.parseDouble(view[3]));
            });
            assertThat(all(figure, "path").stream().map(path -> path.getAttribute("d")))
                    .noneMatch(path -> path.matches(".*(NaN|Infinity).*"));
        });
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void rows_have_as_many_cells_as_their_head(String name) {
        elements(name).filter(element -> element.getTagName().equals("table")).forEach(table -> {
            int columns = all(all(table, "thead").getFirst(), "th").size();
            all(all(table, "tbody").getFirst(), "tr").forEach(row -> assertThat(all(row, "th").size() + all(row, "td").size())
                    .isEqualTo(columns));
        });
    }

    @Test
    void the_page_may_be_styled_by_its_own_sheet_and_do_nothing_else() throws Exception {
        Document page = parsed(page("adopt"));
        String style = page.getElementsByTagName("style").item(0).getTextContent();
        String digest =
                Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page("adopt")).contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-" + digest
                + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
        assertThat(style).doesNotContainPattern("[<>&\"']").doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "hostile traffic"})
    void a_hostile_name_is_spelled_out_and_is_no_markup(String name) {
        String page = page(name);
        assertThat(page).contains("evil\\x1b[2J\\x00\\x07\\x9b31m\\u202e\\u2066\\u200b\\u2028\\U000e0041\\x0d\\x0a# head");
        assertThat(page).doesNotContain("<b ", "onclick=x>", "<!--").contains("&lt;b onclick=x&gt;");
        assertThat(page.lines()).noneMatch(line -> line.strip().startsWith("::"));
    }

    @Test
    void the_verdict_stands_before_everything_else_and_every_finding_is_there() {
        String page = page("many findings");
        assertThat(page.indexOf("<h1>")).isBetween(0, page.indexOf("<nav"));
        IntStream.range(0, 100).forEach(i -> assertThat(page).contains("Deployment shop/w" + i + "<"));
    }

    @Test
    void what_is_advised_is_decided_in_the_record_and_what_is_not_is_refused_with_a_reason() {
        String adopt = page("adopt");
        assertThat(adopt).contains(">Annex: decision record<", "No mesh: it would leave unanswered",
                "Review it 6 months on, on 2027-03-17");
        String none = page("40 services, nothing stated");
        assertThat(none).contains("no need counts, so it would cost and give nothing that is needed.");
        assertThat(page("undecided")).contains("None yet: what is not known decides between them.");
    }

    @Test
    void ten_times_as_much_takes_no_more_than_its_share() {
        var small = Reports.many(200);
        var large = Reports.many(2_000);
        Reports.written(small, Format.HTML);
        long few = fastest(() -> Reports.written(small, Format.HTML));
        long many = fastest(() -> Reports.written(large, Format.HTML));
        assertThat((double) many / few).as("%,d ns for 200 services, %,d ns for 2,000", few, many).isLessThan(30);
        assertThat(Reports.written(large, Format.HTML).getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
    }

    private static long fastest(Runnable work) {
        return IntStream.range(0, 3).mapToLong(i -> {
            long start = System.nanoTime();
            work.run();
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }

    static String page(String name) {
        return PAGES.get(name);
    }

    private static Stream<Element> elements(String name) {
        return all(parsed(page(name)).getDocumentElement(), "*").stream();
    }

    private static List<Element> all(Element below, String tag) {
        List<Element> all = new ArrayList<>();
        var found = below.getElementsByTagName(tag);
        IntStream.range(0, found.getLength()).forEach(i -> all.add((Element) found.item(i)));
        return all;
    }

    private static Document parsed(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setExpandEntityReferences(false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (Exception e) {
            StringWriter around = new StringWriter();
            around.append(page, 0, Math.min(400, page.length()));
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + around, e);
        }
    }
}
