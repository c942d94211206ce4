package meshadvisor.load.record;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The fingerprint of where a run took place. What could not be seen is absent, and a {@link Gap} says why.
 *
 * @param loadAverage of one minute, before the run
 */
public record Environment(Jvm jvm, Os os, Cpu cpu, OptionalLong memoryBytes, ClockQuality clock, OptionalDouble loadAverage) {

    private static final long KIB = 1024;

    /** The Java runtime. */
    public record Jvm(String version, String vendor, String name, List<String> flags, long maxHeapBytes) {}

    /** The operating system. */
    public record Os(String name, String version, String architecture) {}

    /**
     * Processors.
     *
     * @param cores that the program may use
     * @param quotaCores how many the control group may use at a time; absent without a quota
     */
    public record Cpu(Optional<String> model, int cores, OptionalDouble quotaCores) {

        /** How many cores the program can really use. */
        public double usable() {
            return Math.min(cores, quotaCores.orElse(cores));
        }
    }

    /** Looks around. */
    public static Environment read(Machine machine) {
        Optional<String> source = machine.text("sys/devices/system/clocksource/clocksource0/current_clocksource", "clock source")
                .map(String::strip);
        return new Environment(runtime(), new Os(property("os.name"), property("os.version"), property("os.arch")), cpu(machine),
                machine.number("proc/meminfo", "memory", Environment::memory), ClockQuality.measure(source, System::nanoTime),
                machine.said("proc/loadavg", "load average", text -> decimal(text.split(" ")[0]))
                        .map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    private static Jvm runtime() {
        List<String> flags = Redaction.of(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return new Jvm(Runtime.version().toString(), property("java.vm.vendor"), property("java.vm.name"), flags,
                Runtime.getRuntime().maxMemory());
    }

    private static Cpu cpu(Machine machine) {
        Optional<Double> quota = Ticks.group(machine).flatMap(path -> machine.text(path + "/cpu.max", "CPU quota"))
                .flatMap(Environment::quota);
        return new Cpu(machine.said("proc/cpuinfo", "CPU model", Environment::model), Runtime.getRuntime().availableProcessors(),
                quota.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    /** "max 100000" is no quota, "50000 100000" half a core. */
    private static Optional<Double> quota(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length < 2 ? Optional.empty()
                : Machine.whole(words[0]).flatMap(used -> Machine.whole(words[1]).filter(of -> of > 0).map(of -> used / (double) of));
    }

    private static Optional<String> model(String text) {
        return text.lines().filter(line -> line.startsWith("model name") && line.contains(":")).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    private static Optional<Long> memory(String text) {
        return Machine.line(text, "MemTotal:").filter(words -> words.length > 1).flatMap(words -> Machine.whole(words[1]))
                .map(kib -> kib * KIB);
    }

    private static Optional<Double> decimal(String word) {
        try {
            return Optional.of(Double.parseDouble(word)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
