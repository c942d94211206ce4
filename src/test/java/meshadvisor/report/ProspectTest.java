package meshadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.Makeup.Per;
import meshadvisor.model.Answers;
import meshadvisor.report.Architecture.Part;
import meshadvisor.report.Architecture.Site;
import meshadvisor.rule.Truth;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** What each mesh offers and what would stand where, for a few systems. */
class ProspectTest {

    private static final String TWO = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: m, image: 'r/web:1'}]}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once, namespace: batch}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: m, image: 'r/once:1'}]}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: worker, namespace: back}
            spec: {selector: {matchLabels: {app: worker}}, template: {metadata: {labels: {app: worker}}, spec: {containers: [{name: m, image: 'r/worker:1'}]}}}
            """;

    private static Report report(String manifests, Answers answers) {
        return Scan.of(manifests).with(answers).report();
    }

    @Test
    void a_namespace_is_one_with_workloads_that_stay() {
        Architecture architecture = report(TWO, Answers.NONE).prospect().architecture();
        assertThat(architecture.sites()).extracting(Site::namespace, Site::services, Site::workloads, Site::meshed)
                .containsExactly(tuple("back", 0, 1, 0), tuple("shop", 1, 1, 0));
    }

    @Test
    void where_no_mesh_is_advised_nothing_would_stand() {
        Report report = report(TWO, Answers.NONE);
        assertThat(report.advice().verdict().outcome()).isEqualTo(Outcome.NO_MESH);
        Architecture architecture = report.prospect().architecture();
        assertThat(architecture.today().variant()).isEmpty();
        assertThat(architecture.after().variant()).isEmpty();
        assertThat(architecture.after().parts()).isEmpty();
        assertThat(architecture.sites()).extracting(Site::after).containsOnly("");
    }

    @Test
    void a_mesh_that_runs_stands_where_its_workloads_are() {
        Report report = report("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
                ---
                """ + TWO, Answers.NONE.withNeed("split-header", "yes"));
        Architecture architecture = report.prospect().architecture();
        assertThat(architecture.today().variant()).isEqualTo("linkerd");
        assertThat(architecture.today().parts(Per.POD)).extracting(Part::name).isNotEmpty();
        assertThat(architecture.today().parts(Per.CLUSTER)).isNotEmpty();
        assertThat(architecture.sites()).filteredOn(site -> site.namespace().equals("shop")).singleElement()
                .satisfies(site -> {
                    assertThat(site.today()).isEqualTo("linkerd");
                    assertThat(site.meshed()).isEqualTo(1);
                });
        assertThat(architecture.sites()).filteredOn(site -> site.namespace().equals("back")).extracting(Site::meshed).containsExactly(0);
    }

    @Test
    void who_asks_for_http_is_told_and_unknown_where_nothing_tells() {
        assertThat(report(TWO, Answers.NONE).prospect().architecture().sites()).extracting(Site::http).containsOnly(Truth.UNKNOWN);
        assertThat(report(TWO, Answers.NONE.withNeed("split-weight", "yes")).prospect().architecture().sites())
                .extracting(Site::namespace, Site::http).containsExactly(tuple("back", Truth.NO), tuple("shop", Truth.YES));
    }

    @Test
    void every_variant_tells_of_what_the_needs_ask_for_and_of_nothing_else() {
        Report report = report(TWO, Answers.NONE.withNeed("mtls", "yes"));
        List<String> wanted = report.advice().needs().stream().filter(need -> need.need().id().equals("mtls"))
                .flatMap(need -> need.need().capabilities().stream()).toList();
        assertThat(report.prospect().offers()).hasSameSizeAs(report.advice().ranking());
        assertThat(report.prospect().offers()).allSatisfy(offer -> assertThat(offer.capabilities())
                .allSatisfy(capability -> {
                    assertThat(capability.variant()).isEqualTo(offer.variant());
                    assertThat(capability.capability()).isIn(wanted);
                }));
        assertThat(report.prospect().offers()).anySatisfy(offer -> assertThat(offer.capabilities()).isNotEmpty());
        assertThat(report(TWO, Answers.NONE).prospect().offers()).allSatisfy(offer -> assertThat(offer.capabilities()).isEmpty());
    }
}
