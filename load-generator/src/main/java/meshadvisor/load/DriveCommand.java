package meshadvisor.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import meshadvisor.load.Load.Closed;
import meshadvisor.load.Load.Open;
import meshadvisor.load.drive.Engine.EndRule;
import meshadvisor.load.drive.Engine.WarmUpEnd;
import meshadvisor.load.drive.Plan;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.drive.Target;
import meshadvisor.load.drive.Target.Manner;
import meshadvisor.load.record.ResultTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Drives load and tells what came of it. */
@Command(name = "drive", description = "Sends requests at their intended times and measures the answers.", mixinStandardHelpOptions = true,
        customSynopsis = "load-generator drive --rate R [--duration TIME] [OPTIONS] URL…",
        sortOptions = false,
        footer = {"", "For example:", "  drive --rate 1000 --duration 60s http://127.0.0.1:8080/",
                "  drive --steps 1000:30s,2000:30s --protocol h2 --run-json run.json --hlog run.hlog http://127.0.0.1:8080/",
                "  drive --concurrency 32 --duration 10s http://127.0.0.1:8080/", "",
                "DIST: 100, 4KiB, uniform(1KiB,8KiB), exponential(2KiB), lognormal(2KiB,0.5), pareto(1KiB,1.5,1MiB),",
                "mix(90:100,10:64KiB). Exit code: 0 valid, 3 not valid (the result says why), 2 a mistake on the command line,",
                "1 the result could not be written, 130 or 143 interrupted."})
final class DriveCommand implements Callable<Integer>, Checks {

    /** The run is over, but its own figures speak against it. */
    static final int NOT_VALID = 3;
    /** The result was told, but could not be kept. */
    static final int NOT_WRITTEN = 1;
    /** Up to this rate a sender that sleeps is cheaper; beyond it there is no time to sleep (docs/decisions/0013). */
    private static final double SPINNING_FROM = 20_000;

    @Mixin
    LoadOptions load;

    @Mixin
    TargetOptions targets;

    @Mixin
    RequestOptions requests;

    @Option(names = "--connections", paramLabel = "N",
            description = "Connections to each target (128, or --concurrency; 8 for h2 and grpc).")
    @Nullable
    String connections;

    @Option(names = "--max-in-flight", paramLabel = "N",
            description = "Most requests on their way; more are dropped, and counted as such (${DEFAULT-VALUE}).")
    String inFlight = "4096";

    @Option(names = "--timeout", paramLabel = "TIME", description = "After how long a request is given up (${DEFAULT-VALUE}).")
    String timeout = "10s";

    @Option(names = "--warmup", paramLabel = "HOW", description = "auto: until latency is steady; none; or a time (${DEFAULT-VALUE}).")
    String warmUp = "auto";

    @Option(names = "--warmup-limit", paramLabel = "TIME", description = "After how long the warm-up ends anyway (${DEFAULT-VALUE}).")
    String warmUpLimit = "60s";

    @Option(names = "--wait", paramLabel = "HOW",
            description = "How to wait for the next request: park; spin: a whole processor, on time; coarse: up to 1 ms late, cheap; auto: park up to 20000 a second, then spin (${DEFAULT-VALUE}).")
    String wait = "auto";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything that is drawn (${DEFAULT-VALUE}).")
    String seed = "1";

    @Option(names = "--run-json", paramLabel = "FILE", description = "Where the result goes as JSON.")
    @Nullable
    Path runJson;

    @Option(names = "--hlog", paramLabel = "FILE", description = "Where the histograms of each second go, as a log of HdrHistogram.")
    @Nullable
    Path hlog;

    @Spec
    CommandSpec spec;

    private final Course course;
    private @Nullable Order order;

    /** The command, and who hears how it goes. */
    DriveCommand(Course course) {
        this.course = course;
    }

    @Override
    public List<String> mistakes() {
        var mistakes = new Mistakes();
        order = read(mistakes);
        return mistakes.sentences();
    }

