package meshadvisor.format.paper;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.Pages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a screen reader is told of a page: what is a heading, a table, a picture, and what it shows. */
class StructureTest {

    static Set<String> every_page() {
        return Set.copyOf(Pages.NAMES);
    }

    private interface Look {
        void at(PDDocument pdf, List<PDStructureElement> elements) throws IOException;
    }

    private static void look(String name, Look look) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(Papers.named(name))) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
            look.at(pdf, elements);
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
        node.getKids().stream().filter(PDStructureElement.class::isInstance).map(PDStructureElement.class::cast).forEach(kid -> {
            elements.add(kid);
            collect(kid, elements);
        });
    }

    private static Stream<PDStructureElement> of(List<PDStructureElement> elements, String type) {
        return elements.stream().filter(each -> each.getStructureType().equals(type));
    }

    private static int written(String page, String markup) {
        return page.split(markup, -1).length - 1;
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void headings_tables_lists_and_pictures_are_those_of_the_page(String name) throws IOException {
        String page = Pages.onPaper(name);
        look(name, (pdf, elements) -> {
            assertThat(of(elements, "H1")).hasSize(1);
            assertThat(of(elements, "H2")).hasSize(written(page, "<h2"));
            assertThat(of(elements, "H3")).hasSize(written(page, "<h3"));
            assertThat(of(elements, "Table")).hasSize(written(page, "<table"));
            assertThat(of(elements, "TR")).hasSize(written(page, "<tr>"));
            assertThat(of(elements, "LI")).hasSize(written(page, "<li>"));
            assertThat(of(elements, "Figure")).hasSize(written(page, "<object"));
            assertThat(of(elements, "Link")).hasSize(written(page, "<a "));
        });
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_picture_says_what_it_shows(String name) throws IOException {
        look(name, (pdf, elements) -> assertThat(of(elements, "Figure").map(PDStructureElement::getAlternateDescription))
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(30)));
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_head_of_a_table_says_whether_it_is_of_a_column_or_of_a_row(String name) throws IOException {
        look(name, (pdf, elements) -> assertThat(of(elements, "TH")).isNotEmpty().allSatisfy(head -> {
            COSDictionary attributes = (COSDictionary) head.getCOSObject().getDictionaryObject(COSName.A);
            boolean above = head.getParent() instanceof PDStructureElement row && row.getParent() instanceof PDStructureElement group
                    && group.getStructureType().equals("THead");
            assertThat(attributes.getNameAsString("Scope")).isEqualTo(above ? "Column" : "Row");
        }));
    }

    @Test
    void a_head_that_stands_on_several_pages_is_said_once() throws IOException {
        String rows = IntStream.range(0, 300).mapToObj(i -> "<tr><th scope=\"row\">r" + i + "</th><td>x</td></tr>").collect(joining());
        byte[] set = Papers.set(Papers.page("<table style=\"-fs-table-paginate: paginate\"><thead><tr><th scope=\"col\">Left</th>"
                + "<th scope=\"col\">Right</th></tr></thead><tbody>" + rows + "</tbody></table>"));
        try (PDDocument pdf = Loader.loadPDF(set)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(Words.of(set).split("Left", -1)).hasSize(pdf.getNumberOfPages() + 1);
            List<PDStructureElement> elements = new ArrayList<>();
            collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
            List<PDStructureElement> within = new ArrayList<>();
            of(elements, "THead").forEach(head -> collect(head, within));
            assertThat(within.stream().flatMap(each -> each.getKids().stream()).filter(kid -> !(kid instanceof PDStructureElement)))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void the_file_says_that_it_is_tagged_in_which_language_it_is_and_its_title(String name) throws IOException {
        look(name, (pdf, elements) -> {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        });
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_font_is_in_the_file(String name) throws IOException {
        look(name, (pdf, elements) -> {
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        });
    }
}
