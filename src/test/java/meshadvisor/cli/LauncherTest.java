package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LauncherTest {

    private static final int JAVA_11 = 55;

    @Test
    void the_class_that_starts_can_be_loaded_by_an_old_java() throws IOException {
        try (var in = new DataInputStream(Launcher.class.getResourceAsStream("Launcher.class"))) {
            in.readInt(); // the magic number
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).isEqualTo(JAVA_11);
        }
    }

    @Test
    void a_process_of_its_own_prints_the_same_help_as_the_program_inside() throws Exception {
        assertThat(launched("--help")).isEqualTo(Ran.cli("--help"));
        assertThat(launched()).isEqualTo(Ran.cli("--help"));
    }

    @Test
    void help_loads_nothing_but_the_launcher() throws Exception {
        var loaded = launchedWith(List.of("-Xlog:class+load:stdout"), "--help").out();
        assertThat(loaded).contains(" meshadvisor.cli.Launcher ").doesNotContain("picocli", "meshadvisor.cli.Meshadvisor ",
                "tools.jackson");
    }

    @Test
    void exit_codes_reach_the_operating_system() throws Exception {
        assertThat(launched("--nonsense")).isEqualTo(Ran.cli("--nonsense"));
    }

    @Test
    void as_a_plugin_of_kubectl_help_shows_the_name_that_users_type() throws Exception {
        assertThat(launchedWith(List.of("-Dmeshadvisor.invokedAs=kubectl-mesh_advisor"), "--help"))
                .isEqualTo(Ran.cliAs("kubectl-mesh_advisor", "--help"));
    }

    @Test
    void an_interrupt_ends_a_run_that_waits_for_its_input_with_its_own_code() throws Exception {
        assumeThat(ignoresInterrupts()).as("started where interrupts are ignored, as in the background of a script").isFalse();
        Process waiting = new ProcessBuilder(command(List.of(), "assess", "-", "-o", "json")).start();
        new ProcessBuilder("kill", "-INT", Long.toString(waiting.pid())).start().waitFor();
        assertThat(waiting.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting.exitValue()).isEqualTo(130);
        assertThat(waiting.inputReader().lines()).isEmpty();
    }

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status) || Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static Ran launched(String... args) throws Exception {
        return launchedWith(List.of(), args);
    }

    private static Ran launchedWith(List<String> options, String... args) throws Exception {
        return Installed.ended(new ProcessBuilder(command(options, args)).start());
    }

    private static List<String> command(List<String> options, String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "meshadvisor.cli.Launcher"));
        command.addAll(List.of(args));
        return command;
    }
}
