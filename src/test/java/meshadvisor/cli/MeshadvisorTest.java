package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static meshadvisor.cli.Ran.cli;
import static meshadvisor.cli.Ran.cliAs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshadvisorTest {

    @Test
    void the_version_is_data() {
        assertThat(cli("--version").out()).startsWith("meshadvisor ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", ""})
    void help_is_data_however_it_is_asked_for(String args) {
        var ran = args.isEmpty() ? cli() : cli(args);
        assertThat(ran).isEqualTo(new Ran(0, BuildResources.rootHelp(), ""));
    }

    @Test
    void the_help_that_the_build_made_is_the_help_that_would_be_made_now() throws IOException {
        try (var made = Meshadvisor.class.getResourceAsStream("/" + BuildResources.ROOT_HELP)) {
            assertThat(new String(made.readAllBytes(), UTF_8)).isEqualTo(cli("--help").out());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_command_has_help_in_eighty_columns_and_the_root_lists_it(Subcommand command) {
        var ran = cli(command.word(), "--help");
        assertThat(ran).isEqualTo(cli("help", command.word()));
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(cli("--help").out()).containsPattern("\n  " + command.word() + " +[A-Z]");
    }

    @Test
    void as_a_plugin_of_kubectl_it_shows_the_name_that_users_type() {
        assertThat(cliAs("kubectl-mesh_advisor", "--help").out()).startsWith("Usage: kubectl mesh-advisor ");
        assertThat(cliAs("kubectl-mesh_advisor", "--hepl").err()).contains("'kubectl mesh-advisor --help'");
    }

    @Test
    void all_mistakes_of_a_command_line_are_told_at_once_on_stderr_only() {
        assertThat(cli("--hepl", "hlep")).isEqualTo(new Ran(2, "", """
                meshadvisor: unknown option --hepl; did you mean --help?
                meshadvisor: unknown command hlep; did you mean help?
                Run 'meshadvisor --help' to see what it takes.
                """));
        assertThat(cli("help", "help", "more", "--nonsense=5")).isEqualTo(new Ran(2, "", """
                meshadvisor: unexpected argument more
                meshadvisor: unknown option --nonsense
                Run 'meshadvisor help --help' to see what it takes.
                """));
        assertThat(cli("help", "hepl")).isEqualTo(new Ran(2, "", "meshadvisor: unknown command hepl; did you mean help?\n"));
    }

    @Test
    void somebody_who_asks_for_help_gets_it_whatever_else_is_wrong() {
        assertThat(cli("help", "--nonsense", "--help")).isEqualTo(cli("help", "--help"));
    }

    @Test
    void an_argument_can_neither_steer_the_terminal_nor_name_a_file_of_arguments() {
        assertThat(cli("\u001b[2J").err()).startsWith("meshadvisor: unknown command \\x1b[2J\n");
        assertThat(cli("@/etc/hostname").err()).startsWith("meshadvisor: unknown command @/etc/hostname\n");
    }

    @Test
    void output_that_cannot_be_written_is_told() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        var err = new StringWriter();
        var outside =
                new Outside(InputStream.nullInputStream(), new PrintWriter(full, false, UTF_8), new PrintWriter(err), Ran.CLOCK, Map.of(),
                        Terminal.NONE, Outside.USUAL_NAME);
        assertThat(Meshadvisor.run(new String[] {"--version"}, outside)).isEqualTo(2);
        assertThat(err).hasToString("meshadvisor: standard output could not be written to its end\n");
    }

    @Test
    void only_the_command_asked_for_is_made_unless_all_must_be_known() {
        assertThat(Subcommand.neededFor(new String[] {"help", "help"})).containsExactly(Subcommand.values());
        assertThat(Subcommand.neededFor(new String[] {"--version"})).containsExactly(Subcommand.values());
        assertThat(Subcommand.values()).filteredOn(each -> each != Subcommand.HELP)
                .allSatisfy(each -> assertThat(Subcommand.neededFor(new String[] {each.word(), "x"})).isEqualTo(List.of(each)));
    }
}
