package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A system with everything that one command makes of it: page, paper, Markdown and JSON, the plan in each.
 *
 * @param files what was written
 */
record EverySystem(Path files) {

    private static final Path SAMPLES = Path.of("../sample-clusters");

    /** Systems of others, beside the repository and no part of it. */
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "../../shared/corpus"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The samples. */
    static List<Path> samples() {
        return folders(SAMPLES);
    }

    /** Systems of others; none where there is no such folder. */
    static List<Path> corpus() {
        return Files.isDirectory(CORPUS) ? folders(CORPUS).stream().filter(f -> Files.exists(f.resolve("SOURCE.txt"))).toList() : List.of();
    }

    private static List<Path> folders(Path of) {
        try (Stream<Path> all = Files.list(of)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the one command. */
    static EverySystem of(Path system, Path into, String... formats) {
        List<String> words = new ArrayList<>(List.of("assess",
                (Files.isDirectory(system.resolve("manifests")) && Files.exists(system.resolve("expected")) ? system.resolve("manifests")
                        : system)
                        .toString()));
        if (Files.exists(system.resolve("answers.yaml"))) {
            words.addAll(List.of("--answers", system.resolve("answers.yaml").toString()));
        }
        for (String format : formats) {
            words.addAll(List.of("-o", format + "=" + into.resolve("report." + format)));
        }
        Ran ran = cli(words.toArray(String[]::new));
        assertThat(ran.code()).as("%s: %s", system, ran.err()).isIn(0, 5);
        return new EverySystem(into);
    }

    private String text(String format) {
        try {
            return Files.readString(files.resolve("report." + format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode report() {
        return JSON.readTree(text("json"));
    }

    /** The page is well-formed and holds every stage of the plan. */
    void pageHoldsThePlan() throws Exception {
        String page = text("html");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        String markdown = text("markdown");
        assertThat(stages()).isNotEmpty().allSatisfy(stage -> {
            String folder = stage.path("folder").asString();
            assertThat(page).contains("id=\"on-stage-" + folder + "\"");
            assertThat(markdown).contains("meshadvisor-stage-" + folder + "\"");
        });
        assertThat(page).hasSizeLessThan(5_000_000);
    }

    List<JsonNode> stages() {
        return report().at("/plan/ways").valueStream().flatMap(way -> way.path("stages").valueStream()).toList();
    }

    /** Every number that a decision could rest on says whose it is; what nobody knows is no number. */
    void everyNumberSaysWhereItComesFrom() {
        JsonNode report = report();
        assertThat(report.path("options").valueStream().flatMap(option -> option.path("cells").valueStream())).isNotEmpty()
                .allSatisfy(cell -> {
                    boolean number = cell.path("says").asString().matches(".*\\d.*");
                    assertThat(number && (blank(cell, "basis") || blank(cell, "because"))).as(cell.toString()).isFalse();
                });
        assertThat(report.findParents("likely"))
                .allSatisfy(range -> assertThat(range.has("basis") || range.has("unit") || range.size() == 3)
                        .as(range.toString()).isTrue());
        assertThat(report.at("/cost/inputs").valueStream()).allSatisfy(input -> said(input));
        report.path("added").valueStream().forEach(way -> Stream.of("hopP50", "hopP99", "cpu", "memory", "longestChainP99")
                .filter(name -> way.path(name).isObject()).forEach(name -> said(way.path(name))));
        assertThat(report.path("thresholds").valueStream()).allSatisfy(limit -> assertThat(blank(limit, "provenance")).isFalse());
        assertThat(stages()).allSatisfy(stage -> {
            assertThat(blank(stage.path("rollback"), "basis") || blank(stage, "source")).isFalse();
            assertThat(stage.at("/work/hours/high").asDouble() > 0 && blank(stage.path("work"), "basis")).isFalse();
        });
    }

    private static void said(JsonNode figure) {
        assertThat(blank(figure, "basis") || blank(figure, "source")).as(figure.toString()).isFalse();
    }

    private static boolean blank(JsonNode node, String name) {
        return node.path(name).asString("").isBlank();
    }
}
