package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.report.Block;
import meshadvisor.report.Block.Item;
import meshadvisor.report.Block.Paragraph;
import meshadvisor.report.Block.Table;
import meshadvisor.report.Block.Verbatim;
import meshadvisor.report.Page;
import meshadvisor.report.Section;
import org.junit.jupiter.api.Test;

class PageTextTest {

    private static final Table TABLE = new Table(List.of("id", "supportedUntil"),
            List.of(List.of("a-long-name", "some day in <June>"), List.of("b", "")));

    @Test
    void a_page_as_text_has_its_headings_at_the_left_and_all_else_wrapped() {
        assertThat(PageText.of(page(), 30)).isEqualTo("""
                The page

                It has a paragraph that is
                longer than a line:
                - an entry that is so long as
                  to be broken
                  1. inside

                Lines
                  Before:
                    kept   as it is

                  ID           SUPPORTED UNTIL
                  a-long-name  some day in
                               <June>
                  b

                See also
                  mtls, MA010
                """);
    }

    @Test
    void a_page_as_markdown_has_its_commands_and_nothing_that_is_taken_for_html() {
        assertThat(PageMarkdown.of(page())).isEqualTo("""
                # The page

                It has a paragraph that is longer than a line:

                - an entry that is so long as to be broken
                  1. inside

                ## Lines

                Before:

                ```
                kept   as it is
                ```

                | id | supported until |
                | --- | --- |
                | a-long-name | some day in \\<June> |
                | b |  |

                ## See also

                `meshadvisor explain mtls`, `meshadvisor explain MA010`
                """);
    }

    @Test
    void labels_are_bold_in_markdown_and_backticks_keep_their_angle_brackets() {
        List<Block> items = List.of(new Item(0, "Go   ", "takes `<file>` and 2 * 3"));
        assertThat(PageMarkdown.of(new Page("T", List.of(new Section("", items)), List.of())))
                .isEqualTo("# T\n\n- **Go** takes `<file>` and 2 \\* 3\n");
    }

    @Test
    void a_table_gets_narrower_where_it_can_be_broken_at_blanks_and_never_wider_than_the_screen() {
        assertThat(TableText.lines(TABLE, 24)).containsExactly("ID           SUPPORTED", "             UNTIL", "a-long-name  some day in",
                "             <June>", "b");
        assertThat(TableText.lines(TABLE, 12)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(12));
    }

    private static Page page() {
        return new Page("The page", List.of(
                new Section("", List.of(new Paragraph("It has a paragraph that is longer than a line:"),
                        new Item(0, "-", "an entry that is so long as to be broken"), new Item(1, "1.", "inside"))),
                new Section("Empty", List.of()),
                new Section("Lines", List.of(new Paragraph("Before:"), new Verbatim(List.of("kept   as it is")), TABLE))),
                List.of("mtls", "MA010"));
    }
}
