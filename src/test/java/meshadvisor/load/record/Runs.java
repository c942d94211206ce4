package meshadvisor.load.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import meshadvisor.load.record.PhaseReport.Span;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.record.RunReport.Plan;
import meshadvisor.load.record.RunReport.Warmup;
import meshadvisor.load.wire.Failure;

/** Reports of runs that took place nowhere. */
public final class Runs {

    static final long MICRO = 1_000;
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000_000_000;
    private static final List<Failure> FAILURES = List.copyOf(EnumSet.complementOf(EnumSet.of(Failure.STATUS)));
    static final Plan PLAN = new Plan(List.of("http://localhost:8080/"), "http1", Loop.OPEN, "constant 1000/s", Quantile.P99,
            Optional.of(new Warmup("none", true)));
    static final Resources RESOURCES =
            new Resources(10, OptionalDouble.of(2), OptionalDouble.of(0.1), OptionalDouble.of(0.2), new Collected(3, 9, 4),
                    new Summary(2, OptionalDouble.of(1.5e6), nanos(2 * MILLI)),
                    new Taken(OptionalDouble.of(0.001), OptionalDouble.of(0.02), OptionalDouble.empty(), OptionalDouble.empty()));
    static final Environment ENVIRONMENT = new Environment(new Environment.Jvm("25", "V", "VM", List.of("-Xmx64m"), 64 << 20),
            new Environment.Os("Linux", "6", "amd64"), new Environment.Cpu(Optional.of("CPU"), 2, OptionalDouble.of(1.5)),
            OptionalLong.of(1 << 30), new ClockQuality(Optional.of("tsc"), 20, 25.5), OptionalDouble.of(0.5));
    static final Generator GENERATOR = new Generator(List.of("drive", "--rate", "1000"), "2026-02-03T04:05:06Z", 7, ENVIRONMENT,
            RESOURCES, List.of(new Gap("throttling", "there is no file")));

    static final Knee KNEE = new Knee("p99<10ms", OptionalDouble.of(950), OptionalDouble.of(1000), List.of(
            new Knee.Trial("trial-1", 1000, false, OptionalLong.empty(), 2 * MILLI),
            new Knee.Trial("trial-2", 950, true, OptionalLong.of(MILLI), MICRO)));

    private Runs() {}

    /** A run without a doubt: 10 s with 1,000 answers a second, of 1 ms each. */
    static RunReport good() {
        return report(PLAN, totals(10_000, 1_000_000));
    }

    /** Writes the results of a good run, with its interval log beside it. */
    public static Path write(Path folder, String name) throws IOException {
        Recorder recorder = recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000; i++) {
            answer(recorder.tally(0), i, MILLI);
        }
        try (IntervalLog log = new IntervalLog(Files.newOutputStream(folder.resolve(name + ".hlog")), 1_700_000_000_000L)) {
            log.interval(recorder.drain(), 0, 1);
        }
        Path file = folder.resolve(name + ".json");
        RunJson.write(report(PLAN, recorder.totals(Recorder.MEASURED)).withLog(name + ".hlog"), file);
        return file;
    }

    static RunReport report(Plan plan, Totals totals) {
        return RunReport.of("1.0", plan, End.COMPLETE, List.of(PhaseReport.of(span(Recorder.MEASURED), totals)), List.of(GENERATOR));
    }

    /** The same with other resources. */
    static RunReport with(RunReport report, Resources resources) {
        return generator(report, generator -> new Generator(generator.command(), generator.startedAt(), generator.seed(),
                generator.environment(), resources, generator.gaps()));
    }

    /** The same with another clock. */
    static RunReport with(RunReport report, ClockQuality clock) {
        Environment seen = ENVIRONMENT;
        return generator(report, generator -> new Generator(generator.command(), generator.startedAt(), generator.seed(),
                new Environment(seen.jvm(), seen.os(), seen.cpu(), seen.memoryBytes(), clock, seen.loadAverage()), generator.resources(),
                generator.gaps()));
    }

    private static RunReport generator(RunReport report, UnaryOperator<Generator> change) {
        return RunReport.of(report.version(), report.plan(), report.interrupted() ? End.INTERRUPTED : End.COMPLETE, report.phases(),
                report.generators().stream().map(change).toList());
    }

    static Span span(String phase) {
        return new Span(phase, 0, 10, OptionalDouble.of(1_000));
    }

    /** So many good answers of one latency. */
    static Totals totals(int answers, long latency) {
        Recorder recorder = recorder(Recorder.MEASURED);
        for (int i = 0; i < answers; i++) {
            answer(recorder.tally(0), 0, latency);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    static Recorder recorder(String phase) {
        Recorder recorder = new Recorder(1);
        recorder.begin(phase, 0);
        return recorder;
    }

    /** A good answer, dispatched 10 µs late and sent 5 µs later. */
    static void answer(Tally tally, long intended, long latency) {
        tally.intended(intended, intended + 10 * MICRO);
        tally.sent(intended, intended + 10 * MICRO, intended + 15 * MICRO);
        tally.answered(intended, intended + 15 * MICRO, intended + latency, 200, 100);
    }

    /** One request of many that end in all ways. */
    static void anything(Tally tally, long intended, SplittableRandom random) {
        long latency = (long) (100 * MICRO / (1 - random.nextDouble()));
        switch (random.nextInt(50)) {
            case 0 -> {
                tally.intended(intended, intended);
                tally.dropped(intended);
            }
            case 1 -> {
                tally.intended(intended, intended);
                tally.failed(intended, intended + latency, FAILURES.get(random.nextInt(FAILURES.size())));
            }
            case 2 -> {
                tally.intended(intended, intended);
                tally.sent(intended, intended, intended + 1);
                tally.answered(intended, intended + 1, intended + latency, 503, 10);
            }
            default -> answer(tally, intended, latency);
        }
    }

    /** All quantiles of the same time. */
    static Map<Quantile, Long> nanos(long nanos) {
        Map<Quantile, Long> all = new EnumMap<>(Quantile.class);
        for (Quantile quantile : Quantile.values()) {
            all.put(quantile, nanos);
        }
        return all;
    }
}
