package meshadvisor.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Course;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.Second;
import meshadvisor.bench.Course.What;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Statistic;
import meshadvisor.bench.Step;
import meshadvisor.lab.run.Disturbing.Deed;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** How a cell went, from the logs of its generators. */
class CoursesTest {

    private static final double BEGAN = 1_790_000_000_000.0;
    private static final Load LOAD = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 100, 4, 0);
    private static final GeneratorRun.Span PLATEAU = new GeneratorRun.Span(BEGAN + 2_000, BEGAN + 12_000);

    private static String line(String tag, double from, int count, double micros) {
        Histogram histogram = new Histogram(60_000_000_000L, 3);
        histogram.recordValueWithCount(Math.round(micros * 1000), count);
        return String.format(Locale.ROOT, "%s%.3f,%.3f,%.3f,%s", tag.isEmpty() ? "" : "Tag=" + tag + ",", from, 1.0, micros / 1000,
                Histograms.encode(histogram));
    }

    private static Told told(String pod, Map<String, String> results) {
        Map<String, byte[]> bytes = new HashMap<>();
        results.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        return new Told(pod, bytes, List.of(), Optional.of(true));
    }

    private static String log(String... lines) {
        return "#[StartTime: 1790000000.000 (seconds since epoch), Thu]\n\"StartTimestamp\",\"Interval_Length\"\n"
                + String.join("\n", lines) + "\n";
    }

    private static Courses courses(Scenario scenario, List<Deed> deeds, Told... told) {
        Step.Cell cell = new Step.Cell("hop", LOAD, List.of(scenario),
                List.of(new Step.Disturbance(What.ADDED, 1, List.of(), List.of(), List.of())));
        Step.Drive drive = new Step.Drive(1, 1, "istio-sidecar", List.of(cell), new Manifest(Map.of()), 60);
        Driven driven = new Driven(drive, List.of(told), List.of(), List.of(), Map.of("hop", deeds), BEGAN, BEGAN + 20_000);
        return new Courses(Cells.Cellular.of(driven, cell), PLATEAU);
    }

    @Test
    void seconds_of_all_generators_are_added_up_and_the_warm_up_is_left_out() {
        String one = log(line("warmup", 1.1, 50, 9_000), line("", 2.1, 50, 400), line("schedule", 2.1, 50, 10), line("", 3.1, 20, 800),
                line("failed", 3.1, 30, 100), line("schedule", 3.1, 50, 10), line("", 12.6, 50, 400));
        String two = log(line("", 2.3, 50, 400), line("schedule", 2.3, 50, 10), line("schedule", 3.3, 50, 10));
        Course course = courses(Scenario.ROLLOUT, List.of(), told("a", Map.of("hop/run.hlog", one)), told("b", Map.of("hop/run.hlog", two)))
                .course();
        assertThat(course.seconds()).extracting(Second::from).containsExactly(0, 1);
        assertThat(course.seconds().getFirst()).satisfies(second -> {
            assertThat(List.of(second.due(), second.good(), second.failed())).containsExactly(100L, 100L, 0L);
            assertThat(second.micros().get(Statistic.P90)).isEqualTo(400, within(1.0));
        });
        assertThat(List.of(course.seconds().get(1).due(), course.seconds().get(1).good(), course.seconds().get(1).failed()))
                .containsExactly(100L, 20L, 30L);
    }

    @Test
    void a_second_without_a_good_answer_has_no_latency_and_lines_that_are_cut_are_left_out() {
        String log = log(line("failed", 4.0, 7, 50), "Tag=schedule,5.0", "nonsense", line("", 5.0, 0, 1));
        Course course = courses(Scenario.ROLLOUT, List.of(), told("a", Map.of("hop/run.hlog", log))).course();
        assertThat(course.seconds()).first().isEqualTo(new Second(2, 0, 0, 7, Map.of()));
    }

    @Test
    void the_first_answer_of_what_was_added_and_the_last_of_what_was_removed_are_seen() {
        List<Deed> deeds = List.of(new Deed(What.ADDED, "applied EndpointSlice x", BEGAN + 4_000),
                new Deed(What.REMOVED, "deleted EndpointSlice x", BEGAN + 6_000), new Deed(What.ADDED, "applied EndpointSlice x",
                        BEGAN + 8_000));
        String who = "{\"atMillis\":1,\"answers\":[" + answer(3_900, 1) + answer(4_100, 0) + answer(4_300, 1) + answer(5_000, 1)
                + answer(6_200, 1) + answer(6_500, 0) + "[1790000009000,503,1]],\"unanswered\":0}";
        List<Change> changes = courses(Scenario.CHURN, deeds, told("a", Map.of("hop-who.json", who))).course().changes();
        assertThat(changes).extracting(Change::what).containsExactly(What.ADDED, What.REMOVED, What.ADDED);
        assertThat(changes.get(0).seenAfterSeconds()).singleElement().satisfies(seen -> assertThat(seen).isEqualTo(0.3, within(1e-6)));
        assertThat(changes.get(1).seenAfterSeconds()).singleElement().satisfies(seen -> assertThat(seen).isEqualTo(0.2, within(1e-6)));
        assertThat(changes.get(2)).isEqualTo(new Change(What.ADDED, 6, true, List.of()));
        assertThat(changes.get(0).atSeconds()).isEqualTo(2, within(1e-9));
    }

    private static String answer(int afterMillis, int bytes) {
        return "[" + (1_790_000_000_000L + afterMillis) + ",200," + bytes + "],";
    }

    @Test
    void where_nobody_looked_nothing_is_seen() {
        assertThat(
                courses(Scenario.CHURN, List.of(new Deed(What.REMOVED, "deleted", BEGAN + 6_000)), told("a", Map.of())).course().changes())
                .containsExactly(new Change(What.REMOVED, 4, false, List.of()));
    }

    @Test
    void what_the_generator_did_itself_is_a_change_and_what_failed_is_told() {
        String good = "{\"atMillis\":1790000005000,\"status\":200}";
        Courses ended = courses(Scenario.PROXY_DEATH, List.of(), told("a", Map.of("hop-post.json", good)));
        assertThat(ended.course().changes()).containsExactly(new Change(What.ENDED, 3, false, List.of()));
        assertThat(ended.against(ended.course())).isEmpty();
        Courses refused = courses(Scenario.PROXY_DEATH, List.of(),
                told("a", Map.of("hop-post.json", "{\"atMillis\":1,\"error\":\"127.0.0.1:15020 refused the connection\"}")));
        assertThat(refused.against(refused.course())).singleElement().asString().contains("Nothing was done", "refused the connection");
    }

    @Test
    void what_was_done_after_the_load_makes_the_cell_invalid() {
        Courses late = courses(Scenario.ROLLOUT, List.of(new Deed(What.REPLACED, "deleted Job x", BEGAN + 13_000)), told("a", Map.of()));
        assertThat(late.against(late.course())).singleElement().asString().contains("took longer than the load", "11.0 s", "10.0 s");
        assertThat(late.words()).containsExactly(Map.entry("0011.0 s", "deleted Job x"));
    }
}
