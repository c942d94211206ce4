package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import meshadvisor.load.record.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command writes both files and the table, or says all that is wrong and exits with 2. */
class MergeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int merge(Path runJson, Path hlog, Path... files) {
        List<String> arguments = new ArrayList<>(List.of("--run-json", runJson.toString(), "--hlog", hlog.toString()));
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        return new CommandLine(new MergeCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void two_results_become_one_that_can_be_merged_again() throws IOException {
        Path a = Runs.write(folder, "a");
        Path b = Runs.write(folder, "b");
        Path all = folder.resolve("all.json");
        assertThat(merge(all, folder.resolve("all.hlog"), a, b)).as(err.toString()).isZero();
        RunReport merged = RunJson.read(all);
        assertThat(merged.phases().getFirst().counts().completed()).isEqualTo(20_000);
        assertThat(merged.hlog()).contains("all.hlog");
        assertThat(merged.verdict().valid()).isTrue();
        assertThat(out.toString()).contains("20000", "asked 2000.0").endsWith("valid\n");
        assertThat(merge(folder.resolve("more.json"), folder.resolve("more.hlog"), all, Runs.write(folder, "c"))).as(err.toString())
                .isZero();
        assertThat(RunJson.read(folder.resolve("more.json")).generators()).hasSize(3);
    }

    @Test
    void results_that_do_not_fit_are_refused_with_all_reasons_and_nothing_is_written() {
        Path all = folder.resolve("all.json");
        assertThat(merge(all, folder.resolve("all.hlog"), folder.resolve("x.json"), folder.resolve("y.json"))).isEqualTo(2);
        assertThat(err.toString()).contains("x.json: cannot be read", "y.json: cannot be read");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_read_is_not_written_over() throws IOException {
        Path a = Runs.write(folder, "a");
        Path b = Runs.write(folder, "b");
        String before = Files.readString(folder.resolve("b.hlog"));
        assertThat(merge(a, folder.resolve("b.hlog"), a, b)).isEqualTo(2);
        assertThat(err.toString()).contains("a.json: is read, so it cannot be written", "b.hlog: is read");
        assertThat(Files.readString(folder.resolve("b.hlog"))).isEqualTo(before);
    }

    @Test
    void options_that_are_missing_are_named() {
        assertThat(new CommandLine(new MergeCommand()).setErr(new PrintWriter(err, true)).execute()).isEqualTo(2);
        assertThat(err.toString()).contains("--run-json", "--hlog");
    }
}
