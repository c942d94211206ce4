package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables for spreadsheets, which must not take a name for a formula. */
class CsvTest {

    @Test
    void every_finding_is_a_line_with_as_many_cells_as_the_head() {
        Reports.ALL.forEach((name, report) -> {
            List<String> lines = Reports.written(report, Format.CSV).lines().toList();
            assertThat(lines).as(name).hasSize(1 + report.findings().size() + report.suppressed().size());
            assertThat(lines).allSatisfy(line -> assertThat(cells(line)).isEqualTo(14));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "|x", "%x", "=HYPERLINK(\"https://evil.example\",\"x\")"})
    void no_cell_begins_like_a_formula(String name) {
        assertThat(Csv.line(List.of(name, "x"))).matches("(\"?)'\\Q" + name.charAt(0) + "\\E.*,x\n");
    }

    @Test
    void what_begins_with_a_control_is_spelled_out_and_so_is_no_formula() {
        assertThat(Csv.line(List.of("\t=1", "\r=1", "\n=1"))).isEqualTo("\\x09=1,\\x0d=1,\\x0a=1\n");
    }

    @Test
    void quotes_are_doubled_and_commas_stay_in_their_cell() {
        assertThat(Csv.line(List.of("a \"b\", c", "", "d"))).isEqualTo("\"a \"\"b\"\", c\",,d\n");
    }

    @Test
    void a_hostile_name_stays_on_its_line() {
        Report hostile = Reports.ALL.get("hostile");
        assertThat(Reports.written(hostile, Format.CSV).lines()).hasSize(1 + hostile.findings().size() + hostile.suppressed().size())
                .anyMatch(line -> line.contains("evil\\x1b[2J"));
    }

    @Test
    void the_tables_of_a_benchmark_are_one() {
        String csv = BenchTest.written(BenchTest.run("usual"), Format.CSV, Screen.PLAIN);
        assertThat(csv).startsWith("section,table,row,column,value\n").contains(",app-mtls,p99,");
        assertThat(csv.lines()).allSatisfy(line -> assertThat(cells(line)).isEqualTo(5));
    }

    /** Commas outside of quotes, and one. */
    private static long cells(String line) {
        return line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count() + 1;
    }
}
