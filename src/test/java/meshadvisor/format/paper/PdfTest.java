package meshadvisor.format.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import meshadvisor.format.Pages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What stands on paper, and where. */
@Isolated("sets the default locale and time zone")
class PdfTest {

    static Set<String> every_page() {
        return Set.copyOf(Pages.NAMES);
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void no_word_of_the_page_is_lost(String name) throws Exception {
        String page = Pages.onPaper(name);
        String set = Words.of(Papers.named(name)).replaceAll("\\s", "");
        List<String> words = new ArrayList<>();
        collect(parsed(Spelling.with(Fonts.load()).of(page)), words);
        assertThat(words).hasSizeGreaterThan(100).allSatisfy(word -> assertThat(set).contains(word));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void the_first_page_says_the_verdict_and_what_matters_first(String name) throws Exception {
        Element page = parsed(Pages.onPaper(name));
        String first = Words.of(Papers.named(name), 1).replaceAll("\\s", "");
        assertThat(first).contains(spelled(page.getElementsByTagName("h1").item(0).getTextContent()).replaceAll("\\s", ""));
        NodeList facts = ((Element) page.getElementsByTagName("table").item(0)).getElementsByTagName("th");
        assertThat(IntStream.range(0, facts.getLength()).mapToObj(facts::item).map(Node::getTextContent)).isNotEmpty()
                .allSatisfy(label -> assertThat(first).contains(label.replaceAll("\\s", "")));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void the_contents_and_the_bookmarks_lead_to_each_heading_and_say_its_page(String name) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Papers.named(name))) {
            String contents = Words.of(pdf, 1) + Words.of(pdf, 2);
            List<PDOutlineItem> sections = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(sections::add);
            NodeList headings = parsed(Pages.onPaper(name)).getElementsByTagName("h2");
            assertThat(sections).hasSize(headings.getLength() - 1);
            for (PDOutlineItem section : sections) {
                int number = pdf.getPages().indexOf(section.findDestinationPage(pdf)) + 1;
                assertThat(Words.of(pdf, number).replaceAll("\\s", "")).contains(section.getTitle().replaceAll("\\s", ""));
                Matcher line = Pattern.compile(Pattern.quote(section.getTitle()) + "[ .]+" + number + "\\b").matcher(contents);
                assertThat(line.find()).as(section.getTitle() + " on page " + number + " in: " + contents).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_page_says_what_it_is_of_and_its_number(String name) throws Exception {
        String title = parsed(Pages.onPaper(name)).getElementsByTagName("p").item(0).getTextContent();
        try (PDDocument pdf = Loader.loadPDF(Papers.named(name))) {
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                String end = " " + number;
                assertThat(Words.of(pdf, number).lines().map(String::strip)).as("page " + number)
                        .anyMatch(line -> line.startsWith(title)).anyMatch(line -> line.startsWith("meshadvisor") && line.endsWith(end));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void nothing_stands_on_anything_else_or_beyond_the_margin(String name) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Papers.named(name))) {
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                assertThat(Places.of(pdf, number).mistakes()).as("page " + number).isEmpty();
            }
        }
    }

    @Test
    void the_heads_of_a_table_stand_on_each_of_its_pages() throws Exception {
        assertThat(pagesWithHeads(Papers.named("many findings"), "(?m)^Deployment shop/w\\d+ +shop/deploy", "Seen"))
                .hasSizeGreaterThan(1);
        assertThat(pagesWithHeads(Papers.set(Pages.tallOnPaper()), "a container without a limit a container", "What"))
                .hasSizeGreaterThan(8);
    }

    /** Pages on which a row stands, each of which has the heads. */
    private static List<Integer> pagesWithHeads(byte[] paper, String row, String third) throws IOException {
        List<Integer> rows = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                String text = Words.of(pdf, number);
                if (Pattern.compile(row).matcher(text).find()) {
                    rows.add(number);
                    assertThat(text).as("page " + number).containsPattern("Object\\s+Where\\s+" + third + "\\s+Confidence");
                }
            }
        }
        return rows;
    }

    /** So that the last words end at every height of a page. */
    @Test
    void no_last_page_is_empty() throws Exception {
        String style;
        try (InputStream css = PdfTest.class.getResourceAsStream("/meshadvisor/format/html/paper.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int quarter = 0; quarter < 80; quarter++) {
            String page = Papers.page("<p style=\"height: " + (237 + quarter / 4.0) + "mm\">first</p><pre class=\"whole\">last</pre>")
                    .replaceFirst("<style>.*</style>", Matcher.quoteReplacement("<style>" + style + "</style>"));
            try (PDDocument pdf = Loader.loadPDF(Papers.set(page))) {
                assertThat(Words.of(pdf, pdf.getNumberOfPages())).as("a first part of " + (237 + quarter / 4.0) + " mm").contains("last");
            }
        }
    }

    @Test
    void no_head_of_a_table_stands_at_the_foot_of_a_page_alone() throws Exception {
        Pattern head = Pattern.compile("Object\\s+Where\\s+Seen\\s+Confidence");
        try (PDDocument pdf = Loader.loadPDF(Papers.named("many findings"))) {
            int heads = 0;
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                String[] after = head.split(Words.of(pdf, number));
                heads += after.length - 1;
                assertThat(Stream.of(after).skip(1)).as("page " + number).allSatisfy(rows -> assertThat(rows).contains("shop/"));
            }
            assertThat(heads).isGreaterThan(2);
        }
    }

    @Test
    void what_a_screen_folds_is_bounded_and_says_how_much_more_there_is() throws Exception {
        assertThat(Words.of(Papers.named("many findings"))).containsPattern("and \\d+ more, see -o html or -o json");
    }

    @Test
    void the_same_page_gives_the_same_bytes_wherever_and_whenever_it_is_set() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] expected = Papers.named("adopt");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Pdf.of(Pages.onPaper("adopt"))).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void the_file_is_of_the_day_of_the_report_and_of_none_where_there_is_none() throws Exception {
        try (PDDocument report = Loader.loadPDF(Papers.named("adopt")); PDDocument bench = Loader.loadPDF(Papers.named("bench usual"))) {
            assertThat(report.getDocumentInformation().getCOSObject().getString("CreationDate")).isEqualTo("D:20260917000000+00'00'");
            assertThat(bench.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本", "😀", "\u05d0\u05d1", "\u0627\u0644", "\u0915\u094d\u0937", "\ue000", "\ufffe"})
    void what_the_fonts_lack_and_what_runs_the_other_way_is_spelled(String text) throws IOException {
        String spelled = text.codePoints().mapToObj(c -> String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c))
                .reduce("", String::concat);
        assertThat(Words.of(Papers.set(Papers.page("<p>before " + text + " after</p>")))).contains("before " + spelled + " after");
    }

    @Test
    void letters_of_three_alphabets_and_signs_of_reports_are_shown_as_they_are() throws IOException {
        String text = "Größe, Ünïcode, Перевірка ґ є ї, Ωμέγα, → ≤ ≥ ± × · … – „“ µs €";
        assertThat(Words.of(Papers.set(Papers.page("<p>" + text + "</p><p><b>" + text + "</b></p><pre><code>" + text + "</code></pre>")))
                .split(Pattern.quote(text), -1)).hasSize(4);
    }

    @Test
    void a_word_longer_than_a_page_breaks_and_is_all_there() throws IOException {
        String word = "x".repeat(20_000);
        String page = Papers
                .page("<table style=\"table-layout: fixed; width: 100%; word-wrap: break-word; -fs-table-paginate: paginate\"><thead><tr>"
                        + "<th>a</th><th>b</th></tr></thead><tbody><tr style=\"page-break-inside: avoid\"><td>" + word
                        + "</td><td>y</td></tr></tbody></table>");
        assertThat(Words.of(Papers.set(page)).chars().filter(c -> c == 'x').count()).isEqualTo(20_000);
    }

    private static String spelled(String text) throws IOException {
        return Spelling.with(Fonts.load()).of(text);
    }

    private static void collect(Node node, List<String> words) {
        if (Set.of("head", "object", "div").contains(node.getNodeName())) {
            return;
        }
        if (node.getNodeType() == Node.TEXT_NODE) {
            Arrays.stream(node.getNodeValue().split("\\s+")).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        NodeList children = node.getChildNodes();
        IntStream.range(0, children.getLength()).mapToObj(children::item).forEach(child -> collect(child, words));
    }

    private static Element parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)))
                .getDocumentElement();
    }
}
