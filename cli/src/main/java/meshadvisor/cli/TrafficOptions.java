package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where to look at the traffic itself, if anywhere: the options of every command that may. */
final class TrafficOptions {

    @Option(names = "--prometheus-url", paramLabel = "URL", description = "Ask this Prometheus who calls whom (docs/traffic.md).")
    Optional<String> url = Optional.empty();

    @Option(names = "--prometheus-service", paramLabel = "NAMESPACE/NAME:PORT",
            description = "Ask the Prometheus behind this Service, through the API server.")
    Optional<String> service = Optional.empty();

    @Option(names = "--prometheus-token-file", paramLabel = "FILE", description = "Its bearer token; it is sent to that URL only.")
    Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--prometheus-token-env", paramLabel = "VARIABLE", description = "The same, from a variable of the environment.")
    Optional<String> tokenVariable = Optional.empty();

    @Option(names = "--prometheus-ca-file", paramLabel = "FILE", description = "Authorities to trust for it, PEM (default: the system's).")
    Optional<Path> authorities = Optional.empty();

    @Option(names = "--window", paramLabel = "TIME", description = "The last time over which to ask, such as 30m or 7d (default: 1h).")
    Optional<String> window = Optional.empty();

    @Option(names = "--traces", paramLabel = "FILE", description = "Traces of Jaeger or OTLP, as JSON. Repeatable.")
    List<Path> traces = new ArrayList<>();
}
