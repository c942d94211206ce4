package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.record.RunReport.Plan;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A merged result is that of one generator that had done it all; what does not fit is refused, all of it named. */
class MergeTest {

    private static final long START = 1_700_000_000_000L;

    @TempDir
    Path folder;

    /** Writes a run of three seconds and two phases, and notes the same in another recorder. */
    private Path run(String name, Plan plan, Recorder whole, long seed) throws IOException {
        Recorder own = recorder(1);
        SplittableRandom random = new SplittableRandom(seed);
        try (IntervalLog log = new IntervalLog(Files.newOutputStream(folder.resolve(name + ".hlog")), START + 130L * seed)) {
            for (int second = 0; second < 3; second++) {
                for (int i = 0; i < 4_000; i++) {
                    long intended = second * Runs.SECOND + i * 200L * Runs.MICRO;
                    Runs.anything(own.tally(0), intended, random.split());
                }
                log.interval(own.drain(), second, second + 1);
            }
        }
        SplittableRandom again = new SplittableRandom(seed);
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 4_000; i++) {
                Runs.anything(whole.tally(0), second * Runs.SECOND + i * 200L * Runs.MICRO, again.split());
            }
        }
        Path file = folder.resolve(name + ".json");
        RunJson.write(SelfCheck.judge(RunReport.of("1", plan, End.COMPLETE, phases(own), List.of(Runs.GENERATOR)), Limits.parking())
                .withLog(name + ".hlog"), file);
        return file;
    }

    private static Recorder recorder(int threads) {
        Recorder recorder = new Recorder(threads);
        recorder.begin(Recorder.WARMUP, 0);
        recorder.begin(Recorder.MEASURED, Runs.SECOND / 2);
        return recorder;
    }

    private static List<PhaseReport> phases(Recorder recorder) {
        return recorder.phases().stream().map(name -> PhaseReport.of(Runs.span(name), recorder.totals(name))).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void quantiles_of_a_merge_are_those_of_one_histogram_of_all_values(long seed) throws IOException, MergeRefused {
        Recorder whole = recorder(1);
        List<Path> files =
                List.of(run("a", Runs.PLAN, whole, seed), run("b", Runs.PLAN, whole, seed + 10), run("c", Runs.PLAN, whole, seed + 20));
        whole.drain();
        RunReport merged = Merge.of(files).report("2");
        for (int i = 0; i < 2; i++) {
            PhaseReport phase = merged.phases().get(i);
            PhaseReport expected = phases(whole).get(i);
            assertThat(phase.latency()).isEqualTo(expected.latency());
            assertThat(phase.latencyOfIntended()).isEqualTo(expected.latencyOfIntended());
            assertThat(phase.latencyOfFailed()).isEqualTo(expected.latencyOfFailed());
            assertThat(phase.scheduleError()).isEqualTo(expected.scheduleError());
            assertThat(phase.connectionWait()).isEqualTo(expected.connectionWait());
            assertThat(phase.service()).isEqualTo(expected.service());
            assertThat(phase.counts()).isEqualTo(expected.counts());
            assertThat(phase.askedPerSecond()).isEqualTo(OptionalDouble.of(3_000));
        }
        assertThat(merged.generators()).hasSize(3);
        assertThat(merged.cpuNanosPerRequest().orElseThrow()).isEqualTo(6e9 / merged.phases().getLast().counts().completed());
    }

    @Test
    void the_merged_log_has_a_line_for_each_second_and_tag_and_holds_all_values() throws IOException, MergeRefused {
        Recorder whole = recorder(1);
        Merge merge = Merge.of(List.of(run("a", Runs.PLAN, whole, 1), run("b", Runs.PLAN, whole, 2)));
        whole.drain();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        merge.writeLog(out);
        Map<String, Histogram> sums = new HashMap<>();
        List<String> lines = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(out.toByteArray()))) {
            while (reader.hasNext()) {
                Histogram line = (Histogram) reader.nextIntervalHistogram();
                lines.add(line.getTag() + " " + (line.getStartTimeStamp() - START));
                sums.computeIfAbsent(String.valueOf(line.getTag()), tag -> Totals.histogram()).add(line);
            }
        }
        assertThat(lines).doesNotHaveDuplicates().hasSize(20).contains("null 130", "null 1130", "null 2130", "warmup 130");
        assertThat(sums.get("null")).isEqualTo(whole.totals(Recorder.MEASURED).histogram(Kind.LATENCY));
        assertThat(sums.get("warmup-wait")).isEqualTo(whole.totals(Recorder.WARMUP).histogram(Kind.WAIT));
    }

    @Test
    void samples_are_counted_together_and_other_doubts_stay_with_the_name_of_their_file() throws IOException, MergeRefused {
        Recorder whole = recorder(1);
        Path a = run("a", Runs.PLAN, whole, 1);
        Path b = run("b", Runs.PLAN, whole, 2);
        assertThat(RunJson.read(a).verdict().because()).extracting(Verdict.Reason::doubt).contains("too-few-samples", "many-failures");
        Verdict verdict = Merge.of(List.of(a, b)).report("2").verdict();
        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.because()).extracting(Verdict.Reason::doubt).containsOnly("many-failures", "rate-not-reached");
        assertThat(verdict.because()).extracting(Verdict.Reason::sentence).anyMatch(text -> text.startsWith("a.json: In measured"))
                .anyMatch(text -> text.startsWith("b.json: In measured"));
    }

    @Test
    void all_that_does_not_fit_is_named_at_once() throws IOException {
        Recorder ignored = recorder(1);
        Path a = run("a", Runs.PLAN, ignored, 1);
        Path b = run("b", new Plan(List.of("http://other/"), "h2", Loop.CLOSED, "", Quantile.P50, Runs.PLAN.warmup()), ignored, 2);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"kind\": \"LoadRun\", \"apiVersion\": \"meshadvisor/v2\"}");
        Path bare = folder.resolve("bare.json");
        RunJson.write(Runs.good(), bare);
        Path lost = folder.resolve("lost.json");
        RunJson.write(Runs.good().withLog("nowhere.hlog"), lost);
        Path odd = folder.resolve("odd.json");
        RunJson.write(Runs.good().withLog("a.hlog"), odd);
        List<String> mistakes = refused(List.of(a, a, b, broken, bare, lost, odd, folder.resolve("none.json")));
        assertThat(mistakes).anySatisfy(is("a.json: given more than once")).anySatisfy(is("b.json: protocol h2, but ", "a.json has http1"))
                .anySatisfy(is("b.json: targets [http://other/]")).anySatisfy(is("b.json: loop closed"))
                .anySatisfy(is("b.json: quantile p50"))
                .anySatisfy(is("broken.json: written in a version")).anySatisfy(is("bare.json: names no interval log"))
                .anySatisfy(is("nowhere.hlog: cannot be read", "lost.json names it"))
                .anySatisfy(is("a.hlog: holds other counts than", "odd.json"))
                .anySatisfy(is("none.json: cannot be read")).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-03T04:05:17Z, 10, true", "2026-02-03T04:05:18Z, 10, false", "2026-02-03T04:04:54Z, 10, false",
            "2026-02-03T04:05:06Z, 10.9, true", "2026-02-03T04:05:06Z, 11.1, false", "2026-02-03T04:05:06Z, 8.9, false",
            "some day, 10, true"})
    void runs_that_were_not_at_the_same_time_or_not_as_long_are_refused(String began, double seconds, boolean merged) throws IOException {
        Path a = run("a", Runs.PLAN, recorder(1), 1);
        RunReport one = RunJson.read(a);
        Generator seen = one.generators().getFirst();
        Generator moved = new Generator(seen.command(), began, seen.seed(), seen.environment(), seen.resources(), seen.gaps());
        List<PhaseReport> phases = one.phases().stream().map(phase -> new PhaseReport(phase.name(), phase.beginSeconds(), seconds,
                phase.drainSeconds(), phase.askedPerSecond(), phase.sentPerSecond(), phase.completedPerSecond(), phase.counts(),
                phase.latency(), phase.latencyOfIntended(), phase.latencyOfFailed(), phase.scheduleError(), phase.connectionWait(),
                phase.service())).toList();
        Path b = folder.resolve("b.json");
        RunJson.write(RunReport.of("1", one.plan(), End.COMPLETE, phases, List.of(moved)).withLog("a.hlog"), b);
        if (merged) {
            assertThatCode(() -> Merge.of(List.of(a, b))).doesNotThrowAnyException();
        } else {
            assertThat(refused(List.of(a, b))).singleElement()
                    .satisfies(seconds == 10 ? is("b.json: began at " + began, "a.json at 2026-02-03T04:05:06Z", "not run at the same time")
                            : is("b.json: measured lasted " + seconds + " s, but in", "a.json 10.0 s", "more than 10 %"));
        }
    }

    private static ThrowingConsumer<String> is(String... parts) {
        return mistake -> assertThat(mistake).contains(parts);
    }

    @Test
    void other_phases_and_a_single_result_are_refused() throws IOException {
        Path a = run("a", Runs.PLAN, recorder(1), 1);
        RunReport one = RunJson.read(a);
        Path other = folder.resolve("other.json");
        RunJson.write(RunReport.of("1", one.plan(), End.COMPLETE, one.phases().subList(1, 2), one.generators()).withLog("a.hlog"), other);
        assertThat(refused(List.of(a, other))).singleElement().satisfies(is("phases [measured], but", "[warmup, measured]"));
        RunJson.write(one.with(Runs.KNEE), other);
        assertThat(refused(List.of(a, other))).singleElement().satisfies(is("other.json: the search for a knee"));
        assertThat(refused(List.of(a))).containsExactly("At least two results are needed to merge them.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a log", "Tag=x", "Tag=x,1,2", "0,1,2,%%%", "0,1,2,HIST", "0,1,2,HISTFAAAACF42pNpmSzM",
            "\u0000\u0001"})
    void a_log_that_is_none_is_refused(String line) throws IOException {
        Path a = run("a", Runs.PLAN, recorder(1), 1);
        Path b = run("b", Runs.PLAN, recorder(1), 2);
        Files.writeString(folder.resolve("b.hlog"), Files.readString(folder.resolve("b.hlog")) + line + "\n");
        assertThat(refused(List.of(a, b))).singleElement().satisfies(is("b.hlog: not an interval log of HdrHistogram"));
    }

    @Test
    void a_log_that_was_cut_and_one_with_other_buckets_are_refused() throws IOException {
        Path a = run("a", Runs.PLAN, recorder(1), 1);
        Path b = run("b", Runs.PLAN, recorder(1), 2);
        Path log = folder.resolve("a.hlog");
        List<String> lines = Files.readAllLines(log);
        Files.write(log, lines.subList(0, lines.size() - 2));
        Histogram coarse = new Histogram(1, Runs.SECOND, 2);
        coarse.recordValue(5);
        try (IntervalLog other = new IntervalLog(Files.newOutputStream(folder.resolve("b.hlog")), START)) {
            other.line("", coarse, 0, 1);
        }
        assertThat(refused(List.of(a, b))).satisfiesExactly(is("a.hlog: holds other counts", "for measured: it was cut"),
                is("b.hlog: histograms with other buckets"));
    }

    private static List<String> refused(List<Path> files) {
        return catchThrowableOfType(MergeRefused.class, () -> Merge.of(files)).mistakes();
    }
}
