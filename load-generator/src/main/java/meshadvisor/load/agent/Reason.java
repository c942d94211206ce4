package meshadvisor.load.agent;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Why there was no answer, in words. */
final class Reason {

    /** Of what was cut short. */
    static final String ENDED = "the program was told to end before this was over";

    private Reason() {}

    static String late(URI url, Duration within) {
        return authority(url) + " did not answer in " + within.toNanos() / 1e9 + " s";
    }

    /** The words for what was thrown. */
    static String of(Throwable thrown, URI url) {
        var causes = Stream.iterate(thrown, each -> each != null, Throwable::getCause).limit(10).toList();
        return causes.stream().map(each -> known(each, url)).flatMap(Optional::stream).reduce((outer, inner) -> inner)
                .orElseGet(() -> authority(url) + ": " + causes.stream().filter(each -> !(each instanceof CompletionException)).findFirst()
                        .map(each -> each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage()).orElse("no answer"));
    }

    static String authority(URI url) {
        return String.valueOf(url.getAuthority());
    }

    private static Optional<String> known(Throwable thrown, URI url) {
        var whom = authority(url);
        return switch (thrown) {
            case UnresolvedAddressException unknown -> Optional.of("no address is known for " + url.getHost());
            case UnknownHostException unknown -> Optional.of("no address is known for " + url.getHost());
            case NoRouteToHostException noRoute -> Optional.of("there is no route to " + whom);
            case ConnectException refused -> Optional.of(whom + " refused the connection");
            case EOFException end -> Optional.of(whom + " closed the connection without an answer");
            case SocketException cut -> Optional.of(whom + " cut the connection: " + cut.getMessage());
            case IOException empty when String.valueOf(empty.getMessage()).contains("received no bytes") ->
                    Optional.of(whom + " closed the connection without an answer");
            default -> Optional.empty();
        };
    }
}
