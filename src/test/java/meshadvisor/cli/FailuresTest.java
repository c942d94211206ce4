package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.cli.Mistake.FileMistake;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.model.Place;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

class FailuresTest {

    @Test
    void mistakes_are_one_sentence_each_without_a_stack() {
        var ran = failing(
                new MistakesFound(List.of(new FileMistake(new Place("answers.yaml", 7, 3), "unknown need \"mtsl\"; did you mean mtls?"),
                        new UsageMistake("--context needs a cluster"))));
        assertThat(ran).isEqualTo(new Ran(2, "", """
                try: answers.yaml:7:3: unknown need "mtsl"; did you mean mtls?
                try: --context needs a cluster
                """));
    }

    @Test
    void knowledge_of_the_users_own_that_is_wrong_is_a_mistake() {
        assertThat(failing(new CatalogueMistake("thresholds.yaml", "unknown threshold")))
                .isEqualTo(new Ran(2, "", "try: thresholds.yaml: unknown threshold\n"));
    }

    @Test
    void options_that_do_not_go_together_point_at_the_help() {
        assertThat(failing(new Misused())).isEqualTo(new Ran(2, "", """
                try: files or a cluster, not both
                Run 'try --help' to see what it takes.
                """));
    }

    @Test
    void a_bug_shows_its_stack_and_how_to_report_it() {
        var ran = failing(new IllegalStateException("boom"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("try: internal error, a bug of meshadvisor ").contains("Please report it",
                "IllegalStateException: boom",
                "FailuresTest");
    }

    private static Ran failing(RuntimeException failure) {
        return failing(new Failing(failure));
    }

    private static Ran failing(Callable<Integer> command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var failures = new Failures();
        int code = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures).execute();
        return new Ran(code, out.toString(), err.toString());
    }

    @Command(name = "try")
    record Failing(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }

    @Command(name = "try")
    static final class Misused implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), "files or a cluster, not both");
        }
    }
}
