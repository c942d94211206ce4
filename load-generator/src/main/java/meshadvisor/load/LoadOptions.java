package meshadvisor.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.load.Load.Closed;
import meshadvisor.load.Load.Objective;
import meshadvisor.load.Load.Open;
import meshadvisor.load.Load.Search;
import meshadvisor.load.record.Quantile;
import meshadvisor.load.record.Recorder;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Segment;
import meshadvisor.load.schedule.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of drive that say how much load there is, and for how long. */
final class LoadOptions {

    private static final Pattern RAMP = Pattern.compile("(.+)\\.\\.(.+):(.+)");
    private static final Pattern OBJECTIVE = Pattern.compile("(p[0-9.]+)<(.+)");
    private static final Load NOTHING = new Closed("", 1, 1);

    @Option(names = "--rate", paramLabel = "R", description = "Requests per second, sent at their time whatever becomes of others.")
    @Nullable
    String rate;

    @Option(names = "--concurrency", paramLabel = "N", description = "Instead: so many requests at a time, each followed by the next.")
    @Nullable
    String concurrency;

    @Option(names = "--steps", paramLabel = "R:TIME,…", description = "Instead: several rates in turn, such as 1000:30s,2000:30s.")
    @Nullable
    String steps;

    @Option(names = "--ramp", paramLabel = "R..R:TIME", description = "Instead: a rate that changes evenly, such as 100..5000:60s.")
    @Nullable
    String ramp;

    @Option(names = "--find-knee", description = "Instead: search for the highest rate at which --objective holds; begins at --rate (100).")
    boolean knee;

    @Option(names = "--objective", paramLabel = "pQ<TIME", description = "What --find-knee wants, such as p99<10ms.")
    @Nullable
    String objective;

    @Option(names = "--duration", paramLabel = "TIME",
            description = "How long it is measured; of each trial of --find-knee (${DEFAULT-VALUE}).")
    String duration = "30s";

    @Option(names = "--arrivals", paramLabel = "HOW",
            description = "constant, or poisson: as of many independent users (${DEFAULT-VALUE}).")
    String arrivals = "constant";

    @Option(names = "--quantile", paramLabel = "pQ",
            description = "The quantile that the run must have samples enough for (${DEFAULT-VALUE}).")
    String quantile = "p99";

    /** Reads what they mean. */
    Load read(Mistakes mistakes) {
        long ways =
                Stream.of(concurrency, steps, ramp).filter(each -> each != null).count() + (knee ? 1 : 0) + (rate != null && !knee ? 1 : 0);
        mistakes.unless(ways == 1, "give one of --rate, --concurrency, --steps, --ramp and --find-knee");
        mistakes.unless(knee == (objective != null), "--find-knee and --objective need each other");
        long nanos = time(mistakes, "--duration", duration);
        var spacing = spacing(mistakes);
        if (knee) {
            double from = rate == null ? 100 : rate(mistakes, "--rate", rate);
            return new Search("knee of " + objective + " by trials of " + duration, from, objective(mistakes), nanos, spacing);
        }
        if (concurrency != null) {
            int many = (int) mistakes.number("--concurrency", concurrency, 1, Caps.IN_FLIGHT);
            return new Closed(concurrency + " at a time for " + duration, many, nanos);
        }
        var stepped = steps;
        if (stepped != null) {
            return open(mistakes, "--steps", arrivals + " " + stepped, spacing, () -> steps(stepped, mistakes));
        }
        var ramped = ramp;
        if (ramped != null) {
            return open(mistakes, "--ramp", arrivals + " " + ramped, spacing, () -> List.of(ramp(ramped, mistakes)));
        }
        if (rate != null) {
            double steady = rate(mistakes, "--rate", rate);
            return new Open(arrivals + " " + rate + "/s for " + duration, List.of(Segment.steady(Recorder.MEASURED, steady, nanos)),
                    spacing);
        }
        return NOTHING;
    }

    /** The quantile asked for. */
    Quantile quantile(Mistakes mistakes) {
        return mistakes.read("--quantile", Quantile.P99, () -> quantile(quantile));
    }

    private static Load open(Mistakes mistakes, String option, String words, Spacing spacing,
            Supplier<List<Segment>> reading) {
        var segments = mistakes.read(option, List.<Segment>of(), reading);
        long nanos = segments.stream().mapToLong(Segment::nanos).sum();
        mistakes.unless(nanos <= Caps.DURATION, option + ": more than 24 hours in all");
        return segments.isEmpty() ? NOTHING : new Open(words, segments, spacing);
    }

    private static List<Segment> steps(String text, Mistakes mistakes) {
        var segments = new ArrayList<Segment>();
        for (var step : text.split(",", -1)) {
            var parts = step.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("\"" + step + "\" is not a rate and a time like 1000:30s");
            }
            segments.add(Segment.steady("step-" + (segments.size() + 1), rate(mistakes, "--steps", parts[0]),
                    time(mistakes, "--steps", parts[1])));
        }
        return segments;
    }

    private static Segment ramp(String text, Mistakes mistakes) {
        var parts = RAMP.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not like 100..5000:60s");
        }
        Function<Integer, Double> end = group -> rate(mistakes, "--ramp", parts.group(group));
        return new Segment(Recorder.MEASURED, end.apply(1), end.apply(2), time(mistakes, "--ramp", parts.group(3)));
    }

    private Objective objective(Mistakes mistakes) {
        return mistakes.read("--objective", new Objective("", Quantile.P99, 1), () -> {
            var parts = OBJECTIVE.matcher(String.valueOf(objective));
            if (!parts.matches()) {
                throw new IllegalArgumentException("\"" + objective + "\" is not like p99<10ms");
            }
            return new Objective(parts.group(), quantile(parts.group(1)), Unit.TIME.parse(parts.group(2)));
        });
    }

    private static Quantile quantile(String word) {
        Optional<Quantile> found = Quantile.of(word);
        return found.orElseThrow(
                () -> new IllegalArgumentException("\"" + word + "\" is not told; known are p50, p75, p90, p95, p99, p99.9 and p99.99"));
    }

    private Spacing spacing(Mistakes mistakes) {
        return switch (arrivals) {
            case "constant" -> Spacing.CONSTANT;
            case "poisson" -> Spacing.POISSON;
            default -> {
                mistakes.unless(false, "--arrivals: \"" + arrivals + "\" is neither constant nor poisson");
                yield Spacing.CONSTANT;
            }
        };
    }

    private static double rate(Mistakes mistakes, String option, String text) {
        double rate = number(text);
        boolean allowed = rate > 0 && rate <= Caps.RATE;
        mistakes.unless(allowed, option + ": " + text + " is not a rate above 0 and up to " + Caps.RATE + " per second");
        return allowed ? rate : 1;
    }

    /** The number, or NaN if it is none. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static long time(Mistakes mistakes, String option, String text) {
        long nanos = mistakes.read(option, 1L, () -> Unit.TIME.parse(text));
        boolean allowed = nanos > 0 && nanos <= Caps.DURATION;
        mistakes.unless(allowed, option + ": " + text + " is not a time above 0 and up to 24 hours");
        return allowed ? nanos : 1;
    }
}
