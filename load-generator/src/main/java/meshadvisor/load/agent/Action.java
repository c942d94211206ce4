package meshadvisor.load.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** One thing that a script asks for. docs/formats/agent.md says what each does and what its result is. */
public sealed interface Action {

    /** The name under which its result is told. */
    String name();

    /** One request and its answer; may also be made in the background of a drive. */
    sealed interface Request extends Action {

        /** Whom it asks. */
        URI url();

        /** After how long it is given up, counted from its begin. */
        Duration within();
    }

    /** Keeps lines of a page. */
    record Fetch(String name, URI url, Duration within, Pattern keep) implements Request {}

    /** A POST without a body. */
    record Post(String name, URI url, Duration within) implements Request {}

    /** A request without TLS that is expected to fail. */
    record Refused(String name, URI url, Duration within) implements Request {}

    /**
     * Asks again and again, each time on a new connection, and keeps who answered: the status and how many bytes the body had.
     *
     * @param every how long from one to the next, if it was answered by then
     * @param length for how long
     */
    record Poll(String name, URI url, Duration within, Duration every, Duration length) implements Request {}

    /** Waits until so many have come. */
    record Rendezvous(String name, URI url, Duration within, int parties) implements Action {}

    /** Drives load; the arguments are those of the command {@code drive}. */
    record Drive(String name, List<String> arguments) implements Action {
        public Drive {
            arguments = List.copyOf(arguments);
        }
    }

    /** A request in the background, so long after the next drive began to measure. */
    record Later(Duration after, Request request) implements Action {
        @Override
        public String name() {
            return request.name();
        }
    }

    /**
     * Samples what the kernel counts.
     *
     * @param root the folder that holds "proc"
     */
    record Watch(String name, Duration every, Duration length, Path root) implements Action {}

    /** Tells the time. */
    record Say(String name) implements Action {}
}
