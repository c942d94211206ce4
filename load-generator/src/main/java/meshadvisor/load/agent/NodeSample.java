package meshadvisor.load.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.load.record.Gap;
import meshadvisor.load.record.Machine;

/** What the kernel of a node has counted until now. In a container these files tell of the whole node. What it does not tell is a gap. */
final class NodeSample {

    private static final List<String> CPU =
            List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal", "guest", "guestNice");
    private static final int AT_CLKTCK = 17;
    private static final int PAIR = 2 * Long.BYTES;
    private static final long KIBI = 1024;

    /** What tasks may wait for (PSI): the file, its line and the name in the result. */
    private enum Stall {
        CPU_SOME("cpu", "some", "cpuSomeTotalMicros"), MEMORY_SOME("memory", "some", "memorySomeTotalMicros"),
        MEMORY_FULL("memory", "full", "memoryFullTotalMicros"), IO_SOME("io", "some", "ioSomeTotalMicros"),
        IO_FULL("io", "full", "ioFullTotalMicros");

        private final String file;
        private final String line;
        private final String field;

        Stall(String file, String line, String field) {
            this.file = file;
            this.line = line;
            this.field = field;
        }
    }

    private final Path root;
    private final Machine machine;
    private final List<Gap> gaps = new ArrayList<>();

    private NodeSample(Path root) {
        this.root = root;
        this.machine = new Machine(root);
    }

    /**
     * Takes one.
     *
     * @param root the folder that holds "proc"
     * @param atMillis the time, since the epoch
     */
    static Map<String, Object> take(Path root, long atMillis) {
        var sample = new NodeSample(root);
        var told = new LinkedHashMap<String, Object>();
        told.put("atMillis", atMillis);
        told.put("cpu", sample.cpu());
        sample.clockTicks().ifPresent(ticks -> told.put("clockTicks", ticks));
        sample.cores().ifPresent(cores -> told.put("cores", cores));
        told.put("memory", sample.memory());
        told.put("pressure", sample.pressure());
        told.put("gaps", sample.gaps());
        return told;
    }

    private Map<String, Long> cpu() {
        var words = machine.said("proc/stat", "CPU time of the node", text -> Machine.line(text, "cpu"));
        var times = new LinkedHashMap<String, Long>();
        for (int i = 0; i < CPU.size() && words.isPresent(); i++) {
            var known = i + 1 < words.get().length ? Machine.whole(words.get()[i + 1]) : Optional.<Long>empty();
            var name = CPU.get(i);
            known.ifPresentOrElse(ticks -> times.put(name, ticks),
                    () -> gaps.add(new Gap("CPU time of the node: " + name, "/proc/stat does not tell it")));
        }
        return times;
    }

    private Optional<Long> cores() {
        return machine.said("proc/stat", "cores of the node",
                text -> Optional.of(text.lines().filter(line -> line.matches("cpu\\d+ .*")).count()).filter(count -> count > 0));
    }

    private Map<String, Long> memory() {
        var sizes = new LinkedHashMap<String, Long>();
        memory("MemTotal:").ifPresent(bytes -> sizes.put("totalBytes", bytes));
        memory("MemAvailable:").ifPresent(bytes -> sizes.put("availableBytes", bytes));
        return sizes;
    }

    private Optional<Long> memory(String first) {
        return machine.said("proc/meminfo", "memory of the node: " + first.replace(":", ""), text -> kibibytes(text, first))
                .map(size -> size * KIBI);
    }

    private static Optional<Long> kibibytes(String text, String first) {
        return Machine.line(text, first).filter(words -> words.length == 3 && words[2].equals("kB"))
                .flatMap(words -> Machine.whole(words[1]));
    }

    private Map<String, Long> pressure() {
        var totals = new LinkedHashMap<String, Long>();
        for (var kind : Stall.values()) {
            machine.said("proc/pressure/" + kind.file, "pressure of the node: " + kind.line + " of " + kind.file,
                    text -> total(text, kind.line))
                    .ifPresent(total -> totals.put(kind.field, total));
        }
        return totals;
    }

    private static Optional<Long> total(String text, String first) {
        return Machine.line(text, first).map(List::of)
                .flatMap(words -> words.stream().filter(word -> word.startsWith("total=")).findFirst())
                .flatMap(word -> Machine.whole(word.substring("total=".length())));
    }

    /** How many ticks of the CPU times are a second: the kernel tells each program in its auxiliary vector, pairs of numbers. */
    private Optional<Long> clockTicks() {
        try {
            var pairs = ByteBuffer.wrap(Files.readAllBytes(root.resolve("proc/self/auxv"))).order(ByteOrder.nativeOrder());
            while (pairs.remaining() >= PAIR) {
                long kind = pairs.getLong();
                long value = pairs.getLong();
                if (kind == AT_CLKTCK) {
                    return Optional.of(value);
                }
            }
            gaps.add(new Gap("ticks a second", "/proc/self/auxv does not tell it"));
        } catch (IOException e) {
            gaps.add(new Gap("ticks a second", "/proc/self/auxv cannot be read"));
        }
        return Optional.empty();
    }

    private List<Map<String, String>> gaps() {
        var all = new ArrayList<>(machine.gaps());
        all.addAll(gaps);
        return all.stream().map(gap -> Map.of("what", gap.what(), "why", gap.why())).toList();
    }
}
