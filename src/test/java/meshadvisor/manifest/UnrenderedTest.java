package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnrenderedTest {

    private static final Scan CHARTS = Scan.example("charts").read();

    @TempDir
    private Path folder;

    @Test
    void a_chart_is_one_gap_with_all_its_templates_and_charts() {
        assertThat(CHARTS.gaps()).filteredOn(g -> g.contains("Helm chart")).containsExactly(
                "what the Helm chart loose makes: it is a template and was not rendered"
                        + " > helm template loose loose | meshadvisor assess -f -, or add --render",
                "what the Helm chart shop makes: it is a template and was not rendered"
                        + " > helm template shop shop | meshadvisor assess -f -, or add --render");
        assertThat(CHARTS.gapPlaces()).contains("shop/charts/cart/templates/cart.yaml:3:1");
    }

    @Test
    void what_fails_in_a_template_is_the_templates_and_not_counted() {
        assertThat(CHARTS.problems()).isEmpty();
        assertThat(CHARTS.counted()).isEqualTo("3 of 3");
        assertThat(CHARTS.objects()).contains("ConfigMap static");
    }

    @Test
    void a_library_makes_nothing() {
        assertThat(CHARTS.gaps()).noneMatch(g -> g.contains("common"));
    }

    @Test
    void templates_without_a_chart_are_one_gap_for_each_folder() {
        assertThat(CHARTS.gaps()).filteredOn(g -> g.contains("ansible"))
                .containsExactly("what the 2 templates in ansible make: it cannot be"
                        + " read before it is rendered, and no chart around it is in the scan > helm template CHART | meshadvisor assess -f -");
    }

    @Test
    void a_release_of_a_chart_in_the_scan_is_no_second_gap() {
        assertThat(CHARTS.gaps()).filteredOn(g -> g.contains("HelmRelease")).containsExactly(
                "what the chart redis of Flux HelmRelease redis installs: the chart is not in the scan"
                        + " > helm template redis REPOSITORY/redis --version '18.x; true' | meshadvisor assess -f -");
    }

    @Test
    void a_chart_whose_templates_are_left_out_is_still_a_gap() {
        Scan scan = Scan.example("charts").paths("shop").excluding("templates/", "charts/").read();
        assertThat(scan.gaps()).containsExactly("what the Helm chart shop makes: it is a template and was not rendered"
                + " > helm template shop shop | meshadvisor assess -f -, or add --render");
        assertThat(scan.gapPlaces()).containsExactly("shop/Chart.yaml:1:1");
    }

    @Test
    void a_template_that_is_named_belongs_to_its_chart() {
        assertThat(Scan.example("charts").paths("shop/templates/web.yaml").read().gaps()).singleElement().asString()
                .startsWith("what the Helm chart shop makes");
    }

    @Test
    void a_template_that_is_piped_in_has_no_folder_to_render() {
        assertThat(Scan.in(folder).piping("kind: {{ x }}\n").read().gaps()).singleElement().asString()
                .startsWith("what the template - makes");
    }

    @Test
    void a_release_name_is_made_of_the_folder_if_that_is_one() {
        Path top = folder.toAbsolutePath();
        assertThat(new Unrendered(Unrendered.Kind.CHART, "my-chart", top.resolve("my-chart")).release()).isEqualTo("my-chart");
        assertThat(new Unrendered(Unrendered.Kind.CHART, "My_Chart", top.resolve("My_Chart")).release()).isEqualTo("release");
        assertThat(new Unrendered(Unrendered.Kind.CHART, "-x", top.resolve("-x")).remedy())
                .isEqualTo("helm template release './-x' | meshadvisor assess -f -");
    }
}
