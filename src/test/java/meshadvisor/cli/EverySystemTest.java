package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One command makes page, paper and plan of a system, whatever the advice. */
class EverySystemTest {

    @TempDir
    Path folder;

    private void pageAndPlan(Path system) throws Exception {
        EverySystem made = EverySystem.of(system, folder, "html", "markdown", "json");
        made.pageHoldsThePlan();
        made.everyNumberSaysWhereItComesFrom();
    }

    /** A mesh to adopt, two to keep, one to leave, answers without one, nothing, and an open question. */
    @ParameterizedTest
    @ValueSource(strings = {"bank-26-services", "hotel-on-cilium", "linkerd-nobody-uses", "twelve-services-shop", "airport-64-services",
            "museum-bought-software"})
    void page_and_plan_of_some_samples(String sample) throws Exception {
        pageAndPlan(Path.of("../sample-clusters").resolve(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank-26-services", "linkerd-nobody-uses"})
    void the_paper_of_some_samples_can_be_read_aloud(String sample) throws Exception {
        Path paper = paper(Path.of("../sample-clusters").resolve(sample));
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(Files.newInputStream(paper), PDFAFlavour.PDFUA_1)) {
            assertThat(Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false).validate(parser).isCompliant()).isTrue();
        }
    }

    private Path paper(Path system) throws Exception {
        EverySystem.of(system, folder, "pdf");
        Path paper = folder.resolve("report.pdf");
        try (PDDocument pdf = Loader.loadPDF(paper.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("The plan, stage by stage", "Annex: decision record", "Risk register");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).isNotEmpty();
        }
        return paper;
    }

    static List<Path> every_system() {
        return Stream.concat(EverySystem.samples().stream(), EverySystem.corpus().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("every_system")
    @Tag("browser")
    void page_paper_and_plan_of_every_system(Path system) throws Exception {
        pageAndPlan(system);
        paper(system);
    }

    @Test
    @Tag("browser")
    void systems_of_others_are_there() {
        assumeFalse(EverySystem.corpus().isEmpty(),
                "no folder with systems of others (-Dcorpus=FOLDER, else shared/corpus beside the repository), so only the samples were tried");
        assertThat(EverySystem.corpus()).hasSizeGreaterThan(5);
    }
}
