package meshadvisor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Pages in a real Chromium. With {@code -Dpictures=FOLDER} it leaves pictures of them there, to be looked at. */
@Tag("browser")
class PageTest {

    private static final List<Integer> WIDTHS = List.of(360, 768, 1440);

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Map<String, String> pages;

    @BeforeAll
    static void a_browser() throws IOException {
        browser = Browser.open(Files.createDirectory(folder.resolve("profile")));
        pages = Pages.all();
        for (var page : pages.entrySet()) {
            Files.writeString(file(page.getKey()), page.getValue());
        }
    }

    @AfterAll
    static void it_is_closed() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Arguments> every_page_at_every_width() {
        return Pages.NAMES.stream().flatMap(name -> WIDTHS.stream().map(width -> Arguments.of(name, width)));
    }

    static List<String> every_page() {
        return Pages.NAMES;
    }

    @ParameterizedTest
    @MethodSource("every_page_at_every_width")
    void nothing_has_to_be_scrolled_sideways(String name, int width) {
        browser.show(file(name), width);
        openAll();
        assertThat(browser.script("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(browser.script("[...document.querySelectorAll('body *')].filter(e => e.scrollWidth > e.clientWidth + 1"
                + " && getComputedStyle(e).overflowX !== 'visible' && e.clientWidth > 1).map(e => e.outerHTML.slice(0, 200))")).isEmpty();
        look(name, "-" + width);
    }

    @ParameterizedTest
    @MethodSource("every_page_at_every_width")
    void axe_finds_nothing_to_complain_of(String name, int width) throws IOException {
        for (String colours : List.of("light", "dark")) {
            browser.prefer(colours, "screen");
            browser.show(file(name), width);
            openAll();
            assertThat(violations()).as("%s at %d in %s", name, width, colours).isEmpty();
        }
        look(name, "-dark-" + width);
        browser.prefer("light", "screen");
    }

    @Test
    void axe_would_complain_of_words_that_cannot_be_read() throws IOException {
        browser.show(file("adopt"), 768);
        browser.script("const sheet = new CSSStyleSheet(); sheet.replaceSync('h1 { color: #ccc; background: #ddd }');"
                + " document.adoptedStyleSheets = [sheet]; document.querySelector('svg').removeAttribute('aria-labelledby');"
                + " document.querySelector('svg title').remove()");
        assertThat(violations().toString()).contains("color-contrast", "svg-img-alt");
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void a_page_asks_for_nothing_but_itself_and_the_browser_has_no_complaint(String name) {
        browser.show(file(name), 1440);
        assertThat(browser.requests()).allMatch(url -> url.equals(file(name).toUri().toString())).isNotEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_script_in_a_page_would_not_run() throws IOException {
        Path file = folder.resolve("scripted.html");
        Files.writeString(file, pages.get("adopt").replace("</body>", "<script>document.title = 'ran'</script></body>"));
        browser.show(file, 1440);
        assertThat(browser.script("document.title").asString()).isNotEqualTo("ran");
        assertThat(browser.complaints()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("every_page_at_every_width")
    void the_verdict_stands_on_the_first_screen(String name, int width) {
        browser.show(file(name), width);
        assertThat(browser.script("document.querySelector('h1').getBoundingClientRect().bottom").asDouble()).isBetween(1.0, 799.0);
        assertThat(browser.script("document.querySelector('.marks, h1').getBoundingClientRect().bottom").asDouble()).isBetween(1.0, 799.0);
    }

    @Test
    void all_that_can_be_used_is_reached_and_used_by_keyboard() {
        browser.show(file("adopt"), 1440);
        int targets = browser.script("[...document.querySelectorAll('a[href], summary')].filter(e => e.checkVisibility()).length").asInt();
        List<String> reached = IntStream.range(0, targets).mapToObj(i -> {
            browser.press("Tab", 9);
            return browser.script("document.activeElement.tagName + document.activeElement.textContent"
                    + " + getComputedStyle(document.activeElement).outlineStyle").asString();
        }).toList();
        assertThat(reached).hasSize(targets).allMatch(each -> each.matches("(?s)(A|SUMMARY).*(solid|auto)")).first().asString()
                .contains("Skip to the report");
        browser.script("document.querySelector('summary').focus()");
        browser.press("Enter", 13);
        assertThat(browser.script("document.querySelector('details').open").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void on_paper_nothing_is_folded_away(String name) {
        browser.prefer("light", "print");
        browser.show(file(name), 700);
        assertThat(browser.script("[...document.querySelectorAll('details td, details li')].filter(e => !e.checkVisibility("
                + "{contentVisibilityAuto: true}) || e.getClientRects().length === 0).length").asInt()).isZero();
        String pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            browser.print(Path.of(pictures, plain(name) + ".pdf"));
        }
        browser.prefer("light", "screen");
    }

    /** A ratio to a page that is empty but for a word: how long a machine takes says nothing of another. */
    @Test
    void two_thousand_services_are_shown_soon() throws IOException {
        Path file = folder.resolve("large.html");
        String page = Pages.large();
        Files.writeString(file, page);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
        browser.show(file, 1440);
        double first = browser.script("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done("
                + "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()))))").asDouble();
        System.out.printf("first paint of 2,000 services: %.0f ms, %,d bytes%n", first, page.length());
        assertThat(first).as("ms, on a machine that may be busy").isLessThan(20_000);
    }

    private static void openAll() {
        browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private static JsonNode violations() throws IOException {
        browser.script(axe() + "; true");
        return browser.script("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))");
    }

    private static String axe() throws IOException {
        try (var script = PageTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path file(String name) {
        return folder.resolve(plain(name) + ".html");
    }

    private static String plain(String name) {
        return name.replaceAll("[^a-z0-9]+", "-");
    }

    private static void look(String name, String suffix) {
        String pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            browser.picture(Path.of(pictures, plain(name) + suffix + ".png"));
        }
    }
}
