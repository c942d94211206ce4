package meshadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.advice.Outcome;
import meshadvisor.model.Answers;
import meshadvisor.report.Buildup.Step;
import meshadvisor.report.Buildup.Thing;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** What stands where after each stage of a plan. */
class BuildupTest {

    private static final Answers MTLS = Answers.NONE.withNeed("mtls", "yes");

    private static String services(int number, String namespaces) {
        List<String> names = List.of(namespaces.split(","));
        return IntStream.range(0, number).mapToObj(i -> """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: a%1$d, namespace: %2$s}
                spec: {selector: {matchLabels: {app: a%1$d}}, template: {metadata: {labels: {app: a%1$d}}, spec: {containers: [{name: m, image: 'r/a%1$d:1'}]}}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a%1$d, namespace: %2$s}
                spec: {selector: {app: a%1$d}, ports: [{name: http, port: 80}]}
                """.formatted(i, names.get(i % names.size()))).collect(Collectors.joining());
    }

    private static Report report(String manifests, Answers answers) {
        return Scan.of(manifests).with(answers).report();
    }

    private static List<String> where(List<Thing> things) {
        return things.stream().map(Thing::where).distinct().toList();
    }

    @Test
    void a_mesh_comes_with_its_control_plane_first_and_then_namespace_by_namespace() {
        Report report = report(services(24, "one,two,three"), MTLS);
        assertThat(report.advice().verdict().outcome()).isEqualTo(Outcome.ADOPT);
        List<Step> steps = report.buildup().steps();
        assertThat(steps.getFirst().stands()).isEmpty();
        assertThat(steps.get(1).comes()).isNotEmpty().noneMatch(Thing::own);
        assertThat(steps.stream().skip(2)).allSatisfy(step -> assertThat(step.comes()).isNotEmpty().allMatch(Thing::own));
        assertThat(where(steps.getLast().stands())).contains("namespace one", "namespace two", "namespace three");
        assertThat(steps.get(2).comes()).hasSize(1);
    }

    @Test
    void every_step_is_the_one_before_with_what_comes_and_without_what_goes() {
        for (Report report : List.of(report(services(24, "one,two"), MTLS), report(services(6, "shop"), MTLS), leaving())) {
            List<Step> steps = report.buildup().steps();
            for (int i = 1; i < steps.size(); i++) {
                List<Thing> expected = new ArrayList<>(steps.get(i - 1).stands());
                expected.addAll(steps.get(i).comes());
                expected.removeAll(steps.get(i).goes());
                assertThat(steps.get(i).stands()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void an_answer_without_a_mesh_shows_what_it_brings_where() {
        List<Step> steps = report(services(6, "shop"), MTLS).buildup().steps();
        assertThat(where(steps.get(1).stands())).contains("namespace cert-manager");
        assertThat(steps.getLast().stands().stream().filter(Thing::own).map(Thing::where)).hasSize(6).contains("shop/a0", "shop/a5");
    }

    private static Report leaving() {
        return report("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
                """ + services(3, "shop"), Answers.NONE);
    }

    @Test
    void whoever_leaves_a_mesh_has_it_today_and_nothing_of_it_at_the_end() {
        Report report = leaving();
        assertThat(report.advice().verdict().outcome()).isEqualTo(Outcome.RECONSIDER);
        List<Step> steps = report.buildup().steps();
        assertThat(where(steps.getFirst().stands())).contains("namespace shop");
        assertThat(steps.getLast().stands()).isEmpty();
        assertThat(steps.stream().filter(s -> s.goes().stream().anyMatch(Thing::own))).hasSize(1);
    }

    @Test
    void of_two_meshes_each_stands_where_its_services_are_and_goes_with_its_own_stages() {
        List<Step> steps = report("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: till, labels: {istio-injection: enabled}}
                """ + services(6, "shop,till"), Answers.NONE).buildup().steps();

        assertThat(steps.getFirst().stands()).filteredOn(t -> t.where().equals("namespace shop")).singleElement()
                .satisfies(t -> assertThat(t.what()).startsWith("linkerd-proxy"));
        assertThat(steps.getFirst().stands()).filteredOn(t -> t.where().equals("namespace till")).singleElement()
                .satisfies(t -> assertThat(t.what()).startsWith("istio-proxy"));
        assertThat(steps).filteredOn(s -> s.goes().stream().anyMatch(t -> t.where().equals(Buildup.CONTROL))).hasSize(2)
                .allSatisfy(s -> assertThat(s.folder()).endsWith("-uninstall"));
        assertThat(steps.getLast().stands()).isEmpty();
    }

    @Test
    void where_nothing_is_advised_only_today_is_told() {
        assertThat(report(services(3, "shop"), Answers.NONE).buildup().steps()).hasSize(1);
    }
}
