package meshadvisor.load.record;

import java.util.OptionalDouble;

/**
 * What one generator used and suffered while it measured, warm-up left out.
 *
 * @param seconds how long that was
 * @param cpuSeconds the program's own CPU time, user and system, all threads
 * @param cpuShare the same, of all that it could have used
 * @param busiestThreadShare the CPU time of the busiest of the threads that send and receive, of one core
 * @param pauses of the garbage collector
 * @param hiccups how late a thread woke that only slept
 * @param taken by others
 */
public record Resources(double seconds, OptionalDouble cpuSeconds, OptionalDouble cpuShare, OptionalDouble busiestThreadShare,
        Collected pauses, Summary hiccups, Taken taken) {}
