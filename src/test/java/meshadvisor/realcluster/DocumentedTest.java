package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the documentation that needs a cluster: those in blocks that say {@code sh cluster}. */
@Tag("cluster")
class DocumentedTest {

    private static final String BLOCK = "```sh cluster";
    private static final String PROGRAM = "cli/bin/meshadvisor ";
    private static final List<String> NAMESPACES = List.of("shop", "bank");

    private static Lab lab;

    @TempDir
    static Path folder;

    @BeforeAll
    static void the_namespaces_of_the_documentation() {
        lab = Lab.open();
        NAMESPACES.forEach(n -> lab.kubectl("create", "namespace", n).good());
    }

    @AfterAll
    static void no_namespace_of_the_documentation() {
        NAMESPACES.forEach(n -> lab.kubectl("delete", "namespace", n, "--wait=false").good());
    }

    /** What stands in the blocks of documents that need a cluster, without the name of the program and without remarks. */
    static List<String> commands(String... documents) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String document : documents) {
            boolean inside = false;
            for (String line : Files.readAllLines(Path.of(document))) {
                inside = line.startsWith("```") ? line.equals(BLOCK) : inside;
                if (inside && line.startsWith(PROGRAM)) {
                    commands.add(line.substring(PROGRAM.length()).replaceAll("\\s+#.*", ""));
                }
            }
        }
        return commands;
    }

    @Test
    void every_documented_command_that_needs_a_cluster_works() throws IOException {
        List<String> commands = commands("../README.md", "../docs/cluster.md");
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            String[] words = Stream.of(command.split("\\s*>\\s*")[0].split("\\s+")).map(DocumentedTest::here).toArray(String[]::new);
            assertThat(lab.meshadvisor(lab.reader(), words).good()).as(command).isNotNull();
        }
        assertThat(folder.resolve("prod.json.gz")).isNotEmptyFile();
        assertThat(folder.resolve("prod.key")).isNotEmptyFile();
    }

    /** Files of the documentation lie in a temporary folder. */
    private static String here(String word) {
        return word.matches("prod\\.(json\\.gz|key)") ? folder.resolve(word).toString() : word;
    }
}
