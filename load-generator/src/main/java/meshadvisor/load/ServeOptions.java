package meshadvisor.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.net.Credentials;
import meshadvisor.load.net.Permission;
import meshadvisor.load.schedule.Distribution;
import meshadvisor.load.schedule.Distributions;
import meshadvisor.load.schedule.Unit;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Bounds;
import meshadvisor.load.serve.Idle;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Onward;
import meshadvisor.load.serve.Onward.Place;
import meshadvisor.load.serve.Spoken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of serve, as they are written; read all at once, so that every mistake is found. */
final class ServeOptions {

    private static final int USUAL_PORT = 80;
    private static final Distribution NOTHING = new Distribution.Fixed(0);

    @Mixin
    ListenOptions listen;

    @Option(names = "--protocol", paramLabel = "NAME",
            description = "http, of the version that the client begins with, or tcp: bytes go back (${DEFAULT-VALUE}).")
    String protocol = "http";

    @Option(names = "--service-time", paramLabel = "DIST", description = "How long each request waits for its answer (${DEFAULT-VALUE}).")
    String serviceTime = "0ms";

    @Option(names = "--response-size", paramLabel = "DIST", description = "Bytes of an answer (${DEFAULT-VALUE}).")
    String responseSize = "0";

    @Option(names = "--error-rate", paramLabel = "SHARE", description = "Share of answers with status 503, from 0 to 1 (${DEFAULT-VALUE}).")
    String errorRate = "0";

    @Option(names = "--seed", paramLabel = "N",
            description = "Seed of times, sizes and errors (${DEFAULT-VALUE}). What follows which is known for one thread only: each draws for itself.")
    String seed = "1";

    @Option(names = "--next", paramLabel = "URL",
            description = "Called by each request, after its service time; may be given several times.")
    List<String> next = new ArrayList<>();

    @Mixin
    PermissionOptions permission;

    @Option(names = "--fan-out", paramLabel = "N", description = "How often each --next is called, all at the same time (1).")
    @Nullable
    String fanOut;

    @Option(names = "--next-protocol", paramLabel = "NAME", description = "http1, or h2 with prior knowledge (${DEFAULT-VALUE}).")
    String nextProtocol = "http1";

    @Option(names = "--timeout", paramLabel = "TIME", description = "How long a call of --next may take (${DEFAULT-VALUE}).")
    String timeout = "10s";

    @Option(names = "--threads", paramLabel = "N", description = "Threads that share the connections (${DEFAULT-VALUE}).")
    String threads = "1";

    @Option(names = "--wait", paramLabel = "HOW",
            description = "park, or spin: a whole processor for each thread, for service times that are exact from the first byte (${DEFAULT-VALUE}).")
    String wait = "park";

    @Option(names = "--max-connections", paramLabel = "N", description = "Most open connections of each thread (${DEFAULT-VALUE}).")
    String connections = "10000";

    @Option(names = "--cert", paramLabel = "FILE", description = "Certificate chain in PEM; serves TLS.")
    @Nullable
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of the certificate, in PEM.")
    @Nullable
    Path key;

    @Option(names = "--client-ca", paramLabel = "FILE", description = "Clients must show a certificate that one of these has signed.")
    @Nullable
    Path clientAuthority;

    /**
     * The options as they are meant.
     *
     * @param mistakes a sentence each; if there are any, the rest is not to be used
     */
    record Asked(Offer offer, InetSocketAddress listen, int threads, List<String> mistakes) {}

    /** Reads them all. */
    Asked read() {
        var mistakes = new Mistakes();
        var where = listen.read(mistakes);
        var spoken = spoken(mistakes);
        var offer = new Offer(spoken, behaviour(mistakes, spoken), onward(mistakes), bounds(mistakes), idle(mistakes), security(mistakes));
        int many = (int) mistakes.number("--threads", threads, 1, 64);
        return new Asked(offer, where, many, mistakes.sentences());
    }

