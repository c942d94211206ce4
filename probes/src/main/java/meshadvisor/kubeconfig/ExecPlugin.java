package meshadvisor.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import meshadvisor.files.SearchPath;
import meshadvisor.kubeconfig.Presentation.Withheld;

/**
 * Runs a plugin: its words reach it as they are, without a shell; it gets the environment of this process, and no input. Whether it may run was
 * decided before, by {@link ExecPolicy}.
 */
record ExecPlugin(Environment environment, Duration time) {

    /** What a plugin may take. */
    static final Duration TIME = Duration.ofSeconds(30);

    private static final String QUESTION_ENDINGS = ":?>]";

    Presentation run(Credential.Exec exec) {
        String name = exec.argv().getFirst();
        Optional<Path> program = program(name);
        if (program.isEmpty()) {
            return withheld(exec, "was not found" + (Path.of(name).isAbsolute() ? "." : " on the PATH."),
                    exec.installHint().isEmpty() ? "Install it, or choose another user with --user."
                            : "The kubeconfig says: " + exec.installHint());
        }
        List<String> line = new ArrayList<>(exec.argv());
        line.set(0, program.get().toString());
        Map<String, String> variables = new TreeMap<>(environment.variables());
        variables.putAll(exec.variables());
        try {
            return answer(exec, PluginRun.of(new PluginRun.Call(line, variables, environment.workingFolder()), time));
        } catch (IOException e) {
            return withheld(exec, "could not be started: " + Shown.of(String.valueOf(e.getMessage())) + ".",
                    "Check that it is a program for this machine and may be executed.");
        }
    }

    private Optional<Path> program(String name) {
        return Path.of(name).isAbsolute() ? Optional.of(Path.of(name)).filter(Files::isRegularFile)
                : SearchPath.of(environment.variable("PATH").orElse("")).find(name);
    }

    private Presentation answer(Credential.Exec exec, PluginRun run) {
        return switch (run) {
            case PluginRun.Done done when done.exit() == 0 -> ExecAnswer.read(exec, done.output());
            case PluginRun.Done done when asked(done.errors()) -> withheld(exec, "asked for input, which meshadvisor gives to no plugin: "
                    + Shown.lastLine(done.errors()), "Log in with the plugin itself first, by running: " + Shown.command(exec.argv()));
            case PluginRun.Done done -> withheld(exec, "failed with exit code " + done.exit() + ": " + said(done.errors()),
                    "Run it yourself to see more: " + Shown.command(exec.argv()));
            case PluginRun.TooSlow slow when asked(slow.errors()) -> withheld(exec,
                    "asked for input and was stopped after " + time.toSeconds()
                            + " seconds: " + Shown.lastLine(slow.errors()),
                    "Log in with the plugin itself first, by running: " + Shown.command(exec.argv()));
            case PluginRun.TooSlow slow -> withheld(exec, "was stopped after " + time.toSeconds() + " seconds, with all that it started: "
                    + said(slow.errors()), "Run it yourself to see what it waits for: " + Shown.command(exec.argv()));
            case PluginRun.TooMuch much -> withheld(exec, "was stopped, as it wrote more than " + PluginRun.OUTPUT + " bytes.",
                    "Check that it prints an ExecCredential: " + Shown.command(exec.argv()));
            case PluginRun.Interrupted stop -> withheld(exec, "was stopped with this run.", "Run again.");
        };
    }

    /** A last line without an end, such as "Password: ", is a question. */
    private static boolean asked(String errors) {
        String end = errors.stripTrailing();
        return !end.isEmpty() && !errors.endsWith("\n") && QUESTION_ENDINGS.indexOf(end.charAt(end.length() - 1)) >= 0;
    }

    private static String said(String errors) {
        return errors.isBlank() ? "it said nothing." : Shown.lastLine(errors);
    }

    static Withheld withheld(Credential.Exec exec, String what, String remedy) {
        return new Withheld(new Remark(exec.where(), "The plugin " + Shown.of(exec.argv().getFirst()) + " " + what, remedy));
    }
}
