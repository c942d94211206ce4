package meshadvisor.lab.run;

import static meshadvisor.lab.run.Recorded.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;
import org.junit.jupiter.api.Test;

/** What becomes of what generators told. */
class CellsTest {

    private static final Load LOAD = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 4, 0);
    private static final double BEGAN = Json.number(Recorded.told(lines -> lines).json("hop/timeline.json").get("phases").items().getLast()
            .get("fromMillis"));

    @Test
    void counts_and_latencies_of_the_plateau_are_those_of_the_generator() {
        CellResult cell = cell("hop", List.of(Recorded.told(lines -> lines)), List.of(), List.of());
        assertThat(cell.counts().intended()).isEqualTo(200);
        assertThat(cell.counts().completed()).isEqualTo(200);
        assertThat(cell.counts().generatorCpuSeconds()).isPositive();
        assertThat(Histograms.decode(cell.latency()).getTotalCount()).isEqualTo(200);
        assertThat(cell.offsetSeconds()).isEqualTo(100);
        assertThat(cell.endSeconds()).isBetween(100.9, 101.5);
    }

    @Test
    void several_generators_are_added_up() {
        CellResult cell = cell("hop", List.of(Recorded.told(lines -> lines), Recorded.told(lines -> lines)), List.of(), List.of());
        assertThat(cell.counts().completed()).isEqualTo(400);
        assertThat(cell.counts().seconds()).isEqualTo(1);
        assertThat(Histograms.decode(cell.latency()).getTotalCount()).isEqualTo(400);
    }

    @Test
    void a_name_that_is_not_known_is_told_as_what_it_is() {
        CellResult cell = cell("dns", List.of(Recorded.told(lines -> lines)), List.of(), List.of());
        assertThat(cell.valid()).isFalse();
        assertThat(cell.invalid()).anyMatch(sentence -> sentence.contains("DNS of the cluster"));
        assertThat(cell.latency()).isEmpty();
    }

    @Test
    void a_result_that_was_damaged_in_the_log_makes_the_cell_invalid_and_no_other() {
        UnaryOperator<List<String>> accident = lines -> lines.stream().filter(line -> !line.startsWith("#ma1 hop/run.json 1")).toList();
        List<Told> told = List.of(Recorded.told(accident));
        assertThat(cell("hop", told, List.of(), List.of()).invalid())
                .anyMatch(sentence -> sentence.contains("did not come back whole: hop/run.json"));
        assertThat(cell("bad", told, List.of(), List.of()).invalid()).noneMatch(sentence -> sentence.contains("did not come back whole"));
    }

    @Test
    void what_speaks_against_it_stands_there_and_the_figures_stay() {
        CellResult cell = cell("hop", List.of(Recorded.told(lines -> lines)), List.of("The node was busy."),
                List.of(new Proved("The proxy sent it.", false, "0 for 200 requests")));
        assertThat(cell.invalid()).contains("The node was busy.",
                "It is not proved that the requests took this way: The proxy sent it. Seen: 0 for 200 requests");
        assertThat(cell.counts().completed()).isEqualTo(200);
    }

    @Test
    void a_clock_that_is_off_is_noticed() {
        Driven early = driven("hop", List.of(Recorded.told(lines -> lines)), BEGAN + 60_000, BEGAN + 120_000);
        assertThat(result(early, List.of(), List.of()).invalid()).anyMatch(sentence -> sentence.contains("The clock of the node"));
        Driven late = driven("hop", List.of(Recorded.told(lines -> lines)), BEGAN - 120_000, BEGAN - 60_000);
        assertThat(result(late, List.of(), List.of()).invalid()).anyMatch(sentence -> sentence.contains("The clock of the node"));
    }

    @Test
    void without_any_generator_there_is_a_result_that_says_so() {
        assertThat(cell("hop", List.of(), List.of(), List.of()).invalid()).containsExactly("No generator has told anything.");
    }

    private static CellResult cell(String name, List<Told> told, List<String> noise, List<Proved> proofs) {
        return result(driven(name, told, BEGAN - 10_000, BEGAN + 100_000), noise, proofs);
    }

    private static CellResult result(Driven driven, List<String> noise, List<Proved> proofs) {
        return Cells.of(Cells.Cellular.of(driven, driven.drive().cells().getFirst()), noise, proofs, BEGAN - 100_000);
    }

    private static Driven driven(String name, List<Told> told, double made, double read) {
        Step.Drive drive =
                new Step.Drive(1, 1, "baseline", List.of(new Step.Cell(name, LOAD, List.of(), List.of())), new Manifest(Map.of()), 60);
        return new Driven(drive, told, List.of(), List.of(), Map.of(), made, read);
    }

    @Test
    void limits_of_noise_are_kept() {
        var samples = new TreeMap<Double, NodeSample>();
        for (int second = 0; second <= 20; second++) {
            samples.put(second * 1000.0,
                    NodeSample.of(json("""
                    {'atMillis':%d,'clockTicks':100,'cores':2,'cpu':{'user':%d,'idle':0,'softirq':%d,'steal':0},
                    'memory':{'totalBytes':100,'availableBytes':60},'pressure':{'cpuSomeTotalMicros':%d}}""".formatted(second * 1000,
                            second * 100,
                            second * 10, second * 100_000))));
        }
        var span = new GeneratorRun.Span(2_500, 12_500);
        NodeSample did = NodeSample.between(samples, span);
        assertThat(did.busySeconds()).isEqualTo(11.0, within(1e-9));
        assertThat(did.memoryUsedBytes()).isEqualTo(40);
        assertThat(Noise.of("n", samples, span, Optional.of(8.0))).isEmpty();
        assertThat(Noise.of("n", samples, span, Optional.of(5.0))).singleElement().asString().contains("Others used 30 %");
        assertThat(Noise.of("n", samples, new GeneratorRun.Span(15_000, 25_000), Optional.empty())).singleElement().asString()
                .contains("not watched all the time");
        assertThat(Noise.mayBeOthers(samples, span)).as("11 s of 20 were used by somebody").isTrue();
        assertThat(Noise.mayBeOthers(samples, new GeneratorRun.Span(15_000, 25_000))).as("a hole may hide anything").isTrue();
    }

    @Test
    void others_are_no_question_where_all_together_used_little() {
        var samples = new TreeMap<Double, NodeSample>();
        for (int second = 0; second <= 20; second++) {
            samples.put(second * 1000.0, NodeSample.of(json("""
                    {'atMillis':%d,'clockTicks':100,'cores':2,'cpu':{'user':%d,'idle':0,'softirq':0,'steal':0},
                    'memory':{'totalBytes':100,'availableBytes':60},'pressure':{}}""".formatted(second * 1000, second * 50))));
        }
        assertThat(Noise.mayBeOthers(samples, new GeneratorRun.Span(2_500, 12_500))).isFalse();
    }
}
