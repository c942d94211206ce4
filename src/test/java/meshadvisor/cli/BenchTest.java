package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import meshadvisor.bench.Load;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Load.Reuse;
import meshadvisor.bench.Load.Shape;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Command lines of the benchmark, without a cluster. */
class BenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"plan", "run", "status", "clean"})
    void every_command_has_help_in_eighty_columns(String command) {
        Ran ran = cli("bench", command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(cli("bench").out()).containsPattern("\n  " + command + " +[A-Z]");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        Ran ran = cli("bench", "plan", "--shapes", "fan", "--connections", "fresch", "--payload", "3x", "--cpu", "x", "--margin", "1x",
                "--warm-up",
                "0", "--dry-run", "client", "-o", "yaml");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("unknown word \"fan\"", "--connections fresch", "--payload 3x", "--cpu x", "--margin 1x",
                "--warm-up 0",
                "--dry-run client", "-o yaml");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void results_are_never_written_over(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{}");
        assertThat(cli("bench", "run", "--resume", file.toString(), "--plan", "p.json").err()).contains("leave out --plan");
        assertThat(cli("bench", "run", "-o", folder.resolve("no/run.json").toString()).err()).contains("a folder that exists");
    }

    @Test
    void cleaning_wants_to_know_what() {
        assertThat(cli("bench", "clean").err()).contains("--run NAME");
        assertThat(cli("bench", "clean", "--all", "--run", "rabc123").err()).contains("--run NAME");
    }

    @Test
    void an_installation_is_no_guess_about_which_cluster_is_meant() {
        assertThat(cli("bench", "run", "--install", "--context", "prod").err()).contains("--install runs your own tools", "--context");
    }

    @Test
    void a_dry_run_installs_nothing() {
        assertThat(cli("bench", "run", "--install", "--dry-run", "server").err()).contains("leave out one of them", "name what you want");
    }

    @Test
    void words_of_loads_are_combined_and_what_no_protocol_has_is_left_out() {
        List<Mistake> mistakes = new ArrayList<>();
        Order order =
                order(mistakes, "--shapes", "hop,fan-out", "--protocols", "http1,grpc", "--connections", "kept:64,fresh", "--rates", "50",
                        "--payload", "4KiB");
        assertThat(mistakes).isEmpty();
        assertThat(order.loads()).containsExactlyInAnyOrder(load(Shape.HOP, Protocol.HTTP1, Reuse.KEPT, 64),
                load(Shape.HOP, Protocol.HTTP1, Reuse.FRESH, 16), load(Shape.HOP, Protocol.GRPC, Reuse.KEPT, 64),
                load(Shape.FAN_OUT, Protocol.HTTP1, Reuse.KEPT, 64), load(Shape.FAN_OUT, Protocol.HTTP1, Reuse.FRESH, 16));
    }

    @Test
    void a_word_that_fits_no_other_is_a_mistake() {
        List<Mistake> mistakes = new ArrayList<>();
        order(mistakes, "--protocols", "grpc", "--connections", "fresh");
        assertThat(mistakes).extracting(Mistake::sentence).containsExactly("--connections fresh is for http1, not for grpc");
    }

    @Test
    void without_words_all_known_variants_are_ordered_with_the_usual_design() {
        Order order = order(new ArrayList<>());
        assertThat(order.variants()).containsExactly("baseline", "one");
        assertThat(order(new ArrayList<>(), "--seed", "1").design()).isEqualTo(Order.Design.USUAL);
        assertThat(order.pods().placement()).isEqualTo(Order.Placement.CROSS_NODE);
        assertThat(order(new ArrayList<>(), "--placement", "same-node", "--memory", "1Gi", "--cpu", "2").pods())
                .satisfies(pods -> assertThat(List.of(pods.memoryMebibytes(), pods.cpu())).containsExactly(1024, 2000));
    }

    @ParameterizedTest
    @CsvSource({"10%, 0.1, 0", "0.25, 0.25, 0", "200us, 0, 200", "1.5ms, 0, 1500", "20µs, 0, 20"})
    void a_margin_is_a_share_or_a_time(String word, double share, double micros) {
        List<Mistake> mistakes = new ArrayList<>();
        assertThat(order(mistakes, "--margin", word).design().margin())
                .isEqualTo(micros > 0 ? new Margin.Fixed(micros) : new Margin.Share(share));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void a_seed_that_nobody_gives_is_drawn() {
        assertThat(IntStream.range(0, 10).mapToLong(unused -> order(new ArrayList<>()).design().seed()).distinct().count())
                .isGreaterThan(1);
        assertThat(order(new ArrayList<>()).design().seed()).isBetween(1L, 999_999L);
    }

    @Test
    void the_load_generator_is_found_with_the_jars_that_it_names(@TempDir Path folder) throws IOException {
        assertThat(BenchProgram.files(folder)).isEmpty();
        assertThat(BenchProgram.files(Path.of("../load-generator/target"))).extracting(file -> file.name()).startsWith("load-generator.jar")
                .hasSize(5).allMatch(name -> name.endsWith(".jar"));
    }

    private static Order order(List<Mistake> mistakes, String... words) {
        BenchOptions options = new BenchOptions();
        BenchWord.understood(new CommandLine(options)).parseArgs(words);
        return BenchOrder.of(options, List.of("baseline", "one"), 2, mistakes);
    }

    private static Load load(Shape shape, Protocol protocol, Reuse reuse, int connections) {
        assertThat(new Load(shape, protocol, reuse, 1, 1, 0).mistake()).isEqualTo(Optional.empty());
        return new Load(shape, protocol, reuse, 50, connections, 4096);
    }
}
