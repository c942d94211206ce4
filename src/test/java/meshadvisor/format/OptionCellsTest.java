package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.format.OptionCells.Aspect;
import meshadvisor.format.OptionCells.Cell;
import meshadvisor.format.OptionCells.Option;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option is asked the same, and what nobody knows is marked and never a number. */
class OptionCellsTest {

    static Set<String> names() {
        return Reports.ALL.keySet();
    }

    private static List<Option> options(String name) {
        return options(Reports.ALL.get(name));
    }

    private static List<Option> options(Report report) {
        return new OptionCells(report, new Words(report)).all();
    }

    private static Cell cell(List<Option> options, String id, Aspect aspect) {
        return options.stream().filter(option -> option.id().equals(id)).flatMap(option -> option.cells().stream())
                .filter(cell -> cell.aspect() == aspect).findFirst().orElseThrow();
    }

    @Test
    void doing_nothing_leaves_what_answers_a_need_today() {
        String lit = Reports.services(3).replace("metadata: {labels: {app",
                "metadata: {annotations: {prometheus.io/scrape: 'true'}, labels: {app");
        List<Option> lighted = options(Reports.of(lit, Reports.needing("l7-observability", "mtls")));
        assertThat(cell(lighted, "do-nothing", Aspect.NEEDS)).extracting(Cell::says, Cell::because).containsExactly("1 of 2",
                "what is there does already: \"Request rates, errors and latency per service\"");
        List<Option> dark = options(Reports.of(Reports.services(3), Reports.needing("mtls")));
        assertThat(cell(dark, "do-nothing", Aspect.NEEDS).says()).isEqualTo("none of 1");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_option_answers_every_aspect_once_and_says_why(String name) {
        assertThat(options(name)).isNotEmpty().allSatisfy(option -> {
            assertThat(option.cells().stream().map(Cell::aspect)).containsExactly(Aspect.values());
            assertThat(option.cells()).allSatisfy(cell -> {
                assertThat(cell.says()).isNotBlank();
                assertThat(cell.because()).isNotBlank();
            });
        });
        assertThat(options(name).stream().map(Option::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_number_has_a_basis_and_what_nobody_knows_has_none(String name) {
        Stream.of(Aspect.LATENCY, Aspect.CPU, Aspect.MEMORY, Aspect.MONEY).forEach(aspect -> options(name).forEach(option -> {
            Cell cell = cell(List.of(option), option.id(), aspect);
            boolean number = cell.says().matches(".*[1-9].*");
            assertThat(number && cell.basis().isEmpty()).as("%s of %s", aspect, option.name()).isFalse();
            assertThat(cell.says().startsWith("?") && !cell.basis().isEmpty()).as("%s of %s", aspect, option.name()).isFalse();
        }));
    }

    @ParameterizedTest
    @MethodSource("names")
    void at_most_one_option_is_advised_and_it_is_the_one_of_the_verdict(String name) {
        String mesh = Reports.ALL.get(name).advice().verdict().mesh();
        List<Option> advised = options(name).stream().filter(Option::advised).toList();
        assertThat(advised).hasSizeLessThanOrEqualTo(1);
        switch (Reports.ALL.get(name).advice().verdict().outcome()) {
            case NO_MESH -> assertThat(advised).singleElement().satisfies(option -> assertThat(option.id()).isIn("do-nothing",
                    "without-mesh"));
            case ADOPT -> assertThat(advised.stream().map(Option::id)).containsExactly(mesh);
            case UNDECIDED, RECONSIDER -> assertThat(advised).isEmpty();
            case KEEP -> assertThat(advised.stream().map(Option::id)).allMatch(mesh::equals);
        }
    }

    @Test
    void a_mesh_that_is_advised_is_estimated_and_others_are_marked_with_the_command_that_tells() {
        List<Option> options = options("adopt");
        assertThat(cell(options, "linkerd", Aspect.LATENCY).says()).matches("[0-9.]+ to [0-9.]+");
        assertThat(cell(options, "linkerd", Aspect.NEEDS).says()).isEqualTo("2 of 2");
        assertThat(cell(options, "linkerd", Aspect.MONEY).says()).contains("USD in 36 months");
        assertThat(cell(options, "istio-sidecar", Aspect.CPU))
                .isEqualTo(new Cell(Aspect.CPU, "? not estimated", "", "nobody asked for it; meshadvisor estimate --way istio-sidecar"));
    }

    @Test
    void what_is_done_without_a_mesh_is_not_said_to_cost_nothing() {
        assertThat(cell(options("adopt"), "without-mesh", Aspect.CPU).says()).isEqualTo("? not known");
        assertThat(cell(options("adopt"), "do-nothing", Aspect.NEEDS).says()).isEqualTo("1 of 2");
    }
}
