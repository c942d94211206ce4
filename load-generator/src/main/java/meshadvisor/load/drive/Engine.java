package meshadvisor.load.drive;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.net.TimerSlack;
import meshadvisor.load.record.Recorder;
import meshadvisor.load.record.Tally;
import meshadvisor.load.schedule.Arrivals;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Segment;
import meshadvisor.load.schedule.WarmUp;
import org.jspecify.annotations.Nullable;

/**
 * Drives load. All methods but {@link #stop} belong to one thread, which sends; a second one receives unless the plan says {@link
 * Waiting#SPIN}. What happens is told to a {@link Recorder}.
 */
public final class Engine implements AutoCloseable {

    /** Time for the first connections to open before the schedule begins. */
    private static final long OPENING = 5_000_000_000L;
    private static final long WINDOW = 250_000_000L;
    /** A warm-up in which nothing was answered for so long will not get better. */
    private static final long HOPELESS = 10_000_000_000L;
    private static final long BREATH = 1_000_000L;

    /** What all parts of the driver share. */
    record Shared(Flight flight, Clock clock, Pulse pulse) {}

    /** What ends a warm-up. */
    public enum EndRule {
        /** Latency that has become steady. */
        STEADY,
        /** Nothing but its time. */
        TIME
    }

    /** What ends a warm-up, and after how many nanoseconds it ends in any case. */
    public record WarmUpEnd(EndRule rule, long nanos) {}

    private final Plan plan;
    private final Recorder recorder;
    private final Clock clock = Clock.SYSTEM;
    private final Shared shared;
    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final Draw draw;
    private final Tally tally;
    private final Receiver receiver;
    private final Thread receiving;
    private final Thread sending = Thread.currentThread();
    private volatile boolean stopped;
    private volatile boolean closing;
    private volatile @Nullable Throwable bug;

    /** Prepares a run; {@link #open} opens the connections. The recorder must have room for two threads. */
    public Engine(Plan plan, Recorder recorder) throws IOException {
        this.plan = plan;
        this.recorder = recorder;
        this.shared = new Shared(new Flight(plan.maxInFlight()), clock, new Pulse());
        this.selector = Selector.open();
        for (var target : plan.targets()) {
            lanes.add(lane(new Opening(target, plan.manner(), selector, clock, plan.timeout())));
        }
        this.draw = new Draw(plan.targets(), plan.sizes(), plan.seed());
        this.tally = recorder.tally(0);
        this.receiver = new Receiver(selector, lanes, shared, recorder.tally(1), plan.timeout());
        this.receiving = new Thread(this::receive, "receiver");
        receiving.setDaemon(true);
    }

    private Lane lane(Opening opening) {
        var lane = new Lane(shared.flight(), clock, plan.manner().connections());
        for (int i = 0; i < plan.manner().connections(); i++) {
            lane.put(i, new Connection(lane, opening, shared.flight(), shared.pulse()));
        }
        return lane;
    }

    /** Begins the warm-up: opens the connections and waits until each is open or has failed once, 5 s at most. */
    public void open() {
        recorder.begin(Recorder.WARMUP, clock.nanos());
        if (plan.waiting() != Waiting.SPIN) {
            TimerSlack.take();
            receiving.start();
        }
        long end = clock.nanos() + OPENING;
        waitUntil(() -> clock.nanos() - end >= 0 || lanes.stream().allMatch(Engine::tried));
    }

