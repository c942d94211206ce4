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

/** The command writes both files and the table, or says all that is wrong and exits with 2. */
class MergeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int merge(Path runJson, Path hlog, Path... files) {
        List<String> arguments = new ArrayList<>(List.of("merge", "--run-json", runJson.toString(), "--hlog", hlog.toString()));
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out), new PrintWriter(err, true));
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
    void what_is_missing_is_named_once_each() {
        assertThat(run("merge")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("load-generator merge: --run-json is missing: where the merged result goes",
                "load-generator merge: --hlog is missing: where the merged interval log goes",
                "load-generator merge: results are missing: name two or more", "Run 'load-generator merge --help' to see what it takes.");
    }

    @Test
    void what_cannot_be_written_is_one_sentence() throws IOException {
        Path a = Runs.write(folder, "a");
        Path b = Runs.write(folder, "b");
        Path nowhere = folder.resolve("nowhere").resolve("x");
        for (List<Path> outs : List.of(List.of(folder.resolve("all.json"), nowhere), List.of(nowhere, folder.resolve("all.hlog")),
                List.of(folder.resolve("all.json"), folder))) {
            err.getBuffer().setLength(0);
            assertThat(merge(outs.get(0), outs.get(1), a, b)).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(2).first().asString().startsWith("load-generator merge: " + folder)
                    .containsPattern("cannot be written: (there is no folder .*nowhere|it is a folder)$");
        }
        assertThat(merge(nowhere, nowhere, a, b)).isEqualTo(2);
        assertThat(err.toString()).contains("cannot take both");
        assertThat(out.toString()).isEmpty();
    }
}
