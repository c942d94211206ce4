package meshadvisor.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import meshadvisor.load.agent.Agent;
import meshadvisor.load.agent.Ending;
import meshadvisor.load.agent.Frames;
import meshadvisor.load.agent.Script;
import meshadvisor.load.agent.ScriptRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries out a script in a pod and tells the results through its log. */
@Command(name = "agent", description = "Carries out a script and tells the results in frames on standard output.",
        mixinStandardHelpOptions = true, sortOptions = false,
        footer = {"", "Exit code: 0 the script was carried out, whatever came of it, 2 it cannot be read, 1 standard output was closed,",
                "130 or 143 interrupted."})
final class AgentCommand implements Callable<Integer>, Checks {

    private static final int NOT_WRITTEN = 1;
    private static final long LARGEST = 1024 * 1024;
    /** Longer than a drive has to write its result, and shorter than Kubernetes waits before it kills (30 s). */
    private static final long PATIENCE_SECONDS = 20;

    @Option(names = "--script", paramLabel = "JSON|@FILE", description = "What to do, as JSON or in a file. Required.")
    @Nullable
    String script;

    @Spec
    CommandSpec spec;

    private @Nullable Script read;

    @Override
    public List<String> mistakes() {
        var mistakes = new Mistakes();
        mistakes.unless(script != null, "--script is missing: the script as JSON, or @ and the name of a file");
        if (script != null) {
            read(script, mistakes);
        }
        return mistakes.sentences();
    }

    private void read(String from, Mistakes mistakes) {
        try {
            read = Script.read(from.startsWith("@") ? text(Path.of(from.substring(1))) : from);
        } catch (ScriptRefused e) {
            e.mistakes().forEach(each -> mistakes.unless(false, "--script: " + each));
        } catch (IOException e) {
            mistakes.unless(false, "--script: " + from.substring(1) + " cannot be read: " + PermissionOptions.reason(e));
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than 1 MiB");
        }
        return Files.readString(file);
    }

    @Override
    public Integer call() {
        var asked = Objects.requireNonNull(read, "mistakes are looked for first");
        var command = spec.commandLine();
        var ending = new Ending();
        var over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ending, over), "end of the agent"));
        try {
            var agent = new Agent(new AgentDrives(command.getErr()), new Frames(command.getOut()), ending, party());
            return agent.run(asked) ? 0 : NOT_WRITTEN;
        } finally {
            over.countDown();
        }
    }

    /** Runs when the program is told to end: waits until what there is has been told. */
    private static void end(Ending ending, CountDownLatch over) {
        ending.ask();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name of the pod, and of the process for two of them on one machine. */
    private static String party() {
        return System.getenv().getOrDefault("HOSTNAME", "somebody") + "-" + ProcessHandle.current().pid();
    }
}
