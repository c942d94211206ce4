package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.prometheus.Authorities;
import meshadvisor.prometheus.ServiceProxy;
import meshadvisor.prometheus.Window;

/** Understands the options about traffic. Every mistake in them is told at once. */
final class TrafficInput {

    private static final String USUAL_WINDOW = "1h";
    private static final int TOKEN_BYTES = 64 << 10;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final TrafficOptions options;
    private final Outside outside;
    private final List<Mistake> mistakes;

    private TrafficInput(TrafficOptions options, Outside outside, List<Mistake> mistakes) {
        this.options = options;
        this.outside = outside;
        this.mistakes = mistakes;
    }

    /**
     * What to look at; what is wrong with the options is added to the mistakes, and then nothing may be asked.
     *
     * @param paths of manifests and snapshots; where there are some, no API server is at hand
     */
    static TrafficView prepare(TrafficOptions options, List<String> paths, Outside outside, List<Mistake> mistakes) {
        TrafficInput input = new TrafficInput(options, outside, mistakes);
        Optional<ServiceProxy> service = input.service(paths);
        Optional<URI> address = options.url.flatMap(input::address);
        input.together();
        String token = input.token();
        input.guarded(address, token);
        Optional<SSLContext> trust = options.authorities.flatMap(input::trust);
        Window window = input.window();
        options.traces.stream().filter(f -> !Files.isRegularFile(f))
                .forEach(f -> input.mistake("--traces " + f + ": there is no such file"));
        return new TrafficView(address.map(a -> new TrafficView.Direct(a, token, trust)), service, window, options.traces);
    }

    private void mistake(String sentence) {
        mistakes.add(new UsageMistake(sentence));
    }

    private Optional<ServiceProxy> service(List<String> paths) {
        if (options.service.isEmpty()) {
            return Optional.empty();
        }
        String text = options.service.get();
        Optional<ServiceProxy> service = ServiceProxy.parse(text);
        serviceMistake(text).ifPresent(this::mistake);
        if (!paths.isEmpty()) {
            mistake("--prometheus-service goes through the API server of a cluster, and files have none; give --prometheus-url");
        }
        return service;
    }

    /** What is wrong with the text of {@code --prometheus-service}; empty if nothing is. */
    static Optional<String> serviceMistake(String text) {
        return ServiceProxy.parse(text).isPresent() ? Optional.empty()
                : Optional.of("--prometheus-service " + text + ": write it as NAMESPACE/NAME:PORT, such as monitoring/prometheus:9090");
    }

    private Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
                mistake("--prometheus-url " + text + ": write it as http://HOST:PORT or https://HOST");
            } else if (address.getRawUserInfo() != null) {
                mistake("--prometheus-url: no name and password belong into it, for others may see the command line; give"
                        + " --prometheus-token-file");
            } else if (address.getRawQuery() != null || address.getRawFragment() != null) {
                mistake("--prometheus-url " + text + ": leave out what stands from ? or # on");
            } else {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            mistake("--prometheus-url " + text + " is no address: write it as http://HOST:PORT or https://HOST");
        }
        return Optional.empty();
    }

    private void together() {
        boolean direct = options.url.isPresent();
        if (direct && options.service.isPresent()) {
            mistake("--prometheus-url and --prometheus-service are two ways to one Prometheus; give one");
        }
        if (!direct && (options.tokenFile.isPresent() || options.tokenVariable.isPresent() || options.authorities.isPresent())) {
            mistake("--prometheus-token-file, --prometheus-token-env and --prometheus-ca-file belong to --prometheus-url, which is not"
                    + " given");
        }
        if (!direct && options.service.isEmpty() && options.window.isPresent()) {
            mistake("--window belongs to --prometheus-url, which is not given");
        }
        if (options.tokenFile.isPresent() && options.tokenVariable.isPresent()) {
            mistake("--prometheus-token-file and --prometheus-token-env both give a token; give one");
        }
    }

    private String token() {
        return options.tokenFile.map(this::tokenOf).or(() -> options.tokenVariable.map(this::tokenIn)).orElse("");
    }

    private String tokenOf(Path file) {
        try {
            return checked(Files.size(file) > TOKEN_BYTES ? "" : Files.readString(file, UTF_8).strip(), "--prometheus-token-file " + file);
        } catch (IOException e) {
            mistake("--prometheus-token-file " + file + ": cannot read it");
            return "";
        }
    }

    private String tokenIn(String variable) {
        return checked(outside.env().getOrDefault(variable, "").strip(), "--prometheus-token-env " + variable);
    }

    /** A token is one word; what is none may be another secret, so it is not shown. */
    private String checked(String token, String from) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            mistake(from + ": there is no token in it");
            return "";
        }
        return token;
    }

    /** Over http everybody on the way could read the token, unless there is no way. */
    private void guarded(Optional<URI> address, String token) {
        address.filter(a -> !token.isEmpty() && a.getScheme().equals("http") && !HERE.contains(a.getHost()))
                .ifPresent(
                        a -> mistake("--prometheus-url " + a + ": a token would travel unencrypted; use https, or kubectl port-forward and"
                                + " http://127.0.0.1"));
    }

    private Optional<SSLContext> trust(Path file) {
        try {
            return Optional.of(Authorities.of(file));
        } catch (IOException e) {
            mistake("--prometheus-ca-file " + file + ": cannot read it");
        } catch (CertificateException e) {
            mistake("--prometheus-ca-file " + file + ": it holds no certificate in PEM form");
        }
        return Optional.empty();
    }

    private Window window() {
        String length = options.window.orElse(USUAL_WINDOW);
        Window.mistake(length).ifPresent(what -> mistake("--window " + length + ": " + what));
        return new Window(length, outside.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
