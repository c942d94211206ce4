package meshadvisor.load.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results as lines of a log: what comes back is what was told, and damage is seen. */
class FramesTest {

    private final StringWriter log = new StringWriter();
    private final Frames frames = new Frames(new PrintWriter(log));

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_950, 6_000, 12_001, 1_000_000})
    void what_is_told_comes_back_in_lines_below_8_KiB(int size) {
        frames.tell("n".repeat(100) + "/timeline.json", noise(size));
        frames.done();
        assertThat(log.toString().lines()).allMatch(line -> line.length() < 8 * 1024).allMatch(line -> line.startsWith("#ma1 "));
        var read = FrameLog.read(log.toString());
        assertThat(read.damaged()).isEmpty();
        assertThat(read.results()).hasEntrySatisfying("n".repeat(100) + "/timeline.json",
                bytes -> assertThat(bytes).isEqualTo(noise(size)));
        assertThat(read.done()).contains("1 ok");
    }

    @Test
    void a_lost_line_costs_its_result_and_no_other() {
        frames.tell("big", noise(30_000));
        frames.tell("small.json", Map.of("a", 1));
        frames.done();
        var lines = log.toString().lines().toList();
        for (int lost = 0; lost < 7; lost++) {
            var rest = new ArrayList<>(lines);
            rest.remove(lost);
            var read = FrameLog.read(String.join("\n", rest));
            assertThat(read.damaged()).as("without line %s", lost).containsExactly("big: not whole");
            assertThat(read.json("small.json")).containsEntry("a", 1);
        }
    }

    @Test
    void any_change_of_a_letter_is_seen() {
        frames.tell("big", noise(9_000));
        var whole = log.toString();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt("#ma1 big ".length(), whole.length() - 1);
            var changed = new StringBuilder(whole);
            changed.setCharAt(at, changed.charAt(at) == '5' ? '6' : '5');
            assertThat(read(changed.toString())).as("letter %s changed", at).isNotEqualTo(List.of());
        }
    }

    private static List<String> read(String log) {
        try {
            return FrameLog.read(log).damaged();
        } catch (RuntimeException e) {
            return List.of(e.toString());
        }
    }

    @Test
    void results_of_several_threads_are_each_told_whole() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var name = "result-" + i;
            threads.add(Thread.ofPlatform().start(() -> frames.tell(name, noise(50_000))));
        }
        for (var each : threads) {
            each.join();
        }
        frames.done();
        var read = FrameLog.read(log.toString());
        assertThat(read.damaged()).isEmpty();
        assertThat(read.results()).hasSize(8);
        assertThat(log.toString().lines().map(line -> line.split(" ")[1]).collect(Collectors.groupingBy(name -> name)).values())
                .allMatch(lines -> lines.size() == 10 || lines.size() == 1);
        assertThat(changes(log.toString())).isEqualTo(8);
    }

    /** How often the next line is of another result. */
    private static long changes(String log) {
        var names = log.lines().map(line -> line.split(" ")[1]).toList();
        return IntStream.range(1, names.size()).filter(i -> !names.get(i).equals(names.get(i - 1))).count();
    }

    @Test
    void an_error_makes_the_whole_count_as_failed() {
        frames.tell("a.json", Map.of("error", "no"));
        frames.tell("b.json", Map.of("status", 200));
        frames.done();
        assertThat(FrameLog.read(log.toString()).done()).contains("2 failed");
    }
}
