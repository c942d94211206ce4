package meshadvisor.simulate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cost.Basis;
import meshadvisor.simulate.input.Prior.Scale;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Points of the space of what is not known, and the catalogue that they are drawn from. */
class SampleTest {

    private static Prior prior(double low, double high, Scale scale) {
        return new Prior(Input.RAMP, low, high, scale, "min", "why", Basis.ASSUMED, "a test", "");
    }

    @ParameterizedTest
    @EnumSource
    void each_part_of_every_range_has_one_point(Input input) {
        List<Sample> samples = Sample.hypercube(7, 50);

        assertThat(samples.stream().map(each -> (int) (each.share(input) * 50)).sorted().toList())
                .isEqualTo(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void the_same_seed_gives_the_same_points_and_another_one_others() {
        assertThat(Sample.hypercube(3, 20)).isEqualTo(Sample.hypercube(3, 20)).isNotEqualTo(Sample.hypercube(4, 20));
    }

    @Test
    void two_inputs_do_not_go_together() {
        List<Sample> samples = Sample.hypercube(1, 400);
        double together =
                samples.stream().mapToDouble(each -> (each.share(Input.RAMP) - 0.5) * (each.share(Input.NODE_MEMORY) - 0.5)).sum();

        assertThat(Math.abs(together) * 12 / 400).isLessThan(0.15);
    }

    @Test
    void values_lie_in_their_range_and_follow_its_scale() {
        assertThat(prior(2, 8, Scale.LINEAR).at(0.5)).isEqualTo(5);
        assertThat(prior(2, 8, Scale.LOG).at(0.5)).isCloseTo(4, within(1e-9));
        assertThat(IntStream.range(0, 300).mapToObj(i -> prior(1, 3, Scale.WHOLE).at(i / 300.0)).distinct().toList())
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(prior(5, 5, Scale.LOG).at(0.9)).isEqualTo(5);
    }

    @Test
    void a_range_that_goes_downwards_or_has_a_source_without_date_is_refused() {
        assertThatThrownBy(() -> prior(3, 2, Scale.LINEAR)).hasMessageContaining("RAMP");
        assertThatThrownBy(() -> prior(0, 2, Scale.LOG)).hasMessageContaining("log");
        assertThatThrownBy(() -> new Prior(Input.RAMP, 1, 2, Scale.LOG, "min", "why", Basis.PUBLISHED, "a page", ""))
                .hasMessageContaining("no date");
    }

    @Test
    void every_input_of_every_model_has_a_range_and_every_remedy_its_parts() {
        Surges surges = Surges.of(Knowledge.LIBRARY);

        assertThat(surges.models()).extracting(SurgeModel::variant).contains("istio-sidecar", "istio-ambient", "linkerd", "cilium");
        surges.models().forEach(model -> assertThat(surges.space(model).priors()).containsOnlyKeys(Input.values()));
        assertThat(surges.remedies(surges.model("istio-sidecar").orElseThrow())).extracting(Remedy::id)
                .contains("limit-below-peak", "push-throttle", "debounce", "scope", "ambient", "leave", "scope-and-request");
        assertThat(surges.remedies(surges.model("istio-ambient").orElseThrow())).extracting(Remedy::id).containsExactly("hpa");
    }

    /** A published range has both ends from its source; what somebody chose around a figure is assumed, with the figure as its source. */
    @Test
    void what_is_chosen_is_not_called_published_and_what_is_not_assumed_has_a_date() {
        Surges surges = Surges.of(Knowledge.LIBRARY);
        List<Prior> all = Stream.concat(surges.priors().priors().values().stream(),
                surges.models().stream().flatMap(model -> model.inputs().stream())).toList();

        assertThat(all).filteredOn(prior -> prior.basis() != Basis.ASSUMED).isNotEmpty()
                .allSatisfy(prior -> assertThat(prior.source() + prior.says()).doesNotContain("chosen", "around"))
                .allSatisfy(prior -> assertThat(prior.date()).isNotEmpty());
        assertThat(all)
                .filteredOn(prior -> Set.of(Input.MEMORY_RELEASE, Input.EVICTION_THRESHOLD, Input.SHARED_IDLE).contains(prior.input()))
                .hasSize(3).allSatisfy(prior -> assertThat(prior.basis()).isEqualTo(Basis.ASSUMED));
    }

    @Test
    void a_remedy_that_names_what_nobody_knows_is_refused() {
        String remedies = Knowledge.document("surge/remedies.yaml") + "  - {id: both, name: both, of: [hpa, hpb]}\n";
        Map<String, String> texts = new HashMap<>();
        List.of("surge/priors.yaml", "meshes/istio/surge.yaml").forEach(path -> texts.put(path, Knowledge.document(path)));
        texts.put("surge/remedies.yaml", remedies);

        assertThatThrownBy(() -> Surges.of(Library.ofYaml(texts))).isInstanceOf(CatalogueMistake.class).hasMessageContaining("hpb");
    }
}
