package meshadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.Variants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final Catalogue CATALOGUE = Knowledge.CATALOGUE;

    private static final String WHOLE = """
            figures:
              - id: x
                of: memory
                part: proxy
                values: [{low: 1, high: 2}]
                unit: MiB
                version: "1.0"
                environment: somewhere
                hardware: not stated
                conditions: idle
                use: predicts
                licence: Apache-2.0
                mark: P
                source: a page
                date: "2024-11"
            """;

    private static List<Figure> figures(String yaml) {
        return Library.ofYaml(Map.of("figures.yaml", yaml)).readList("figures.yaml", "figures", Figure.class);
    }

    @Test
    void a_figure_that_says_where_it_comes_from_is_taken() {
        assertThat(figures(WHOLE)).singleElement().extracting(Figure::elsewhere).isEqualTo(Figure.Elsewhere.SAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "source: a page     |                      | it has no source",
            "date: \"2024-11\"  |                      | it has no date",
            "conditions: idle   |                      | it has no conditions",
            "conditions: idle   | 'conditions: \" \"'  | it has no conditions",
            "licence: Apache-2.0|                      | it has no licence",
            "mark: P            |                      | it has no mark",
            "mark: P            | mark: U              | only P, C, E and A may be printed",
            "date: \"2024-11\"  | 'date: \"lately\"'   | a year, a month or a day",
            "unit: MiB          | unit: MB             | its unit must be \"MiB\"",
            "use: predicts      | use: shown           | \"kept\" does not say why",
            "{low: 1, high: 2}  | {low: 2, high: 1}    | a value goes from",
            "{low: 1, high: 2}  |                      | it has no values",
            "of: memory         | of: hop-latency      | its unit must be \"ms\""})
    void a_figure_that_cannot_be_checked_is_refused(String field, String instead, String why) {
        String broken = WHOLE.replace(field.strip(), instead == null ? "" : instead);
        assertThat(broken).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> figures(broken)).isInstanceOf(CatalogueMistake.class).hasMessageContaining(why);
    }

    @Test
    void every_figure_of_the_catalogue_has_its_own_name_and_those_that_predict_carry_to_elsewhere_in_a_stated_way() {
        for (String vendor : CATALOGUE.vendors()) {
            List<Figure> figures = CATALOGUE.figures(vendor);
            assertThat(figures).extracting(Figure::id).doesNotHaveDuplicates();
            assertThat(figures).filteredOn(f -> f.use() == Figure.Use.PREDICTS && f.of() == Figure.Of.HOP_LATENCY)
                    .allSatisfy(f -> assertThat(f.elsewhere().to()).as(f.id()).isGreaterThan(f.elsewhere().from()))
                    .allSatisfy(f -> assertThat(List.of(f.at("p90"), f.at("p99"))).as(f.id()).allMatch(v -> v.isPresent()));
        }
    }

    @Test
    void every_way_that_a_benchmark_can_measure_is_made_up_of_figures_that_are_there_and_of_the_right_kind() {
        Set<String> ways = CATALOGUE.vendors().stream().flatMap(v -> CATALOGUE.makeups(v).stream()).map(Makeup::variant)
                .collect(Collectors.toSet());
        assertThat(ways).containsExactlyInAnyOrderElementsOf(CATALOGUE.library().paths("meshes/", ".yaml").stream()
                .filter(p -> p.contains("/variants/")).map(p -> p.replaceAll(".*/|\\.yaml", "")).toList());
        assertThat(Variants.of(CATALOGUE.library())).isNotNull();
        List<String> missing = new ArrayList<>();
        for (String vendor : CATALOGUE.vendors()) {
            Map<String, String> units = CATALOGUE.figures(vendor).stream().filter(f -> f.use() == Figure.Use.PREDICTS)
                    .collect(Collectors.toMap(Figure::id, Figure::unit));
            CATALOGUE.makeups(vendor).forEach(w -> named(w).filter(id -> !units.containsKey(id)).forEach(missing::add));
            CATALOGUE.makeups(vendor).stream().flatMap(w -> w.parts().stream()).forEach(piece -> {
                assertThat(piece.cpu()).allMatch(id -> units.getOrDefault(id, "").startsWith("millicores"));
                assertThat(piece.memory()).allMatch(id -> units.getOrDefault(id, "").startsWith("MiB"));
                assertThat(
                        piece.requests().isEmpty() || CATALOGUE.requests(vendor).stream().anyMatch(r -> r.part().equals(piece.requests())))
                        .as(piece.part()).isTrue();
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void the_known_contradiction_is_kept() {
        assertThat(figure("ztunnel-cpu-gke").values().getFirst().low() / figure("ztunnel-cpu").values().getFirst().high())
                .isBetween(5.0, 6.0);
        assertThat(figure("waypoint-cpu-gke").kept()).contains("contradicts waypoint-cpu");
    }

    private static Figure figure(String id) {
        return CATALOGUE.figures("istio").stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static Stream<String> named(Makeup way) {
        Stream<String> hops = Stream.of(way.hop(), way.hopElsewhere()).filter(h -> !h.isEmpty() && !h.equals("none"));
        return Stream.concat(hops, way.parts().stream().flatMap(p -> Stream.concat(p.cpu().stream(), p.memory().stream())));
    }
}
