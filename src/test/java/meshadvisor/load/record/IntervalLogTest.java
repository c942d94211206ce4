package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import meshadvisor.load.wire.Failure;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

/** The interval log can be read by the library's own reader, and holds all values. */
class IntervalLogTest {

    private static final long START = 1_700_000_000_123L;

    @Test
    void the_lines_of_all_seconds_sum_up_to_what_was_recorded() throws IOException {
        Recorder recorder = Runs.recorder(Recorder.WARMUP);
        recorder.begin(Recorder.MEASURED, 2 * Runs.SECOND);
        recorder.begin("step-2", 4 * Runs.SECOND);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SplittableRandom random = new SplittableRandom(5);
        try (IntervalLog log = new IntervalLog(out, START)) {
            for (int second = 0; second < 6; second++) {
                for (int i = 0; i < 500; i++) {
                    Runs.anything(recorder.tally(0), second * Runs.SECOND + i, random);
                }
                log.interval(recorder.drain(), second, second + 1);
            }
        }
        Map<String, Histogram> sums = new HashMap<>();
        lines(out).forEach(line -> sums.computeIfAbsent(String.valueOf(line.getTag()), tag -> Totals.histogram()).add(line));
        assertThat(sums).hasSize(15).containsKeys("null", "failed", "schedule", "wait", "service", "warmup", "warmup-schedule", "step-2",
                "step-2-service");
        for (String phase : recorder.phases()) {
            for (Kind kind : Kind.values()) {
                String tag = kind.tag(phase);
                assertThat(sums.get(tag.isEmpty() ? "null" : tag)).as(tag).isEqualTo(recorder.totals(phase).histogram(kind));
            }
        }
    }

    @Test
    void a_second_without_answers_is_a_line_and_times_are_absolute() throws IOException {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IntervalLog log = new IntervalLog(out, START)) {
            recorder.tally(0).intended(1, 2);
            log.interval(recorder.drain(), 1, 2);
            recorder.tally(0).failed(1, 2, Failure.RESET);
            log.interval(recorder.drain(), 2, 2.25);
        }
        List<Histogram> lines = lines(out);
        assertThat(lines.stream().map(Histogram::getTag)).containsExactly(null, "schedule", null, "failed");
        assertThat(lines.stream().map(Histogram::getTotalCount)).containsExactly(0L, 1L, 0L, 1L);
        assertThat(lines.getFirst().getStartTimeStamp()).isEqualTo(START + 1_000);
        assertThat(lines.getLast().getEndTimeStamp()).isEqualTo(START + 2_250);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("#[").contains("#[StartTime: 1700000000.123 (seconds since epoch)",
                "#[BaseTime: 1700000000.123", "#[Histogram log format version 1.3]", "\nTag=failed,2.000,0.250,0.000,HIST");
    }

    @Test
    void a_log_that_could_not_be_written_says_so_at_its_end() {
        IntervalLog log = new IntervalLog(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left on device");
            }
        }, START);
        assertThatThrownBy(log::close).isInstanceOf(IOException.class);
    }

    @Test
    void closing_the_reporter_tells_the_second_that_is_not_over() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        List<Long> counts = new ArrayList<>();
        List<Double> times = new ArrayList<>(List.of(0.0));
        Reporter reporter = Reporter.start(recorder, (noted, from, to) -> {
            counts.add(noted.get(Recorder.MEASURED).count(Counter.COMPLETED));
            assertThat(from).isEqualTo(times.getLast());
            times.add(to);
        }, System.nanoTime());
        for (int i = 0; i < 1_000; i++) {
            Runs.answer(recorder.tally(0), i, Runs.MILLI);
        }
        reporter.close();
        reporter.close();
        assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
        assertThat(times).isSorted().hasSizeGreaterThan(1);
    }

    private static List<Histogram> lines(ByteArrayOutputStream log) {
        List<Histogram> lines = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log.toByteArray()))) {
            while (reader.hasNext()) {
                lines.add((Histogram) reader.nextIntervalHistogram());
            }
        }
        return lines;
    }
}
