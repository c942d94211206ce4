package meshadvisor.load.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Loop;

/** Judges a run by its own numbers. Pure. What could not be seen gives no doubt: it stands among the gaps. */
public final class SelfCheck {

    /** Clock sources of the kernel that are read without a system call and step by nanoseconds. */
    private static final Set<String> GOOD_CLOCKS = Set.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page",
            "timebase", "tod", "riscv_clocksource");

    private final RunReport report;
    private final Limits limits;

    private SelfCheck(RunReport report, Limits limits) {
        this.report = report;
        this.limits = limits;
    }

    /** Everything that speaks against a run. */
    public static List<Doubt> doubts(RunReport report, Limits limits) {
        return new SelfCheck(report, limits).doubts();
    }

    /** The report with its verdict. */
    public static RunReport judge(RunReport report, Limits limits) {
        return report.with(Verdict.of(doubts(report, limits).stream().map(Doubts::reason).toList()));
    }

    private List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        report.measured().stream().filter(SelfCheck::dead)
                .forEach(phase -> doubts.add(new Doubt.ManyFailures(phase.name(), 1, limits.failedShare())));
        if (report.interrupted()) {
            doubts.add(new Doubt.Interrupted());
        }
        report.plan().warmup().filter(warmup -> !warmup.ended()).ifPresent(warmup -> doubts.add(new Doubt.NotWarm(warmup.method())));
        report.knee().ifPresent(knee -> {
            if (knee.heldPerSecond().isEmpty()) {
                doubts.add(new Doubt.NoKnee(knee.objective()));
            }
            knee.brokenByGenerator(limits.scheduleErrorNanos()).ifPresent(rate -> doubts.add(new Doubt.KneeOfGenerator(rate)));
        });
        report.measured().stream().filter(phase -> !dead(phase)).forEach(phase -> doubts.addAll(of(phase)));
        report.generators().forEach(generator -> doubts.addAll(of(generator)));
        return doubts;
    }

    /** Where nothing succeeds, connections are missing, requests queue and answers are few: one cause is enough to tell. */
    private static boolean dead(PhaseReport phase) {
        return phase.counts().completed() == 0 && phase.counts().allFailed() > 0;
    }

    private List<Doubt> of(PhaseReport phase) {
        Counts counts = phase.counts();
        List<Doubt> doubts = new ArrayList<>();
        if (report.plan().loop() == Loop.OPEN) {
            open(phase, doubts);
        }
        long wait = phase.connectionWait().at(Quantile.P99);
        if (wait > limits.waitNanos()) {
            doubts.add(new Doubt.Backlog(phase.name(), wait, limits.waitNanos()));
        }
        double failed = share(counts.allFailed(), counts.intended());
        if (failed > limits.failedShare()) {
            doubts.add(new Doubt.ManyFailures(phase.name(), failed, limits.failedShare()));
        }
        double redirects = share(counts.statuses().getOrDefault(StatusClass.REDIRECT, 0L), counts.answers());
        if (redirects > limits.redirectShare()) {
            doubts.add(new Doubt.Redirects(phase.name(), redirects, limits.redirectShare()));
        }
        samples(phase.name(), counts.completed()).forEach(doubts::add);
        return doubts;
    }

    private void open(PhaseReport phase, List<Doubt> doubts) {
        late(phase).ifPresent(doubts::add);
        if (phase.sentShare() < limits.sentShare()) {
            doubts.add(new Doubt.RateNotReached(phase.name(), phase.sentShare(), limits.sentShare()));
        }
    }

    private Optional<Doubt.Late> late(PhaseReport phase) {
        Quantile asked = report.plan().quantile();
        long late = phase.scheduleError().at(asked);
        long limit = limits.late(phase.latency().at(asked));
        return late > limit ? Optional.of(new Doubt.Late(phase.name(), asked, late, limit)) : Optional.empty();
    }

    private Stream<Doubt> samples(String phase, long had) {
        Quantile asked = report.plan().quantile();
        long needed = asked.needed(limits.tail());
        return had < needed ? Stream.of(new Doubt.TooFewSamples(phase, asked, had, needed)) : Stream.empty();
    }

    private List<Doubt> of(Generator generator) {
        List<Doubt> doubts = new ArrayList<>();
        Resources used = generator.resources();
        saturated(used).forEach(doubts::add);
        if (used.pauses().longestMillis() > limits.pauseMillis()) {
            doubts.add(new Doubt.LongPause(used.pauses().longestMillis(), limits.pauseMillis()));
        }
        Quantile asked = report.plan().quantile();
        if (used.hiccups().at(asked) > limits.hiccupNanos()) {
            doubts.add(new Doubt.Hiccup(asked, used.hiccups().at(asked), limits.hiccupNanos()));
        }
        clock(generator.environment().clock()).forEach(doubts::add);
        if (used.taken().stealShare().orElse(0) > limits.takenShare()) {
            doubts.add(new Doubt.Stolen(used.taken().stealShare().getAsDouble(), limits.takenShare()));
        }
        if (used.taken().throttledShare().orElse(0) > limits.takenShare()) {
            doubts.add(new Doubt.Throttled(used.taken().throttledShare().getAsDouble(), limits.takenShare()));
        }
        return doubts;
    }

    /** A generator that spins uses its core whole, so that alone says nothing: it must be late, too. A thread that sleeps need not. */
    private Stream<Doubt> saturated(Resources used) {
        Optional<Doubt.Late> late = report.measured().stream().filter(phase -> !dead(phase))
                .flatMap(phase -> late(phase).stream())
                .max(Comparator.comparingLong(Doubt.Late::scheduleErrorNanos));
        double share = used.cpuShare().orElse(0);
        if (share >= limits.cpuShare() && late.isPresent()) {
            return Stream.of(new Doubt.Saturated(share, limits.cpuShare(), late));
        }
        double busiest = used.busiestThreadShare().orElse(0);
        return busiest >= limits.threadShare() ? Stream.of(new Doubt.Saturated(busiest, limits.threadShare(), Optional.empty()))
                : Stream.empty();
    }

    private Stream<Doubt> clock(ClockQuality clock) {
        boolean coarse = clock.granularityNanos() > limits.granularityNanos();
        boolean unknown = clock.source().filter(source -> !GOOD_CLOCKS.contains(source)).isPresent();
        return coarse || unknown ? Stream.of(new Doubt.PoorClock(clock.source().orElse("not told"), clock.granularityNanos(),
                limits.granularityNanos())) : Stream.empty();
    }

    private static double share(long part, long whole) {
        return whole > 0 ? part / (double) whole : 0;
    }
}
