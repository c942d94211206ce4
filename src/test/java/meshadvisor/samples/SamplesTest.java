package meshadvisor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample ends where its expectation says. */
class SamplesTest {

    static List<Sample> every_sample() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void a_sample_ends_where_its_expectation_says(Sample sample) {
        Expectation expected = sample.expectation();

        Assessed assessed = sample.assessed();

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(assessed.outcome()).as("outcome").isEqualTo(expected.outcome());
            softly.assertThat(assessed.mesh()).as("mesh").isEqualTo(expected.mesh());
            softly.assertThat(assessed.services()).as("application services").isEqualTo(expected.services());
            softly.assertThat(assessed.leftOut()).as("left out").containsAll(expected.leftOut());
            softly.assertThat(assessed.leaves()).as("leaves of the active needs").isEqualTo(expected.leaves());
            softly.assertThat(assessed.borderlines()).as("borderlines").isEqualTo(expected.borderlines());
        });
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void a_sample_has_the_findings_that_it_must_have_and_none_that_it_must_not(Sample sample) {
        Expectation expected = sample.expectation();

        List<Assessed.Finding> findings = sample.assessed().findings();

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(expected.findings()).as("findings that are missing; there are %s", findings)
                    .allMatch(wanted -> wanted.isMet(findings));
            softly.assertThat(findings).as("findings that must not be")
                    .noneMatch(finding -> expected.silent().contains(finding.code()));
            softly.assertThat(findings).as("errors that nobody expects").noneMatch(finding -> finding.severity().equals("error")
                    && expected.findings().stream().noneMatch(wanted -> wanted.fits(finding)));
        });
    }

    /** The whole report where the sample keeps one; {@code -Dgolden=write} writes it anew. */
    @ParameterizedTest
    @MethodSource("every_sample")
    void a_report_that_a_sample_keeps_is_what_is_printed(Sample sample) throws IOException {
        Path golden = sample.folder().resolve("expected/report.txt");
        if (Files.exists(golden)) {
            String printed = sample.printed("table");
            if (System.getProperty("golden", "").equals("write")) {
                Files.writeString(golden, printed);
            }
            assertThat(printed).isEqualTo(Sample.text(golden));
        }
    }
}
