package meshadvisor.load;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import meshadvisor.load.Load.Closed;
import meshadvisor.load.Load.Open;
import meshadvisor.load.Load.Search;
import meshadvisor.load.agent.Drives.Moment;
import meshadvisor.load.drive.Engine;
import meshadvisor.load.drive.Engine.WarmUpEnd;
import meshadvisor.load.record.Environment;
import meshadvisor.load.record.IntervalLog;
import meshadvisor.load.record.Intervals;
import meshadvisor.load.record.Knee;
import meshadvisor.load.record.Limits;
import meshadvisor.load.record.Observation;
import meshadvisor.load.record.PhaseReport;
import meshadvisor.load.record.PhaseReport.Span;
import meshadvisor.load.record.Recorder;
import meshadvisor.load.record.Reporter;
import meshadvisor.load.record.ResultTable;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.record.RunReport.Warmup;
import meshadvisor.load.record.SelfCheck;
import meshadvisor.load.schedule.KneeSearch;
import meshadvisor.load.schedule.Segment;

/** One run of drive, from the first connection to the files. Ended early by a signal, it still writes what it has. */
final class Drive implements AutoCloseable {

    private static final double SECOND = 1e9;
    private static final double MILLIS = 1e3;
    private static final int ACTORS = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final Order order;
    private final Course course;
    private final Consumer<String> progress;
    private final Recorder recorder = new Recorder(ACTORS);
    private final Engine engine;
    private final CountDownLatch written = new CountDownLatch(1);
    private final List<Span> spans = new ArrayList<>();
    private Optional<IntervalLog> log = Optional.empty();
    private final Thread hook = new Thread(this::endEarly, "end");
    private long began;

