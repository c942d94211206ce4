package meshadvisor.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import meshadvisor.load.drive.Target;
import meshadvisor.load.drive.Target.Handshake;
import meshadvisor.load.drive.Target.Life;
import meshadvisor.load.drive.Target.Secured;
import meshadvisor.load.net.Credentials;
import meshadvisor.load.net.Credentials.Identity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of drive that say whom it asks, and how it connects. */
final class TargetOptions {

    @Parameters(paramLabel = "URL", arity = "0..*",
            description = "Targets: http://host:8080/path, https://…, tcp://host:port; several with their share at the end: …#weight=3.")
    List<String> urls = new ArrayList<>();

    @Option(names = "--protocol", paramLabel = "NAME",
            description = "http1, http1-close (a connection for each request), h2, grpc, grpc-stream or tcp (http1; tcp for tcp://).")
    @Nullable
    String protocol;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Certificates to trust, in PEM, instead of those of the Java runtime.")
    @Nullable
    Path trusted;

    @Option(names = "--cert", paramLabel = "FILE", description = "Certificate chain in PEM that the client shows.")
    @Nullable
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of the certificate, in PEM.")
    @Nullable
    Path key;

    @Mixin
    PermissionOptions permission;

    /** Reads the targets; each URL's mistakes are told. */
    List<Target> read(Speaks speaks, RequestOptions requests, Mistakes mistakes) {
        mistakes.unless(!urls.isEmpty(), "a URL is missing, such as http://127.0.0.1:8080/");
        var allowed = permission.read(mistakes);
        var context = context(mistakes);
        var targets = new ArrayList<Target>();
        for (var text : urls) {
            var url = mistakes.read(text, Optional.<TargetUrl>empty(), () -> Optional.of(TargetUrl.parse(text)));
            if (url.isPresent()) {
                // Asked once: another answer the next time must not lead to an address that nobody looked at.
                var addresses = PermissionOptions.addresses(url.get().host());
                allowed.refusal(url.get().host(), addresses).ifPresent(sentence -> mistakes.unless(false, sentence));
                var secured = url.get().secured() ? context.map(each -> secured(each, speaks)) : Optional.<Secured>empty();
                var address = addresses.stream().findFirst().map(each -> new InetSocketAddress(each, url.get().port()));
                targets.add(new Target(url.get().host(), address, url.get().weight(), requests.routes(url.get(), mistakes), secured));
            }
        }
        return targets;
    }

    /** The protocol: what is said, or what the URLs say. */
    Speaks speaks(Mistakes mistakes) {
        boolean raw = urls.stream().anyMatch(url -> url.startsWith("tcp:"));
        var word = protocol == null ? (raw ? Speaks.TCP : Speaks.HTTP1).word() : protocol;
        var known = Speaks.of(word);
        mistakes.unless(known.isPresent(), "--protocol: \"" + word + "\" is not known; known are " + String.join(", ", Speaks.words()));
        var speaks = known.orElse(Speaks.HTTP1);
        boolean fits = urls.stream().allMatch(url -> url.startsWith("tcp:") == (speaks == Speaks.TCP));
        mistakes.unless(fits, "tcp:// and --protocol tcp need each other");
        return speaks;
    }

    private static Secured secured(SSLContext context, Speaks speaks) {
        return new Secured(context, speaks.agreed(), speaks.life() == Life.ONE_REQUEST ? Handshake.FULL : Handshake.RESUMED);
    }

    private Optional<SSLContext> context(Mistakes mistakes) {
        mistakes.unless((certificate == null) == (key == null), "--cert and --key need each other");
        boolean secured = urls.stream().anyMatch(url -> url.startsWith("https:"));
        mistakes.unless(secured || trusted == null && certificate == null, "--cacert, --cert and --key are for https://");
        if (!secured) {
            return Optional.empty();
        }
        try {
            var identity = certificate != null && key != null ? Optional.of(new Identity(certificate, key)) : Optional.<Identity>empty();
            return Optional.of(Credentials.context(Optional.ofNullable(trusted), identity));
        } catch (IOException e) {
            mistakes.unless(false, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
