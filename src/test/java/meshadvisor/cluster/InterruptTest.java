package meshadvisor.cluster;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, while a cluster does not answer. */
@EnabledOnOs(OS.LINUX)
class InterruptTest {

    private static final Path CLI = Path.of("../cli").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    /** The launcher script and what was built, without the sources beside it. */
    private Path installed() throws IOException {
        assumeTrue(Files.exists(CLI.resolve("target/meshadvisor.jar")), "the program is not packed");
        Path cli = Files.createDirectories(folder.resolve("app/cli"));
        Files.createDirectories(cli.resolve("bin"));
        Files.createDirectories(cli.resolve("target"));
        Files.createSymbolicLink(cli.resolve("target/lib"), CLI.resolve("target/lib"));
        Path jar = Files.copy(CLI.resolve("target/meshadvisor.jar"), cli.resolve("target/meshadvisor.jar"));
        Files.createFile(cli.resolve("target/start-" + version() + "-" + Files.getLastModifiedTime(jar).to(SECONDS) + ".cache"));
        return Files.copy(CLI.resolve("bin/meshadvisor"), cli.resolve("bin/meshadvisor"));
    }

    @Test
    void an_interrupted_run_ends_at_once_with_130_and_leaves_no_file() throws Exception {
        Path script = installed();
        Path results = Files.createDirectories(folder.resolve("results"));
        try (ApiServer server = ApiServer.http().shop(3)) {
            server.fault(Fault.silence().at("/api/v1/pods"));
            Path config = new Live(folder).cluster(server.address()).kubeconfig();
            Spawned run = Spawned.start(folder, Map.of("MESHADVISOR_JAVA", System.getProperty("java.home")), List.of(script.toString(),
                    "assess", "--kubeconfig", config.toString(), "-o", "json=" + results.resolve("report.json"), "-o", "table"));
            waitFor(server, run);
            assumeTrue(hears(run.process().pid()), "whoever started the tests switched interrupts off");
            long begin = System.nanoTime();
            new ProcessBuilder("kill", "-INT", "" + run.process().pid()).start().waitFor(5, SECONDS);
            assertThat(run.exit()).as(run.said()).isEqualTo(130);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3)); // one, on a machine that is not busy
            assertThat(run.said()).doesNotContain("\tat ");
            Files.delete(folder.resolve("app/cli/target/lib"));
            try (Stream<Path> left = Files.list(results)) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** Of the running Java, as the launcher reads it: with it an empty cache can be named, which is quicker than making one. */
    private static String version() throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("java.home"), "release")).stream().filter(l -> l.startsWith("JAVA_VERSION="))
                .map(l -> l.replaceAll("[^\"]*\"([^\"]*)\".*", "$1")).findFirst().orElseThrow();
    }

    private static void waitFor(ApiServer server, Spawned run) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (server.seen("/api/v1/pods").isEmpty()) {
            assertThat(System.nanoTime() < end && run.process().isAlive()).as(run.said()).isTrue();
            Thread.sleep(20);
        }
    }

    /** Whether a process does not ignore SIGINT, which is the second bit. */
    private static boolean hears(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(l -> l.startsWith("SigIgn:"))
                .allMatch(l -> (Long.parseUnsignedLong(l.substring(7).strip(), 16) & 2) == 0);
    }
}