    private Spoken spoken(Mistakes mistakes) {
        mistakes.unless(List.of("http", "tcp").contains(protocol), "--protocol: \"" + protocol + "\" is neither http nor tcp");
        return protocol.equals("tcp") ? Spoken.TCP : Spoken.HTTP;
    }

    private Behaviour behaviour(Mistakes mistakes, Spoken spoken) {
        var time = mistakes.read("--service-time", NOTHING, () -> Distributions.parse(serviceTime, Unit.TIME));
        var size = mistakes.read("--response-size", NOTHING, () -> Distributions.parse(responseSize, Unit.SIZE));
        double errors = mistakes.read("--error-rate", 0.0, () -> share(errorRate));
        boolean said = errors != 0 || !size.equals(NOTHING);
        mistakes.unless(spoken == Spoken.HTTP || !said,
                "--protocol tcp gives back what it gets: --error-rate and --response-size are for http");
        return new Behaviour(time, size, errors, mistakes.number("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private Onward onward(Mistakes mistakes) {
        mistakes.unless(fanOut == null || !next.isEmpty(), "--fan-out is of no use without --next");
        int times = fanOut == null ? 1 : (int) mistakes.number("--fan-out", fanOut, 1, 1_000);
        var allowed = permission.read(mistakes);
        var places = next.stream().map(each -> mistakes.read("--next", Optional.<Place>empty(), () -> Optional.of(place(each, allowed))))
                .flatMap(Optional::stream).toList();
        mistakes.unless(List.of("http1", "h2").contains(nextProtocol), "--next-protocol: \"" + nextProtocol + "\" is neither http1 nor h2");
        return new Onward(places, times, nextProtocol.equals("h2") ? Onward.Version.HTTP_2 : Onward.Version.HTTP_1);
    }

    private static Place place(String text, Permission allowed) {
        var url = url(text);
        var addresses = PermissionOptions.addresses(url.getHost());
        allowed.refusal(url.getHost(), addresses).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        var first = addresses.stream().findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no address is known for " + url.getHost()));
        return new Place(url, new InetSocketAddress(first, url.getPort() < 0 ? USUAL_PORT : url.getPort()));
    }

    private static URI url(String text) {
        try {
            var target = new URI(text);
            if ("http".equals(target.getScheme()) && target.getHost() != null && target.getPort() <= 65_535) {
                return target;
            }
        } catch (URISyntaxException e) {
            // Said below, together with URLs of another kind.
        }
        throw new IllegalArgumentException("\"" + text + "\" is not like http://host:8080/path");
    }

    private static double share(String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are out of range.
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a share from 0 to 1");
    }

    private Bounds bounds(Mistakes mistakes) {
        long nanos = mistakes.read("--timeout", 1L, () -> Unit.TIME.parse(timeout));
        mistakes.unless(nanos > 0, "--timeout: must be more than 0");
        int most = (int) mistakes.number("--max-connections", connections, 1, 1_000_000);
        return new Bounds(most, Bounds.USUAL.patience(), Duration.ofNanos(nanos));
    }

    private Idle idle(Mistakes mistakes) {
        mistakes.unless(List.of("park", "spin").contains(wait), "--wait: \"" + wait + "\" is neither park nor spin");
        return wait.equals("spin") ? Idle.SPIN : Idle.PARK;
    }

    private Optional<Offer.Security> security(Mistakes mistakes) {
        mistakes.unless(certificate == null || key != null, "--cert needs --key");
        mistakes.unless(key == null || certificate != null, "--key needs --cert");
        mistakes.unless(clientAuthority == null || certificate != null, "--client-ca needs --cert and --key");
        if (certificate == null || key == null) {
            return Optional.empty();
        }
        try {
            var context =
                    Credentials.context(Optional.ofNullable(clientAuthority), Optional.of(new Credentials.Identity(certificate, key)));
            return Optional.of(new Offer.Security(context, clientAuthority == null ? Offer.Clients.ANYBODY : Offer.Clients.CERTIFIED));
        } catch (IOException e) {
            mistakes.unless(false, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