    /** A run. {@code progress} hears a sentence now and then. */
    Drive(Order order, Course course, Consumer<String> progress) throws IOException {
        this.order = order;
        this.course = course;
        this.progress = progress;
        this.engine = new Engine(order.plan(), recorder);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            engine.stop(); // the program is ending already: there is nothing to drive any more
        }
    }

    /** Drives and judges; {@link #write} ends the files. */
    RunReport run() throws IOException {
        // Who is killed writes no result; that of a run before must not be taken for it.
        if (order.files().runJson().isPresent()) {
            Files.deleteIfExists(order.files().runJson().get());
        }
        var startedAt = Instant.now();
        began = System.nanoTime();
        if (order.files().hlog().isPresent()) {
            log = Optional.of(new IntervalLog(Files.newOutputStream(order.files().hlog().get()), startedAt.toEpochMilli()));
        }
        return driven(startedAt, log.<Intervals>map(each -> each).orElse((noted, from, to) -> {
        }));
    }

    private RunReport driven(Instant startedAt, Intervals intervals) {
        var machine = Observation.here();
        // Beside the warm-up, because looking around takes as long as everything else before the first request.
        var looking = new FutureTask<>(() -> Environment.read(machine));
        Thread.ofPlatform().daemon().name("environment").start(looking);
        try (var reporter = Reporter.start(recorder, intervals, began)) {
            engine.open();
            var warm = warmUp();
            var environment = seen(looking);
            try (var observation = Observation.begin(machine, environment)) {
                progress.accept("measuring: " + order.load().words());
                course.measuring();
                var knee = measure(reporter);
                course.driven(moments(startedAt));
                var resources = observation.end();
                var generator = new Generator(order.command(), startedAt.truncatedTo(ChronoUnit.SECONDS).toString(), order.plan().seed(),
                        environment, resources, machine.gaps());
                var report = report(reporter, warm, generator);
                return SelfCheck.judge(knee.map(report::with).orElse(report), limits());
            }
        }
    }

    private List<Moment> moments(Instant startedAt) {
        long start = startedAt.toEpochMilli();
        return spans.stream().map(span -> new Moment(span.name(), start + millis(span.beginSeconds()),
                start + millis(span.beginSeconds() + span.seconds()))).toList();
    }

    private static Environment seen(FutureTask<Environment> looking) {
        try {
            return looking.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nobody interrupts this, and what cannot be read is a gap", e);
        }
    }

    private Optional<Warmup> warmUp() {
        var told = order.warmUp().map(end -> new Warmup(switch (end.rule()) {
            case STEADY -> "medians of 250 ms, marginal standard error rule (White 1997)";
            case TIME -> "by time";
        }, warmUp(end)));
        spans.add(new Span(Recorder.WARMUP, 0, seconds(System.nanoTime() - began), OptionalDouble.empty()));
        return told;
    }

    private boolean warmUp(WarmUpEnd end) {
        progress.accept("warming up" + switch (end.rule()) {
            case STEADY -> " until latency is steady";
            case TIME -> "";
        } + ", for " + Math.round(seconds(end.nanos())) + " s at most");
        return switch (order.load()) {
            case Open open -> engine.warmUp(open.highest(), open.spacing(), end);
            case Closed closed -> engine.warmUpSaturated(closed.concurrency(), end);
            case Search search -> engine.warmUp(search.from(), search.spacing(), end);
        };
    }

    private Optional<Knee> measure(Reporter reporter) {
        return switch (order.load()) {
            case Open open -> {
                told(open.segments(), engine.run(open.segments(), open.spacing()));
                yield Optional.empty();
            }
            case Closed closed -> {
                long begin = engine.saturate(Recorder.MEASURED, closed.concurrency(), closed.nanos());
                spans.add(span(Recorder.MEASURED, begin, closed.nanos(), OptionalDouble.empty()));
                yield Optional.empty();
            }
            case Search search -> search(search, reporter);
        };
    }

    private void told(List<Segment> segments, long begin) {
        long at = begin;
        for (var segment : segments) {
            if (!engine.stopped() || System.nanoTime() - at > 0) {
                spans.add(span(segment.name(), at, segment.nanos(), OptionalDouble.of((segment.from() + segment.to()) / 2)));
            }
            at += segment.nanos();
        }
    }

    /** A run that is ended early asks for nothing after its end. */
    private Span span(String name, long begin, long nanos, OptionalDouble asked) {
        long lasted = engine.stopped() ? Math.min(nanos, System.nanoTime() - begin) : nanos;
        return new Span(name, seconds(begin - began), seconds(lasted), asked);
    }

    private Optional<Knee> search(Search asked, Reporter reporter) {
        var trials = new ArrayList<KneeTrial>();
        var found = KneeSearch.search(asked.from(), Caps.RATE, rate -> !engine.stopped() && held(rate, asked, trials, reporter));
        trials.stream().filter(KneeTrial::held).reduce((first, last) -> last).ifPresent(last -> spans.add(last.span()));
        return Optional.of(new Knee(asked.objective().words(), found.held(), found.broken(),
                trials.stream().map(KneeTrial::told).toList()));
    }

    private boolean held(double rate, Search asked, List<KneeTrial> trials, Reporter reporter) {
        var segment = Segment.steady("trial-" + (trials.size() + 1), rate, asked.nanos());
        long begin = engine.run(List.of(segment), asked.spacing());
        var span = span(segment.name(), begin, asked.nanos(), OptionalDouble.of(rate));
        var trial = KneeTrial.of(span, PhaseReport.of(span, reporter.totals(segment.name())), asked.objective());
        trials.add(trial);
        progress.accept(ResultTable.line(trial.told()));
        return trial.held();
    }

    private RunReport report(Reporter reporter, Optional<Warmup> warm, Generator generator) {
        var loop = order.load() instanceof Closed ? Loop.CLOSED : Loop.OPEN;
        var plan = new RunReport.Plan(order.targets(), order.protocol(), loop, order.load().words(), order.quantile(), warm);
        var phases = spans.stream().map(span -> PhaseReport.of(span, reporter.totals(span.name()))).toList();
        return RunReport.of(Version.text(), plan, engine.stopped() ? End.INTERRUPTED : End.COMPLETE, phases, List.of(generator));
    }

    private Limits limits() {
        return switch (order.plan().waiting()) {
            case SPIN -> Limits.spinning();
            case PARK -> Limits.parking();
            case COARSE -> Limits.coarse();
        };
    }

    /** Writes the result where it was asked for. If the interval log cannot be ended, the rest is written all the same, without it. */
    void write(RunReport report) throws IOException {
        try {
            if (log.isPresent()) {
                log.get().close();
            }
        } catch (IOException e) {
            writeJson(report);
            throw e;
        }
        var file = order.files().runJson();
        writeJson(file.isEmpty() ? report
                : order.files().hlog().map(each -> report.withLog(RunJson.logName(file.get(), each))).orElse(report));
    }

    private void writeJson(RunReport report) throws IOException {
        if (order.files().runJson().isPresent()) {
            RunJson.write(report, order.files().runJson().get());
        }
    }

    private static long millis(double seconds) {
        return Math.round(seconds * MILLIS);
    }

    private static double seconds(long nanos) {
        return nanos / SECOND;
    }

    /** Runs when the program is told to end: stops the load, and waits until what there is has been written. */
    private void endEarly() {
        engine.stop();
        try {
            if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                progress.accept("load-generator drive: the result could not be written in " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the program end; to be called when everything is told. */
    @Override
    public void close() throws IOException {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook has what it waited for.
        }
        engine.close();
    }
}
