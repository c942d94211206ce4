package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the first commands of docs/bench.md as they stand, only shorter: with fewer blocks, and in the processors that a small cluster has. */
@Tag("mesh")
class DocumentedBenchTest {

    private static final List<String> SHORTER = List.of("--looks", "1", "--warm-up", "1s", "--plateau", "3s", "--rates", "100");

    private static Lab lab;

    @TempDir
    static Path folder;

    @BeforeAll
    static void a_cluster_with_a_mesh() {
        lab = Lab.open();
    }

    @Test
    void every_command_of_the_manual_works_one_after_the_other() throws IOException {
        List<String> commands = DocumentedTest.commands("../docs/bench.md");
        assertThat(commands).hasSizeGreaterThan(3);
        for (String command : commands) {
            List<String> words = new ArrayList<>(Stream.of(command.split("\\s+"))
                    .map(word -> word.equals("bench-run.json") ? folder.resolve(word).toString() : word).toList());
            if (command.startsWith("bench plan") || command.startsWith("bench run")) {
                words.addAll(List.of("--cpu", "200m"));
            }
            if (command.startsWith("bench run")) {
                words.remove("200,1000");
                words.remove("--rates");
                words.addAll(SHORTER);
            }
            Ended ended = lab.meshadvisor(lab.admin(), words.toArray(String[]::new));
            // On a busy machine no cell of a single block may be valid, which a run says with 5.
            assertThat(ended.code()).as(command + "\n" + ended.err()).isIn(command.startsWith("bench run") ? List.of(0, 5) : List.of(0));
            assertThat(ended.out() + ended.err()).as(command).isNotBlank();
        }
        assertThat(folder.resolve("bench-run.json")).isNotEmptyFile();
    }
}
