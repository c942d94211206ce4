package meshadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.report.Block.Item;
import meshadvisor.report.Block.Paragraph;
import meshadvisor.report.Block.Verbatim;
import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void lines_that_are_not_indented_are_one_paragraph_until_a_blank_line() {
        assertThat(Prose.blocks("One\ntwo.\n\nThree.\n")).containsExactly(new Paragraph("One two."), new Paragraph("Three."));
    }

    @Test
    void indented_dashes_and_labels_are_entries_that_go_on_deeper() {
        assertThat(Prose.blocks("""
                Do:
                  - first, which
                    goes on
                  - second
                Per language:
                  Go    this
                  .NET  that, and
                        Kestrel: too
                """)).containsExactly(new Paragraph("Do:"), new Item(0, "-", "first, which goes on"), new Item(0, "-", "second"),
                new Paragraph("Per language:"), new Item(0, "Go   ", "this"), new Item(0, ".NET ", "that, and Kestrel: too"));
    }

    @Test
    void a_manifest_and_commands_stay_as_they_are() {
        assertThat(Prose.blocks("Apply:\n  apiVersion: v1\n  metadata:\n    name: x\n")).containsExactly(new Paragraph("Apply:"),
                new Verbatim(List.of("apiVersion: v1", "metadata:", "  name: x")));
        assertThat(Prose.blocks("  kubectl get pods -A\n")).containsExactly(new Verbatim(List.of("kubectl get pods -A")));
    }
}
