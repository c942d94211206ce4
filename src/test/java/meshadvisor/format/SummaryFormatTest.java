package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary of a job is what GitHub takes, and nothing of it is lost without a word. */
class SummaryFormatTest {

    private static String summary(Report report) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.SUMMARY.write(report, new View("1.2.3", Screen.PLAIN, Language.ENGLISH), out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adopt", "many findings", "hostile"})
    void what_fits_is_the_markdown(String name) throws IOException {
        assertThat(summary(Reports.ALL.get(name))).isEqualTo(Reports.written(Reports.ALL.get(name), Format.MARKDOWN));
    }

    @Test
    void what_does_not_fit_is_cut_between_two_blocks_and_says_so() {
        Summary first = Summary.of(Reports.ALL.get("adopt"));
        List<Block> blocks = IntStream.range(0, 40_000).mapToObj(i -> i % 100 == 0 ? new Block.Heading("Part " + i, "part-" + i)
                : Block.item(1, "Sentence " + i + " of a Ukrainian звіт")).toList();
        String cut = MarkdownWriter.brief(first, blocks, Language.ENGLISH);
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20).isGreaterThan(1_000_000);
        assertThat(cut).startsWith(MarkdownWriter.brief(first, List.of(), Language.ENGLISH)).endsWith("\n**" + MarkdownWriter.CUT + "**\n");
        int last = (int) cut.lines().filter(line -> line.startsWith("- Sentence ") || line.startsWith("### Part ")).count() - 1;
        assertThat(cut).contains(last % 100 == 0 ? "### Part " + last : "- Sentence " + last + " of a Ukrainian звіт\n")
                .doesNotContain("Sentence " + (last + 1) + " ");
    }
}
