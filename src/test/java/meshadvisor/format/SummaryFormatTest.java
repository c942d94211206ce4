package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.report.Report;
import meshadvisor.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary of a job is what GitHub takes, and nothing of it is lost without a word. */
class SummaryFormatTest {

    private static String summary(Report report) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.SUMMARY.write(report, new View("1.2.3", Severity.ERROR, Screen.PLAIN, Language.ENGLISH), out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adopt", "many findings", "hostile"})
    void what_fits_is_the_markdown(String name) throws IOException {
        assertThat(summary(Reports.ALL.get(name))).isEqualTo(Reports.written(Reports.ALL.get(name), Format.MARKDOWN));
    }

    @Test
    void what_does_not_fit_is_cut_between_two_blocks_and_says_so() throws IOException {
        Report large = Reports.many(6_000);
        String whole = Reports.written(large, Format.MARKDOWN);
        String cut = summary(large);
        assertThat(whole.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1 << 20);
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20).isGreaterThan(900_000);
        assertThat(cut).endsWith("\n**" + MarkdownWriter.CUT + "**\n");
        assertThat(whole).startsWith(cut.substring(0, cut.length() - MarkdownWriter.CUT.length() - 6));
    }
}
