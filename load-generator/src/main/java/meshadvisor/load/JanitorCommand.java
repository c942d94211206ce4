package meshadvisor.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import meshadvisor.load.janitor.Api;
import meshadvisor.load.janitor.Janitor;
import meshadvisor.load.janitor.Waits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes namespaces of a benchmark when it is time. */
@Command(name = "janitor", description = "Deletes namespaces from inside the cluster after a time, and tries until they are gone.",
        mixinStandardHelpOptions = true, sortOptions = false,
        footer = {"", "Names that do not begin with " + Janitor.PREFIX + " are refused. The namespace of its own pod is the last.",
                "Exit code: 0 done, 2 a mistake on the command line, 130 or 143 interrupted."})
final class JanitorCommand implements Callable<Integer>, Checks {

    private static final Pattern NAME = Pattern.compile(Pattern.quote(Janitor.PREFIX) + "[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final int LONGEST_NAME = 63;
    private static final long WEEK = 7 * 24 * 3_600;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    @Option(names = "--at", paramLabel = "TIME",
            description = "When, as 2026-11-28T06:00:00Z: the same however often it is started anew.")
    @Nullable
    String at;

    @Option(names = "--after", paramLabel = "SECONDS",
            description = "After how many seconds; with --at, whichever comes first, as a clock may be behind. Required.")
    @Nullable
    String after;

    @Option(names = "--namespace", arity = "1..*", paramLabel = "NAME", description = "Namespaces to delete. Required.")
    List<String> namespaces = new ArrayList<>();

    @Option(names = "--api", paramLabel = "URL", description = "The API server, instead of that of KUBERNETES_SERVICE_HOST and _PORT.")
    @Nullable
    String api;

    @Option(names = "--account", paramLabel = "FOLDER", description = "With token, ca.crt and namespace (${DEFAULT-VALUE}).")
    Path account = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    @Spec
    CommandSpec spec;

    private @Nullable Task task;

    private record Task(URI server, Janitor.When when) {}

    @Override
    public List<String> mistakes() {
        var mistakes = new Mistakes();
        mistakes.unless(after != null, "--after is missing: how many seconds to wait");
        mistakes.unless(!namespaces.isEmpty(), "--namespace is missing: what to delete");
        namespaces.stream().filter(name -> name.length() > LONGEST_NAME || !NAME.matcher(name).matches())
                .forEach(name -> mistakes.unless(false, "--namespace: \"" + name + "\" is not deleted: it does not begin with "
                        + Janitor.PREFIX + ", or is no name of a namespace"));
        long seconds = after == null ? 0 : mistakes.number("--after", after, 0, WEEK);
        task = new Task(server(mistakes), new Janitor.When(time(mistakes), Duration.ofSeconds(seconds)));
        return mistakes.sentences();
    }

    @Override
    public Integer call() {
        var asked = Objects.requireNonNull(task, "mistakes are looked for first");
        var out = spec.commandLine().getOut();
        new Janitor(new Api(asked.server(), account, PATIENCE), Waits.REALLY, sentence -> {
            out.println(sentence);
            out.flush();
        }).remove(List.copyOf(namespaces), asked.when());
        return 0;
    }

    private Instant time(Mistakes mistakes) {
        try {
            return at == null ? Instant.MAX : Instant.parse(at);
        } catch (DateTimeParseException e) {
            mistakes.unless(false, "--at: \"" + at + "\" is no time like 2026-11-28T06:00:00Z");
            return Instant.MAX;
        }
    }

    private URI server(Mistakes mistakes) {
        var given = Optional.ofNullable(api).or(JanitorCommand::inCluster);
        mistakes.unless(given.isPresent(),
                "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set: this runs in a pod, or with --api URL");
        var server = given.flatMap(JanitorCommand::url);
        mistakes.unless(given.isEmpty() || server.isPresent(), "--api: \"" + given.orElse("") + "\" is not like https://10.96.0.1:443");
        return server.orElse(NOWHERE);
    }

    private static Optional<String> inCluster() {
        var host = System.getenv().getOrDefault("KUBERNETES_SERVICE_HOST", "");
        var port = System.getenv().getOrDefault("KUBERNETES_SERVICE_PORT", "");
        return host.isEmpty() || port.isEmpty() ? Optional.empty()
                : Optional.of("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** The token is shown to nobody without TLS but to this machine itself. */
    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null)
                    .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && url.getHost().equals("127.0.0.1"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
