package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.record.RunReport.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to run.json is read as it was, and nothing else is taken for it. */
class RunJsonTest {

    @TempDir
    Path folder;

    /** A report in which requests ended in all ways. */
    static RunReport mixed() {
        Recorder recorder = Runs.recorder(Recorder.WARMUP);
        recorder.begin(Recorder.MEASURED, 1_000);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 3_000; i++) {
            Runs.anything(recorder.tally(0), i, random);
        }
        recorder.drain();
        List<PhaseReport> phases = recorder.phases().stream().map(name -> PhaseReport.of(Runs.span(name), recorder.totals(name))).toList();
        return SelfCheck.judge(RunReport.of("1.0", Runs.PLAN, End.INTERRUPTED, phases, List.of(Runs.GENERATOR)), Limits.spinning())
                .withLog("a.hlog");
    }

    @Test
    void a_report_is_read_as_it_was_written() throws IOException {
        for (RunReport report : List.of(mixed(), Runs.good(), Runs.good().with(Runs.KNEE), Runs.report(Runs.PLAN, new Totals()))) {
            Path file = folder.resolve("run.json");
            RunJson.write(report, file);
            RunReport read = RunJson.read(file);
            assertThat(RunJson.text(read)).isEqualTo(RunJson.text(report)).isEqualTo(Files.readString(file));
            RunJson.write(read, file);
            assertThat(RunJson.read(file)).isEqualTo(read);
            assertThat(read.measured().getFirst().counts()).isEqualTo(report.measured().getFirst().counts());
            assertThat(read.measured().getFirst().latencyOfIntended()).isEqualTo(report.measured().getFirst().latencyOfIntended());
            assertThat(read.generators()).isEqualTo(report.generators());
            assertThat(read.verdict()).isEqualTo(report.verdict());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("run.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar-EG", "th-TH-u-nu-thai", "tr"})
    void the_bytes_are_the_same_in_every_locale(String tag) {
        Locale before = Locale.getDefault();
        String expected = RunJson.text(mixed()) + ResultTable.of(mixed());
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(RunJson.text(mixed()) + ResultTable.of(mixed())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_is_absent_is_left_out_and_fields_stand_in_their_order() {
        String text = RunJson.text(Runs.report(new Plan(List.of(), "tcp", Loop.CLOSED, "", Quantile.P99_9, Optional.empty()),
                new Totals()));
        assertThat(text).doesNotContain("null", "NaN", "Infinity", "warmup", "cpuNanosPerRequest", "hlog", "meanNanos\" : 0")
                .contains("\"loop\" : \"closed\"", "\"quantile\" : \"p99.9\"").endsWith("}\n");
        List<String> keys = List.of("apiVersion", "kind", "version", "plan", "interrupted", "phases", "generators", "verdict");
        assertThat(Arrays.stream(text.split("\n")).filter(line -> line.startsWith("  \"")).map(line -> line.split("\"")[1]))
                .isEqualTo(keys);
    }

    @Test
    void a_command_is_kept_without_its_secrets() {
        Generator generator = new Generator(List.of("drive", "--header", "Cookie: s3cret", "http://u:s3cret@h/"), "2026-02-03T04:05:06Z", 1,
                Runs.ENVIRONMENT, Runs.RESOURCES, List.of());
        Plan plan = new Plan(List.of("http://u:s3cret@h/#weight=2"), "http1", Loop.OPEN, "", Quantile.P99, Optional.empty());
        assertThat(RunJson.text(RunReport.of("1", plan, End.COMPLETE, List.of(), List.of(generator)))).doesNotContain("s3cret")
                .contains("http://(not kept)@h/#weight=2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                | no JSON
            []                               | no LoadRun
            {"kind": "ClusterSnapshot"}      | no LoadRun
            {"kind": "LoadRun", "apiVersion": "meshadvisor/v9"} | a version of the format that this program does not know
            {"kind": "LoadRun", "apiVersion": "meshadvisor/v1"} | /version: missing
            """)
    void what_is_no_result_is_refused(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), text);
        assertThatThrownBy(() -> RunJson.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "interrupted" : true    | "interrupted" : 1        | /interrupted: neither true nor false
            "interrupted" : true    | "interupted" : true      | /interupted: unknown field
            "seed" : 7              | "seed" : 7.5             | /generators/0/seed: not a whole number
            "cores" : 2             | "cores" : 99999999999    | /generators/0/environment/cpu/cores: not a whole number of 32 bits
            "protocol" : "http1"    | "protocol" : 1           | /plan/protocol: not a text
            "loop" : "open"         | "loop" : "OPEN"          | /plan/loop: unknown word
            "seconds" : 10          | "seconds" : "10"         | /phases/0/seconds: not a number
            "targets" : [           | "targets" : {}, "x" : [  | /plan/x: unknown field
            "dropped" :             | "p42" : 0, "dropped" :   | /phases/0/counts/p42: unknown field
            "p75" :                 | "p76" :                  | /phases/0/latency/nanos/p76: unknown word
            "taken" : {             | "taken" : 1, "y" : {     | /generators/0/resources/y: unknown field
            """)
    void a_field_that_is_not_as_promised_is_named_with_its_place(String was, String becomes, String why) throws IOException {
        String text = RunJson.text(mixed());
        assertThat(text).contains(was);
        Path file = Files.writeString(folder.resolve("run.json"), text.replaceFirst(Pattern.quote(was), becomes));
        assertThatThrownBy(() -> RunJson.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(why);
    }

    @ParameterizedTest
    @CsvSource({"a/run.json, a/run.hlog, run.hlog", "run.json, logs/x.hlog, logs/x.hlog", "a/run.json, b/x.hlog, ../b/x.hlog",
            "./run.json, a/../x.hlog, x.hlog"})
    void a_log_is_named_from_the_folder_of_the_result(Path runJson, Path hlog, String name) {
        assertThat(RunJson.logName(runJson, hlog)).isEqualTo(name);
    }
}