    private static boolean tried(Lane lane) {
        for (var connection : lane.connections()) {
            if (!connection.tried()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Goes through a schedule whose segments are phases of the record, and waits for the last answers.
     *
     * @return when the first segment began, in the time of {@link System#nanoTime}
     */
    public long run(List<Segment> segments, Spacing spacing) {
        long begin = clock.nanos() + BREATH;
        long at = begin;
        for (var segment : segments) {
            recorder.begin(segment.name(), at);
            at += segment.nanos();
        }
        sender().run(new Arrivals(segments, spacing, plan.seed() + 1), begin, () -> stopped);
        drain();
        return begin;
    }

    /**
     * Drives at a steady rate until latency has become steady by {@link WarmUp}, still in the phase of the warm-up.
     *
     * @param end the time after which it ends anyway
     * @return whether it ended as it was to
     */
    public boolean warmUp(double rate, Spacing spacing, WarmUpEnd end) {
        long begin = clock.nanos() + BREATH;
        shared.pulse().listen();
        var steady = new Steady(begin, end);
        var segments = List.of(Segment.steady(Recorder.WARMUP, rate, end.nanos()));
        sender().run(new Arrivals(segments, spacing, plan.seed() + 2), begin, () -> stopped || steady.over());
        shared.pulse().rest();
        return end.rule() == EndRule.TIME || steady.seen;
    }

    /**
     * Keeps so many requests on their way, each followed by the next when it is answered: a closed loop, for the most that is possible.
     *
     * @return when it began, in the time of {@link System#nanoTime}
     */
    public long saturate(String name, int concurrency, long nanos) {
        long begin = clock.nanos();
        recorder.begin(name, begin);
        loop(concurrency, nanos, () -> false);
        drain();
        return begin;
    }

    /** As {@link #warmUp}, in a closed loop. */
    public boolean warmUpSaturated(int concurrency, WarmUpEnd end) {
        shared.pulse().listen();
        var steady = new Steady(clock.nanos(), end);
        loop(concurrency, end.nanos(), steady::over);
        shared.pulse().rest();
        return end.rule() == EndRule.TIME || steady.seen;
    }

    private void loop(int concurrency, long nanos, BooleanSupplier over) {
        long end = clock.nanos() + nanos;
        while (!stopped && clock.nanos() - end < 0 && !over.getAsBoolean()) {
            for (int missing = concurrency - shared.flight().inFlight(); missing > 0; missing--) {
                long now = clock.nanos();
                dispatch(now, now);
            }
            receiver.await();
        }
    }

    /** Sees at the end of each window whether latency has become steady. */
    private final class Steady {
        private final double[] medians = new double[20_000];
        private int windows;
        private long next;
        private final EndRule rule;
        private final long hopeless;
        private boolean seen;

        Steady(long begin, WarmUpEnd end) {
            next = begin + WINDOW;
            hopeless = begin + HOPELESS;
            rule = end.rule();
        }

        /** Whether the warm-up is to end: nothing changes any more, or nothing answers. */
        boolean over() {
            return seen() || windows == 0 && rule == EndRule.STEADY && clock.nanos() - hopeless >= 0;
        }

        private boolean seen() {
            if (rule == EndRule.STEADY && !seen && clock.nanos() - next >= 0 && windows < medians.length) {
                next += WINDOW;
                double median = shared.pulse().median();
                if (!Double.isNaN(median)) {
                    medians[windows++] = median;
                    seen = WarmUp.over(medians, windows);
                }
            }
            return seen;
        }
    }

    private Sender sender() {
        Pause pause = switch (plan.waiting()) {
            case PARK -> new Parking(clock, () -> stopped);
            case COARSE -> new Ticking(clock, () -> stopped);
            case SPIN -> this::pollUntil;
        };
        return new Sender(clock, pause, this::dispatch);
    }

    private void pollUntil(long due) {
        do {
            receiver.poll();
        } while (clock.nanos() - due < 0 && !stopped);
    }

    private void dispatch(long intended, long now) {
        tally.intended(intended, now);
        var flight = shared.flight();
        int ticket = flight.take();
        if (ticket == Flight.NONE) {
            tally.dropped(intended);
            return;
        }
        int target = draw.target();
        flight.intended[ticket] = intended;
        flight.dispatched[ticket] = now;
        flight.route[ticket] = draw.route(target);
        flight.payload[ticket] = draw.payload();
        flight.wanted[ticket] = draw.wanted();
        flight.begin(ticket);
        lanes.get(target).submit(ticket, tally);
    }

    /** Waits until everything on its way is answered or given up. */
    private void drain() {
        waitUntil(() -> shared.flight().inFlight() == 0);
    }

    private void waitUntil(BooleanSupplier done) {
        while (!done.getAsBoolean() && !stopped) {
            if (receiving.isAlive()) {
                LockSupport.parkNanos(BREATH);
            } else {
                receiver.await();
            }
        }
    }

    private void receive() {
        try {
            while (!closing) {
                receiver.await();
            }
        } catch (RuntimeException | Error e) {
            // Whatever it is: nobody receives any more, so the run is over.
            bug = e;
            stop();
        }
    }

    /** Ends what is going on, soon; from any thread. What was recorded stays. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(sending);
        selector.wakeup();
    }

    /** Whether it was stopped before its schedule's end. */
    public boolean stopped() {
        return stopped;
    }

    /** Closes all connections; what is still on its way after a stop stays unfinished. */
    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            receiving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var lane : lanes) {
            for (var connection : lane.connections()) {
                connection.close();
            }
        }
        selector.close();
        var thrown = bug;
        if (thrown != null) {
            throw new IllegalStateException("nobody received any more", thrown);
        }
    }
}
