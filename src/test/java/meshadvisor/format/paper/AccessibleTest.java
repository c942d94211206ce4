package meshadvisor.format.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.format.Pages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is set keeps to PDF/UA-1, says veraPDF; and this test would notice. */
class AccessibleTest {

    static Set<String> every_page() {
        return Set.copyOf(Pages.NAMES);
    }

    @BeforeAll
    static void begin() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_page_keeps_to_all_rules(String name) throws Exception {
        assertThat(broken(Papers.named(name))).isEmpty();
    }

    @Test
    void a_large_page_keeps_to_all_rules() throws Exception {
        byte[] large = Papers.set(Pages.onPaper(500));
        try (PDDocument pdf = Loader.loadPDF(large)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(30);
        }
        assertThat(broken(large)).isEmpty();
    }

    @Test
    void a_picture_that_nobody_describes_is_noticed() throws Exception {
        String picture = "<object type=\"image/svg+xml\"%s style=\"display: block; width: 9px; height: 9px\">"
                + "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0L9 9\"/></svg></object>";
        assertThat(broken(Papers.set(Papers.page(picture.formatted(" alt=\"a line\""))))).isEmpty();
        assertThat(broken(Papers.set(Papers.page(picture.formatted(""))))).isNotEmpty();
    }

    @Test
    void a_heading_that_is_left_out_is_noticed() throws Exception {
        assertThat(broken(Papers.set(Papers.page("<h3>Too deep</h3><p>x</p>")))).isNotEmpty();
    }

    /** The rules that are broken, and how often. */
    private static List<String> broken(byte[] pdf) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
            return result.getTestAssertions().stream().collect(Collectors.groupingBy(
                    each -> each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + ": " + each.getMessage(),
                    Collectors.counting())).entrySet().stream().map(Object::toString).sorted().toList();
        }
    }
}
