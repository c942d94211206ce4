package meshadvisor.load.record;

import java.util.Locale;

/** Doubts in words: what was seen, the limit, what to do. */
final class Doubts {

    private Doubts() {}

    static Verdict.Reason reason(Doubt doubt) {
        return new Verdict.Reason(kind(doubt.getClass()), sentence(doubt));
    }

    /** TooFewSamples is "too-few-samples". */
    static String kind(Class<? extends Doubt> doubt) {
        return doubt.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static String sentence(Doubt doubt) {
        return switch (doubt) {
            case Doubt.Saturated(var share, var limit, var late) -> late.map(
                    error -> "The generator used " + percent(share) + " of its CPU (limit " + percent(limit) + ") and was late by "
                            + Times.of(error.scheduleErrorNanos()) + " (" + error.quantile().word() + ")")
                    .orElseGet(() -> "One thread of the generator used " + percent(share) + " of a core (limit " + percent(limit) + ")")
                    + ": give it more or faster cores, lower the rate, or use several generators and merge.";
            case Doubt.Backlog(var phase, var wait, var limit) -> in(phase) + "requests waited " + Times.of(wait)
                    + " for a free connection (p99, limit " + Times.of(limit)
                    + "), so the target never saw all that was asked for: raise --connections, or lower the rate.";
            case Doubt.Late(var phase, var quantile, var late, var limit) -> in(phase) + "the schedule error is " + Times.of(late)
                    + " at " + quantile.word() + " (limit " + Times.of(limit)
                    + "): start it by bin/load-generator or with the same options of Java, pin it apart from the server, or lower the rate.";
            case Doubt.RateNotReached(var phase, var sent, var limit) -> in(phase) + "only " + percent(sent)
                    + " of the intended rate was sent (limit " + percent(limit)
                    + "): raise --max-in-flight and --connections, or lower the rate.";
            case Doubt.ManyFailures(var phase, var failed, var limit) when failed >= 1 -> in(phase)
                    + "no request succeeded, all failed: see which kinds failed and remove the cause; nothing else was measured.";
            case Doubt.ManyFailures(var phase, var failed, var limit) -> in(phase) + percent(failed) + " of the requests failed (limit "
                    + percent(limit) + "): the latency of the others is a biased choice; see which kinds failed and remove the cause.";
            case Doubt.Redirects(var phase, var share, var limit) -> in(phase) + percent(share) + " of the answers are redirects (limit "
                    + percent(limit) + "), which are not followed: the latency is that of redirects; use the address they lead to.";
            case Doubt.TooFewSamples(var phase, var quantile, var had, var needed) -> in(phase) + "there are " + had + " good answers, and "
                    + quantile.word() + " wants " + needed + ": run longer or faster, or ask for a lower --quantile.";
            case Doubt.LongPause(var millis, var limit) -> "A pause of the garbage collector took " + millis + " ms (limit " + limit
                    + " ms): give the generator more memory or another collector.";
            case Doubt.Hiccup(var quantile, var nanos, var limit) -> "Threads that only slept woke " + Times.of(nanos) + " late at "
                    + quantile.word() + " (limit " + Times.of(limit) + "): give the generator cores of its own.";
            case Doubt.PoorClock(var source, var granularity, var limit) -> "The clock source is " + source + ", with steps of "
                    + Times.of(granularity) + " (limit " + Times.of(limit) + "): use a machine with tsc, kvm-clock or arch_sys_counter.";
            case Doubt.Stolen(var share, var limit) -> "The hypervisor took " + percent(share) + " of the CPU time (limit "
                    + percent(limit) + "): use a machine that is not shared, or repeat at another time.";
            case Doubt.Throttled(var share, var limit) -> "The CPU quota kept the generator from running " + percent(share)
                    + " of the time (limit " + percent(limit) + "): raise the CPU limit of its container, or leave it out.";
            case Doubt.NotWarm(var method) -> "The warm-up (" + method
                    + ") was not over at its limit: raise --warmup-limit, or find out what goes on changing.";
            case Doubt.NoKnee(var objective) -> "No rate held " + objective + ": begin at a lower --rate, or allow more.";
            case Doubt.KneeOfGenerator(var rate) -> "At " + Math.round(rate)
                    + " per second the generator itself was late, so the knee may be its own: give it cores of its own.";
            case Doubt.Interrupted() -> "The run was interrupted: let it end.";
        };
    }

    private static String in(String phase) {
        return "In " + phase + " ";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
