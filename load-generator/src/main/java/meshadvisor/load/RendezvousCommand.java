package meshadvisor.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import meshadvisor.load.meet.Rendezvous;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets programs wait for each other until it is told to end. */
@Command(name = "rendezvous", description = "Answers all who ask for the same path at once, when as many have come as they say.",
        mixinStandardHelpOptions = true, sortOptions = false,
        footer = {"", "GET /name?parties=4&within=60000&party=me: 200 all are there, 408 somebody waited in vain, 409 parties",
                "contradict each other, 410 it was over already. within is in milliseconds. /healthz answers at once."})
final class RendezvousCommand implements Callable<Integer>, Checks {

    private static final int INTERRUPTED = 130;

    @Mixin
    ListenOptions listen;

    @Spec
    CommandSpec spec;

    private @Nullable InetSocketAddress where;

    @Override
    public List<String> mistakes() {
        var mistakes = new Mistakes();
        where = listen.read(mistakes);
        return mistakes.sentences();
    }

    @Override
    public Integer call() {
        var asked = Objects.requireNonNull(where, "mistakes are looked for first");
        try (var rendezvous = new Rendezvous(asked)) {
            spec.commandLine().getOut().println("listening on " + ListenOptions.written(rendezvous.address()));
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            return INTERRUPTED;
        } catch (IOException e) {
            return Mistakes.tell(List.of("cannot listen on " + ListenOptions.written(asked) + ": " + e.getMessage()), spec.commandLine());
        }
    }
}
