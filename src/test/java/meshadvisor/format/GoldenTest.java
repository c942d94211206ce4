package meshadvisor.format;

import static meshadvisor.format.Reports.written;

import meshadvisor.format.Screen.Paint;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;

/** What people get, whole, for 40 services in files that have some of everything. */
class GoldenTest {

    private static final Report SHOP = Reports.shop(Answers.NONE);

    @Test
    void the_table_on_80_columns_is_as_reviewed() {
        Golden.assertSame("shop.80.txt", written(SHOP, Format.TABLE));
    }

    @Test
    void the_table_on_120_columns_is_as_reviewed() {
        Golden.assertSame("shop.120.txt", written(SHOP, Format.TABLE, new Screen(120, Paint.PLAIN)));
    }

    @Test
    void the_table_with_colour_is_as_reviewed() {
        Golden.assertSame("shop.colour.txt", written(SHOP, Format.TABLE, new Screen(80, Paint.COLOUR)).split("\n\n\n", 2)[0]);
    }

    @Test
    void the_markdown_is_as_reviewed() {
        Golden.assertSame("shop.md", written(SHOP, Format.MARKDOWN));
    }

    @Test
    void the_advice_with_what_was_measured_is_as_reviewed() {
        Report measured = Reports.measured(SHOP, BenchRuns.usual());
        Golden.assertSame("measured.80.txt", written(measured, Format.TABLE).split("\n\n\nFINDINGS", 2)[0]);
    }

    @Test
    void the_table_that_advises_a_mesh_and_judges_a_proposal_is_as_reviewed() {
        Golden.assertSame("adopt.80.txt", written(Reports.shop(Reports.needing("mtls", "split-weight"), "cilium"), Format.TABLE));
    }
}
