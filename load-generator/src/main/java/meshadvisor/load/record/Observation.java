package meshadvisor.load.record;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Watches the program and the machine from the begin of what is measured to its end.
 *
 * <p>{@link Environment#read} comes before any load; {@link #begin} and {@link #end} stand around the measured phases. The thread that
 * begins is the one that sends.
 */
public final class Observation implements AutoCloseable {

    /** What the bean says, too, where the platform has no such time. */
    private static final long UNKNOWN = -1;

    private final Machine machine;
    private final Environment environment;
    private final Ticks ticks;
    private final Pauses pauses = Pauses.listen();
    private final Hiccups hiccups = Hiccups.watch();
    private final ThreadTimes threads = ThreadTimes.read();
    private final long cpu = cpuNanos();
    private final long begin = System.nanoTime();

    private Observation(Machine machine, Environment environment) {
        this.machine = machine;
        this.environment = environment;
        ticks = Ticks.read(machine);
    }

    /** This machine. */
    public static Machine here() {
        return new Machine(Path.of("/"));
    }

    /** Begins to watch. */
    public static Observation begin(Machine machine, Environment environment) {
        return new Observation(machine, environment);
    }

    /** What was seen until now. */
    public Resources end() {
        double seconds = Math.max(1, System.nanoTime() - begin) / 1e9;
        OptionalDouble used = used();
        OptionalDouble busiest = threads.busiest(seconds);
        if (busiest.isEmpty()) {
            machine.missing("CPU time of single threads", "this Java runtime does not tell it");
        }
        return new Resources(seconds, used, used.isEmpty() ? used : OptionalDouble.of(share(used.getAsDouble(), seconds)), busiest,
                pauses.collected(), hiccups.seen(), Ticks.read(machine).since(ticks, seconds));
    }

    /** Ends watching. */
    @Override
    public void close() {
        hiccups.close();
        pauses.close();
    }

    private double share(double cpuSeconds, double seconds) {
        return cpuSeconds / seconds / environment.cpu().usable();
    }

    private OptionalDouble used() {
        long now = cpuNanos();
        if (now == UNKNOWN || cpu == UNKNOWN) {
            machine.missing("CPU time of the program", "this Java runtime does not tell it");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((now - cpu) / 1e9);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system ? system.getProcessCpuTime() : UNKNOWN;
    }
}
