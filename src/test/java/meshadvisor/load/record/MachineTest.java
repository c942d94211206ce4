package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel tells is read from its files; what it does not tell is a gap. */
class MachineTest {

    @TempDir
    Path root;

    @Test
    void counters_of_the_kernel_become_shares_of_the_time_between() throws IOException {
        counters("cpu  100 0 100 700 0 0 0 100 50 0", 1_000_000, 5_000);
        Ticks before = Ticks.read(new Machine(root));
        counters("cpu  200 0 200 1480 0 0 0 120 90 0", 3_000_000, 255_000);
        Machine machine = new Machine(root);
        Taken taken = Ticks.read(machine).since(before, 10);
        assertThat(taken).isEqualTo(new Taken(OptionalDouble.of(0.02), OptionalDouble.of(0.2), OptionalDouble.of(0.1),
                OptionalDouble.of(0.025)));
        assertThat(machine.gaps()).isEmpty();
    }

    private void counters(String cpu, long stalled, long throttled) throws IOException {
        write("proc/stat", cpu + "\ncpu0 1 2 3\n");
        write("proc/pressure/cpu", "some avg10=1.00 avg60=2.00 avg300=3.00 total=" + stalled + "\nfull avg10=0.00 total=7\n");
        write("proc/self/cgroup", "1:name=systemd:/\n0::/kube/pod\n");
        write("sys/fs/cgroup/kube/pod/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/kube/pod/cpu.pressure", "some avg10=0.00 total=" + stalled / 2 + "\n");
        write("sys/fs/cgroup/kube/pod/cpu.stat", "usage_usec 1\nnr_throttled 3\nthrottled_usec " + throttled + "\n");
    }

    @Test
    void a_machine_that_tells_nothing_has_gaps_and_no_numbers() {
        Machine machine = new Machine(root.resolve("nowhere"));
        Environment environment = Environment.read(machine);
        Taken taken = Ticks.read(machine).since(Ticks.read(machine), 1);
        assertThat(taken)
                .isEqualTo(new Taken(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(environment.memoryBytes()).isEmpty();
        assertThat(environment.loadAverage()).isEmpty();
        assertThat(environment.cpu().model()).isEmpty();
        assertThat(environment.cpu().usable()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(environment.clock().source()).isEmpty();
        assertThat(machine.gaps()).extracting(Gap::what).containsExactlyInAnyOrder("clock source", "control group", "CPU model", "memory",
                "load average", "CPU steal", "CPU pressure of the machine", "CPU pressure of the control group",
                "throttling of the control group");
        assertThat(machine.gaps()).contains(new Gap("memory", "there is no /proc/meminfo"));
    }

    @Test
    void the_environment_is_what_the_files_say() throws IOException {
        write("proc/meminfo", "MemTotal:       2048 kB\nMemFree: 1 kB\n");
        write("proc/loadavg", "1.25 0.42 1.49 3/102 29249\n");
        write("proc/cpuinfo", "processor : 0\nmodel name\t: Fast CPU\nprocessor : 1\nmodel name\t: Slow CPU\n");
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", "50000 100000\n");
        write("sys/devices/system/clocksource/clocksource0/current_clocksource", "kvm-clock\n");
        Machine machine = new Machine(root);
        Environment environment = Environment.read(machine);
        assertThat(environment.memoryBytes()).isEqualTo(OptionalLong.of(2 << 20));
        assertThat(environment.loadAverage()).isEqualTo(OptionalDouble.of(1.25));
        assertThat(environment.cpu().model()).isEqualTo(Optional.of("Fast CPU"));
        assertThat(environment.cpu().usable()).isEqualTo(0.5);
        assertThat(environment.clock().source()).isEqualTo(Optional.of("kvm-clock"));
        assertThat(environment.clock().granularityNanos()).isPositive();
        assertThat(machine.gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpu", "cpu a b c d e f g h", "intr 5", "\0\0\0"})
    void nonsense_is_a_gap(String text) throws IOException {
        for (String file : List.of("proc/stat", "proc/pressure/cpu", "proc/meminfo", "proc/loadavg", "proc/cpuinfo", "proc/self/cgroup")) {
            write(file, text);
        }
        Machine machine = new Machine(root);
        assertThat(Environment.read(machine).memoryBytes()).isEmpty();
        assertThat(Ticks.read(machine).stalledMicros()).isEmpty();
        assertThat(Ticks.read(machine).steal()).isEmpty();
        assertThat(machine.gaps()).contains(new Gap("memory", "/proc/meminfo does not tell it"),
                new Gap("CPU steal", "/proc/stat does not tell it"));
    }

    @Test
    void a_file_is_read_only_so_far() throws IOException {
        write("proc/cpuinfo", "x".repeat(1 << 20) + "\nmodel name : late\n");
        assertThat(new Machine(root).text("proc/cpuinfo", "CPU model").orElseThrow()).hasSize(256 * 1024);
    }

    @ParameterizedTest
    @CsvSource({"0::/../../etc", "0::/..", "1:cpu:/x"})
    void a_group_outside_its_tree_is_none(String line) throws IOException {
        write("proc/self/cgroup", line + "\n");
        write("etc/cpu.max", "1 1\n");
        write("sys/cpu.max", "1 1\n");
        assertThat(Ticks.group(new Machine(root))).isEmpty();
    }

    @Test
    void a_clock_has_the_granularity_of_its_smallest_step() {
        long[] now = {0};
        ClockQuality clock = ClockQuality.measure(Optional.of("test"), () -> ++now[0] / 4 * 100);
        assertThat(clock).isEqualTo(new ClockQuality(Optional.of("test"), 100, clock.readNanos()));
        assertThat(clock.readNanos()).isBetween(24.9, 25.1);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
