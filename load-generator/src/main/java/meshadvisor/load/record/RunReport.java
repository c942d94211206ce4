package meshadvisor.load.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The result of a run of one or more generators: what {@code run.json} holds, in this order.
 *
 * @param version of the program
 * @param plan what was asked for
 * @param interrupted whether somebody ended it early
 * @param phases in order
 * @param knee what a search for it found; absent if none was asked for
 * @param cpuNanosPerRequest own CPU time of all generators, in nanoseconds for each good answer of the measured phases; absent without
 *     any, and after a search for the knee
 * @param generators one, but more after a merge
 * @param verdict whether the result may be used
 * @param hlog the name of the interval log, from the folder of this file; absent if none was written
 */
public record RunReport(String apiVersion, String kind, String version, Plan plan, boolean interrupted, List<PhaseReport> phases,
        Optional<Knee> knee, OptionalDouble cpuNanosPerRequest, List<Generator> generators, Verdict verdict, Optional<String> hlog) {

    /** The version of the format. */
    public static final String API_VERSION = "meshadvisor/v1";

    /** The name of the format. */
    public static final String KIND = "LoadRun";

    private static final double NANOS = 1e9;

    public RunReport {
        phases = List.copyOf(phases);
        generators = List.copyOf(generators);
    }

    /** Open or closed loop. */
    public enum Loop {
        /** Requests are sent at their time, whatever becomes of others: {@code --rate}. */
        OPEN,
        /** A request is sent when another has ended: {@code --concurrency}. */
        CLOSED
    }

    /**
     * What was asked for.
     *
     * @param targets addresses, with weights if there are several; without users and passwords
     * @param protocol as {@code --protocol} names it
     * @param schedule in the words of the command line, such as "constant 1000/s for 30s"
     * @param quantile that the run is to tell
     * @param warmup how its end was found; absent without warm-up
     */
    public record Plan(List<String> targets, String protocol, Loop loop, String schedule, Quantile quantile, Optional<Warmup> warmup) {
        public Plan {
            targets = targets.stream().map(Redaction::url).toList();
        }
    }

    /**
     * The warm-up.
     *
     * @param method how its end was found
     * @param ended whether it was, before its limit
     */
    public record Warmup(String method, boolean ended) {}

    /**
     * One program that made load.
     *
     * @param command its command line, without secrets
     * @param startedAt UTC, such as 2026-02-03T04:05:06Z
     * @param gaps what could not be seen there
     */
    public record Generator(List<String> command, String startedAt, long seed, Environment environment, Resources resources,
            List<Gap> gaps) {
        public Generator {
            command = Redaction.of(command);
            gaps = List.copyOf(gaps);
        }
    }

    /** How a run ended. */
    public enum End {
        COMPLETE, INTERRUPTED
    }

    /** A report that is not yet judged. */
    public static RunReport of(String version, Plan plan, End end, List<PhaseReport> phases, List<Generator> generators) {
        return new RunReport(API_VERSION, KIND, version, plan, end == End.INTERRUPTED, phases, Optional.empty(),
                cpuPerRequest(phases, generators), generators, Verdict.VALID, Optional.empty());
    }

    private static OptionalDouble cpuPerRequest(List<PhaseReport> phases, List<Generator> generators) {
        long completed = phases.stream().filter(PhaseReport::measured).mapToLong(phase -> phase.counts().completed()).sum();
        boolean known = generators.stream().allMatch(each -> each.resources().cpuSeconds().isPresent());
        double seconds = generators.stream().mapToDouble(each -> each.resources().cpuSeconds().orElse(0)).sum();
        return completed > 0 && known ? OptionalDouble.of(seconds * NANOS / completed) : OptionalDouble.empty();
    }

    /** The same with this verdict. */
    public RunReport with(Verdict judged) {
        return new RunReport(apiVersion, kind, version, plan, interrupted, phases, knee, cpuNanosPerRequest, generators, judged, hlog);
    }

    /** The same with what the search for the knee found. The CPU time is that of all trials, the phases are not: no ratio of the two. */
    public RunReport with(Knee found) {
        return new RunReport(apiVersion, kind, version, plan, interrupted, phases, Optional.of(found), OptionalDouble.empty(), generators,
                verdict, hlog);
    }

    /** The same with the name of its interval log. */
    public RunReport withLog(String name) {
        return new RunReport(apiVersion, kind, version, plan, interrupted, phases, knee, cpuNanosPerRequest, generators, verdict,
                Optional.of(name));
    }

    /** The phases that results stand on. */
    public List<PhaseReport> measured() {
        return phases.stream().filter(PhaseReport::measured).toList();
    }
}
