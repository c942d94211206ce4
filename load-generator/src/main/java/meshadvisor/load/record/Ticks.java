package meshadvisor.load.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Counters of the kernel at one moment. The difference of two tells what others took from this program.
 *
 * @param steal time that the hypervisor gave to others, in ticks of all cores
 * @param all all time, in the same ticks
 * @param stalledMicros time in which some task of the machine waited for a core (PSI, cpu, some)
 * @param groupStalledMicros the same of this program's control group
 * @param throttledMicros time in which the control group was not let run, for its quota was used up
 */
record Ticks(OptionalLong steal, OptionalLong all, OptionalLong stalledMicros, OptionalLong groupStalledMicros,
        OptionalLong throttledMicros) {

    private static final int STEAL = 8;
    private static final int GUEST = 9;
    private static final String PRESSURE = "CPU pressure of the control group";
    private static final String THROTTLING = "throttling of the control group";

    /** Reads them now. */
    static Ticks read(Machine machine) {
        Optional<String[]> cpu = machine.said("proc/stat", "CPU steal", text -> Machine.line(text, "cpu")
                .filter(words -> words.length > STEAL && Machine.whole(words[STEAL]).isPresent()));
        OptionalLong stalled = machine.number("proc/pressure/cpu", "CPU pressure of the machine", Ticks::some);
        Optional<String> group = group(machine);
        if (group.isEmpty()) {
            machine.missing(PRESSURE, "this program is in no control group of version 2 below the root");
            machine.missing(THROTTLING, "this program is in no control group of version 2 below the root");
        }
        return new Ticks(optional(cpu.flatMap(words -> Machine.whole(words[STEAL]))),
                cpu.map(words -> OptionalLong.of(all(words))).orElseGet(OptionalLong::empty), stalled,
                group.map(path -> machine.number(path + "/cpu.pressure", PRESSURE, Ticks::some)).orElseGet(OptionalLong::empty),
                group.map(path -> machine.number(path + "/cpu.stat", THROTTLING, Ticks::throttled)).orElseGet(OptionalLong::empty));
    }

    /** Guests' time is part of user time already, so it is left out. */
    private static long all(String[] words) {
        return Arrays.stream(words, 1, Math.min(words.length, GUEST)).mapToLong(word -> Machine.whole(word).orElse(0L)).sum();
    }

    /** The folder of the program's control group. In a container that is mostly the root of what it sees, with the files of a group. */
    static Optional<String> group(Machine machine) {
        return machine.text("proc/self/cgroup", "control group")
                .flatMap(text -> text.lines().filter(line -> line.startsWith("0::/")).findFirst())
                .map(line -> Path.of("sys/fs/cgroup", line.substring("0::/".length())).normalize().toString())
                .filter(path -> path.startsWith("sys/fs/cgroup") && machine.has(path + "/cpu.max"));
    }

    private static Optional<Long> some(String text) {
        return Machine.line(text, "some").flatMap(words -> Arrays.stream(words).filter(word -> word.startsWith("total=")).findFirst())
                .flatMap(word -> Machine.whole(word.substring("total=".length())));
    }

    private static Optional<Long> throttled(String text) {
        return Machine.line(text, "throttled_usec").filter(words -> words.length == 2).flatMap(words -> Machine.whole(words[1]));
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** What happened between an earlier moment and this one, {@code seconds} later. */
    Taken since(Ticks earlier, double seconds) {
        OptionalDouble stolen = minus(steal, earlier.steal);
        OptionalDouble ticks = minus(all, earlier.all);
        boolean known = stolen.isPresent() && ticks.isPresent();
        return new Taken(known ? OptionalDouble.of(stolen.getAsDouble() / Math.max(1, ticks.getAsDouble())) : OptionalDouble.empty(),
                share(minus(stalledMicros, earlier.stalledMicros), seconds),
                share(minus(groupStalledMicros, earlier.groupStalledMicros), seconds),
                share(minus(throttledMicros, earlier.throttledMicros), seconds));
    }

    private static OptionalDouble minus(OptionalLong later, OptionalLong earlier) {
        return later.isPresent() && earlier.isPresent()
                ? OptionalDouble.of(Math.max(0.0, (double) (later.getAsLong() - earlier.getAsLong())))
                : OptionalDouble.empty();
    }

    private static OptionalDouble share(OptionalDouble micros, double seconds) {
        return micros.isPresent() && seconds > 0 ? OptionalDouble.of(micros.getAsDouble() / (seconds * 1e6)) : OptionalDouble.empty();
    }
}
