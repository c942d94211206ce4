package meshadvisor.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of the log of an agent, whole and damaged. */
class FramesTest {

    @Test
    void a_whole_log_gives_all_results() {
        Told told = Recorded.told(lines -> lines);
        assertThat(told.damages()).isEmpty();
        assertThat(told.done()).contains(true);
        assertThat(told.results().keySet()).contains("clock-first.json", "hop/run.json", "hop/run.hlog", "hop/timeline.json",
                "dns/run.json");
        assertThat(told.results()).hasSize(15);
    }

    @Test
    void talk_between_the_lines_costs_nothing() {
        Told told = Recorded.told(lines -> lines.stream().flatMap(line -> Stream.of("a warning of Java", line)).toList());
        assertThat(told.damages()).isEmpty();
        assertThat(told.results()).hasSize(15);
    }

    @Test
    void a_damaged_piece_costs_the_result_that_it_belongs_to() {
        Told told = Recorded.told(lines -> lines.stream().map(line -> line.startsWith("#ma1 bad/run.hlog 2")
                ? line.substring(0, line.length() - 1) + "?" : line).toList());
        assertThat(told.damages()).containsExactlyInAnyOrder("piece 2 of bad/run.hlog is damaged in the log",
                "bad/run.hlog is not complete in the log: 2 of 3 pieces");
        assertThat(told.results()).hasSize(14).doesNotContainKey("bad/run.hlog");
    }

    @Test
    void a_log_that_is_cut_names_what_is_missing() {
        List<String> all = Recorded.lines();
        Told told = Recorded
                .told(lines -> all.subList(0, all.stream().map(line -> line.startsWith("#ma1 bad/run.hlog 2")).toList().indexOf(true)));
        assertThat(told.damages()).containsExactly("bad/run.hlog has no end in the log");
        assertThat(told.done()).isEmpty();
        assertThat(told.results()).containsKey("hop/run.json");
    }

    @Test
    void a_result_that_vanished_whole_is_missed() {
        Told told = Recorded.told(lines -> lines.stream().filter(line -> !line.startsWith("#ma1 hop/run.json")).toList());
        assertThat(told.damages()).containsExactly("1 of 15 results are missing in the log");
    }

    @Test
    void a_piece_that_comes_twice_does_no_harm() {
        Told told = Recorded.told(lines -> lines.stream().flatMap(line -> line.contains(" end ") ? Stream.of(line)
                : Stream.of(line, line)).toList());
        assertThat(told.damages()).isEmpty();
        assertThat(told.results()).hasSize(15);
    }

    @Test
    void a_wrong_checksum_of_the_whole_is_noticed() {
        Told told = Recorded.told(lines -> lines.stream().map(line -> line.startsWith("#ma1 clock-last.json end")
                ? line.substring(0, line.length() - 4) + "0000" : line).toList());
        assertThat(told.damages()).containsExactly("clock-last.json does not have the checksum that the log tells");
    }
}
