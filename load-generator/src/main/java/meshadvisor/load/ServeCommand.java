package meshadvisor.load;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import meshadvisor.load.ServeOptions.Asked;
import meshadvisor.load.serve.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is told to end. */
@Command(name = "serve", description = "Answers requests: at once, after a given time, with errors, or after calling onward.",
        mixinStandardHelpOptions = true, sortOptions = false, footer = {"",
                "DIST: 2ms, uniform(1ms,3ms), exponential(2ms), lognormal(2ms,0.5), pareto(1ms,1.5,2s), mix(90:1ms,10:20ms);",
                "sizes: 100, 4KiB, 1MiB. A request asks for itself with the headers x-response-bytes and x-error-status."})
final class ServeCommand implements Callable<Integer>, Checks {

    private static final int BUG = 1;
    private static final int INTERRUPTED = 130;

    @Mixin
    ServeOptions options;

    @Spec
    CommandSpec spec;

    /** Read once: what a name stood for when it was checked is what is called. */
    private @Nullable Asked asked;

    @Override
    public List<String> mistakes() {
        var read = options.read();
        asked = read;
        return read.mistakes();
    }

    @Override
    public Integer call() {
        var asked = Objects.requireNonNull(this.asked, "mistakes are looked for first");
        var command = spec.commandLine();
        try (var server = new Server(asked.offer(), asked.listen(), asked.threads())) {
            var serving = new Serving(server, command.getErr());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(serving));
            command.getOut().println("listening on " + ListenOptions.written(server.address()));
            command.getOut().flush();
            return await(server, serving);
        } catch (IOException e) {
            return Mistakes.tell(List.of("cannot listen on " + ListenOptions.written(asked.listen()) + ": " + e.getMessage()), command);
        }
    }

    private static int await(Server server, Serving serving) {
        try {
            server.await();
            return BUG; // it ends when it is told to, or by a failure that its thread has told
        } catch (InterruptedException e) {
            return INTERRUPTED;
        } finally {
            serving.run();
        }
    }
}