    @Override
    public Integer call() throws IOException {
        var asked = Objects.requireNonNull(order, "mistakes are looked for first");
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try (var drive = new Drive(asked, course, err::println)) {
            var report = drive.run();
            out.print(ResultTable.of(report));
            out.flush();
            drive.write(report);
            return report.verdict().valid() ? 0 : NOT_VALID;
        } catch (IOException e) {
            err.println(spec.qualifiedName() + ": the files of the result could not be written: " + e.getMessage());
            return NOT_WRITTEN;
        }
    }

    private Order read(Mistakes mistakes) {
        var asked = load.read(mistakes);
        var speaks = targets.speaks(mistakes);
        var sizes = requests.sizes(mistakes);
        List<Target> whom = targets.read(speaks, requests, mistakes);
        int most = (int) mistakes.number("--max-in-flight", inFlight, 1, Caps.IN_FLIGHT);
        long limit = LoadOptions.time(mistakes, "--timeout", timeout);
        mistakes.unless(limit <= Caps.TIMEOUT, "--timeout: " + timeout + " is more than 60s");
        var manner = new Manner(speaks::client, speaks.life(), connections(asked, speaks, whom.size(), mistakes));
        long drawn = mistakes.number("--seed", seed, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
        int room = asked instanceof Closed closed ? Math.max(most, closed.concurrency()) : most;
        var plan = new Plan(whom, manner, sizes, room, limit, drawn, waiting(asked, mistakes));
        mistakes.unless(hlog == null || runJson != null, "--hlog is told by --run-json: give both");
        mistakes.unless(hlog == null || !hlog.equals(runJson), "--hlog and --run-json are the same file");
        mistakes.writable("--run-json", runJson);
        mistakes.writable("--hlog", hlog);
        return new Order(spec.commandLine().getParseResult().originalArgs(), targets.urls, speaks.word(), plan, asked, warmUp(mistakes),
                load.quantile(mistakes), new Order.Files(Optional.ofNullable(runJson), Optional.ofNullable(hlog)));
    }

    private int connections(Load asked, Speaks speaks, int targets, Mistakes mistakes) {
        long usual = asked instanceof Closed closed ? Math.min(closed.concurrency(), Caps.CONNECTIONS) : speaks.connections();
        long each = connections == null ? usual : mistakes.number("--connections", connections, 1, Caps.CONNECTIONS);
        mistakes.unless(each * targets <= Caps.CONNECTIONS, "--connections: more than " + Caps.CONNECTIONS + " to all targets");
        return (int) each;
    }

    private Waiting waiting(Load asked, Mistakes mistakes) {
        // A closed loop has nothing to wait for but answers: one thread does it, and sleeps until they come.
        if (asked instanceof Closed) {
            mistakes.unless(wait.equals("auto"), "--wait is for requests that have a time, not for --concurrency");
            return Waiting.SPIN;
        }
        return switch (wait) {
            case "park" -> Waiting.PARK;
            case "spin" -> Waiting.SPIN;
            case "coarse" -> Waiting.COARSE;
            case "auto" -> asked instanceof Open open && open.highest() > SPINNING_FROM ? Waiting.SPIN : Waiting.PARK;
            default -> {
                mistakes.unless(false, "--wait: \"" + wait + "\" is none of auto, park, spin and coarse");
                yield Waiting.PARK;
            }
        };
    }

    private Optional<WarmUpEnd> warmUp(Mistakes mistakes) {
        long limit = LoadOptions.time(mistakes, "--warmup-limit", warmUpLimit);
        return switch (warmUp) {
            case "auto" -> Optional.of(new WarmUpEnd(EndRule.STEADY, limit));
            case "none" -> Optional.empty();
            default -> Optional.of(new WarmUpEnd(EndRule.TIME, LoadOptions.time(mistakes, "--warmup", warmUp)));
        };
    }
}
