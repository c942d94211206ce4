package meshadvisor.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Load.Shape;
import meshadvisor.bench.Order.Method;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Order.Program;
import meshadvisor.bench.Order.Scenario;
import picocli.CommandLine.Option;

/** What is measured, and how. {@link BenchOrder} understands it. */
final class BenchOptions {

    @Option(names = "--variants", paramLabel = "ID", split = ",",
            description = "What to compare with baseline, such as app-mtls,istio-sidecar (default: all that the cluster has).")
    Set<String> variants = new LinkedHashSet<>();

    @Option(names = "--rates", paramLabel = "N", split = ",", description = "Requests a second (default: 200,1000).")
    List<Double> rates = new ArrayList<>();

    @Option(names = "--protocols", paramLabel = "P", split = ",", description = "http1, h2c, grpc, tcp (default: http1).")
    Set<Protocol> protocols = new LinkedHashSet<>();

    @Option(names = "--shapes", paramLabel = "S", split = ",", description = "hop, chain, fan-out (default: hop).")
    Set<Shape> shapes = new LinkedHashSet<>();

    @Option(names = "--connections", paramLabel = "HOW[:N]", split = ",",
            description = "kept, fresh (a new one for each request), or both; with :N at most N of them (default: kept:16).")
    List<String> connections = new ArrayList<>();

    @Option(names = "--payload", paramLabel = "BYTES", split = ",", description = "Of each answer, as 512 or 4KiB (default: 1KiB).")
    List<String> payloads = new ArrayList<>();

    @Option(names = "--scenario", paramLabel = "S", split = ",",
            description = "Instead of steady load, what happens meanwhile: churn, rollout, proxy-death, certificate-rotation.")
    Set<Scenario> scenarios = new LinkedHashSet<>();

    @Option(names = "--target", paramLabel = "URL",
            description = "Load a Service of yours instead of the run's own servers, as http://name.namespace:80/path; read-only.")
    Optional<String> target = Optional.empty();

    @Option(names = "--method", paramLabel = "M", description = "GET or HEAD, for --target (default: ${DEFAULT-VALUE}).")
    Method method = Method.GET;

    @Option(names = "--known-delay", paramLabel = "DIST",
            description = "To test the method: a server that adds this, as 200us. Repeatable.")
    List<String> knownDelays = new ArrayList<>();

    @Option(names = {"--looks", "--blocks"}, paramLabel = "N", split = ",",
            description = "After how many blocks to look whether it is enough; the last ends it. Below 10 nothing is certain.")
    List<Integer> looks = new ArrayList<>();

    @Option(names = "--precision", paramLabel = "SHARE", description = "Half of an interval that is narrow enough, as 10%% of baseline.")
    Optional<String> precision = Optional.empty();

    @Option(names = "--margin", paramLabel = "SHARE|TIME",
            description = "Within which a difference counts as none, fixed before: 10%% of what it is compared with, or 200us.")
    Optional<String> margin = Optional.empty();

    @Option(names = "--warm-up", paramLabel = "TIME", description = "Of each load, before it is measured.")
    Optional<String> warmUp = Optional.empty();

    @Option(names = "--plateau", paramLabel = "TIME", description = "For how long each load is measured in a block.")
    Optional<String> plateau = Optional.empty();

    @Option(names = "--budget", paramLabel = "TIME", description = "After which nothing new is begun, as 3h.")
    Optional<String> budget = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Of the random order of blocks (default: drawn, and printed).")
    Optional<Long> seed = Optional.empty();

    @Option(names = "--session", paramLabel = "N",
            description = "Which session this is; variants that change the whole cluster need two (default: 1).")
    Optional<Integer> session = Optional.empty();

    @Option(names = "--generators", paramLabel = "N", description = "Pods that drive together (default: ${DEFAULT-VALUE}).")
    int generators = 1;

    @Option(names = "--servers", paramLabel = "N", description = "Pods behind each Service (default: ${DEFAULT-VALUE}).")
    int servers = 1;

    @Option(names = "--placement", paramLabel = "WHERE",
            description = "same-node, cross-node or cross-zone (default: cross-node where there are two nodes).")
    Optional<Placement> placement = Optional.empty();

    @Option(names = "--cpu", paramLabel = "CPU", description = "Requested by each pod (default: ${DEFAULT-VALUE}).")
    String cpu = "500m";

    @Option(names = "--cpu-limit", paramLabel = "CPU",
            description = "Its limit, for nodes too small to request as much (default: as requested).")
    Optional<String> cpuLimit = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "The same of memory (default: ${DEFAULT-VALUE}).")
    String memory = "256Mi";

    @Option(names = "--image", paramLabel = "IMAGE", description = "With Java 21 or newer (default: ${DEFAULT-VALUE}).")
    String image = "eclipse-temurin:25-jre";

    @Option(names = "--program", paramLabel = "WHERE",
            description = "config-maps: the load generator is delivered; image: it is in /program of the image (default: config-maps).")
    Program program = Program.CONFIG_MAPS;

    @Option(names = "--normalised", description = "Proxies with equal workers and limits, without retries and access logs.")
    boolean normalised;

    @Option(names = "--run-name", paramLabel = "NAME", description = "r and six letters or digits (default: drawn).")
    Optional<String> runName = Optional.empty();
}
