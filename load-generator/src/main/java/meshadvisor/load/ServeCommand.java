package meshadvisor.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.load.serve.Server;
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

    @Mixin
    ServeOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public List<String> mistakes() {
        return options.read().mistakes();
    }

    @Override
    public Integer call() throws InterruptedException {
        var asked = options.read();
        var command = spec.commandLine();
        try (var server = new Server(asked.offer(), asked.listen(), asked.threads())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(server, command.getErr())));
            command.getOut().println("listening on " + written(server.address()));
            command.getOut().flush();
            server.await();
            return 0;
        } catch (IOException e) {
            return Mistakes.tell(List.of("cannot listen on " + written(asked.listen()) + ": " + e.getMessage()), command);
        }
    }

    private static void end(Server server, PrintWriter err) {
        server.close();
        err.println(server.tally().json());
        err.flush();
    }

    private static String written(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
