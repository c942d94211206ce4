package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.model.Answers;
import meshadvisor.model.Answers.Said;
import meshadvisor.model.Place;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.Weight.Trait;
import meshadvisor.report.Assessment;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** What is mended before a mesh is kept or left, and what leaving it touches and puts back. */
class LeavingTest {

    private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s, %s}\n---\n";
    private static final String ISTIO = "labels: {istio-injection: enabled}";
    private static final String LINKERD = "annotations: {linkerd.io/inject: enabled}";

    private static String service(String namespace, String name, String template, String... calls) {
        String env = Stream.of(calls).map(c -> "{name: U, value: \"http://" + c + "\"}").findFirst().orElse("");
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %2$s, namespace: %1$s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata: {labels: {app: %2$s%3$s}}
                    spec: {containers: [{name: c, image: "registry.example/ours/%2$s:1", env: [%4$s]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %2$s, namespace: %1$s}
                spec: {selector: {app: %2$s}, ports: [{name: http, port: 80, targetPort: 8080}]}
                ---
                """.formatted(namespace, name, template, env);
    }

    private static AdoptionPlan plan(String manifests, Stated stated) {
        World world = Scan.of(manifests).world();
        Report report = Assessment.of(world, stated.meshes(), new Suppressions(List.of()), Optional.of(Pricing.USUAL));
        return Planner.of(world, report.advice(), report.findings(), report.added(), stated);
    }

    private static AdoptionPlan plan(String manifests) {
        return plan(manifests, Stated.NOTHING);
    }

    private static Leg leaving(String manifests, String way) {
        return plan(manifests).legs().stream().filter(l -> l.path().of().equals(way) && l.journey() == Journey.LEAVE).findFirst()
                .orElseThrow();
    }

    private static List<String> words(Stream<Action> actions) {
        return actions.flatMap(a -> a.commands().stream()).map(c -> String.join(" ", c)).toList();
    }

    private static final String MESHED = NAMESPACE.formatted("shop", ISTIO) + service("shop", "a", "", "b") + service("shop", "b", "");

    private static final String REFUSED = MESHED
            + service("shop", "till", ", sidecar.istio.io/inject: \"false\"", "a") + """
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: default, namespace: shop}
                    spec: {mtls: {mode: STRICT}}
                    ---
                    apiVersion: batch/v1
                    kind: CronJob
                    metadata: {name: night, namespace: shop}
                    spec: {schedule: "0 1 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: ours:1}]}}}}}
                    """;

    @Test
    void what_is_in_error_today_is_mended_before_anything_else_with_each_object_and_its_remedy() {
        AdoptionPlan plan = plan(REFUSED);

        Stage first = plan.stages().getFirst();
        assertThat(first.folder()).isEqualTo("01-mend");
        assertThat(words(first.steps().stream())).contains(
                "kubectl -n shop patch peerauthentication.security.istio.io default --type=merge -p {\"spec\":{\"mtls\":{\"mode\":\"PERMISSIVE\"}}}");
        assertThat(first.steps()).extracting(Action::says).anyMatch(s -> s.startsWith("MA040, PeerAuthentication shop/default: "))
                .anyMatch(s -> s.startsWith("MA010, CronJob shop/night: ") && s.contains("Leave the proxy out on the pod template"));
        assertThat(plan.legs()).extracting(l -> l.path().of()).startsWith("MEND");
        assertThat(plan.legs().getFirst().why()).startsWith("2 objects are in error today");
    }

    @Test
    void where_nothing_is_in_error_nothing_is_mended() {
        assertThat(plan(MESHED).legs()).extracting(l -> l.path().of()).isNotEmpty().doesNotContain("MEND");
    }

    @Test
    void an_object_with_many_findings_of_a_rule_is_one_step() {
        String routes = Stream.of("a", "b", "c", "d", "e").map(r -> "{name: POST /" + r + ", isRetryable: true, condition: {method: POST, "
                + "pathRegex: /" + r + "}}").collect(Collectors.joining(", "));
        AdoptionPlan plan = plan(NAMESPACE.formatted("shop", LINKERD) + service("shop", "a", "", "b") + service("shop", "b", "")
                + "apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: b.shop.svc.cluster.local, namespace: shop}\n"
                + "spec: {routes: [" + routes + "]}\n");

        assertThat(plan.stages().getFirst().steps()).singleElement()
                .satisfies(s -> assertThat(s.says()).contains("And 2 more of the same kind."));
    }

    private static final String CONFIGURED = service("shop", "a", "", "b") + service("shop", "b", "") + """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: b, namespace: shop}
            spec: {hosts: [b], http: [{route: [{destination: {host: b}}]}]}
            """;

    @Test
    void of_a_mesh_that_is_only_configured_the_configuration_goes_once_the_cluster_was_asked_and_nobody_restarts() {
        Leg leg = leaving(CONFIGURED, "istio-sidecar");

        assertThat(leg.why()).startsWith("configuration of Istio stands there, nothing was seen that runs it");
        assertThat(leg.stages()).singleElement().satisfies(s -> {
            assertThat(s.folder()).endsWith("-clear");
            assertThat(words(s.steps().stream()).getFirst()).startsWith("kubectl get pods -A -l app in (istiod");
            assertThat(words(s.steps().stream()))
                    .contains("kubectl -n shop delete virtualservice.networking.istio.io b");
        });
        assertThat(leg.waves()).isEmpty();
        assertThat(leg.runbook().steps()).isEmpty();
        assertThat(leaving(MESHED, "istio-sidecar").stages()).noneMatch(s -> s.folder().endsWith("-clear"));
    }

    @Test
    void of_what_is_configured_in_no_namespace_that_is_known_the_namespace_is_looked_up_first() {
        Stage clear = leaving(CONFIGURED.replace(", namespace: shop", ""), "istio-sidecar").stages().getFirst();

        assertThat(words(clear.steps().stream()))
                .containsSubsequence("kubectl get virtualservice.networking.istio.io -A --field-selector=metadata.name=b",
                        "kubectl -n NAMESPACE delete virtualservice.networking.istio.io b")
                .noneMatch(c -> c.contains("-n default"));
    }

    @Test
    void what_the_next_stage_deletes_is_not_mended_before() {
        String lost = CONFIGURED.replace("host: b", "host: nowhere");
        World world = Scan.of(lost).world();
        Report report = Scan.of(lost).report();

        assertThat(report.findings()).anyMatch(f -> f.code().equals("MA900") || f.rule().equals("dangling-reference"));
        AdoptionPlan plan = Planner.of(world, report.advice(), report.findings(), report.added(), Stated.NOTHING);
        assertThat(plan.legs()).extracting(l -> l.path().of()).contains("istio-sidecar").doesNotContain("MEND");
    }

    @Test
    void all_that_is_removed_is_saved_before_in_a_file_of_its_own_and_so_is_the_authority() {
        List<Stage> stages = leaving(MESHED, "istio-sidecar").stages();

        List<String> saved = stages.stream().flatMap(s -> Stream.of(s.entry(), s.steps())).flatMap(a -> words(a.stream()).stream())
                .filter(c -> c.contains(" > ")).toList();
        assertThat(saved).extracting(c -> c.substring(c.lastIndexOf("> "))).doesNotHaveDuplicates();
        assertThat(saved).anyMatch(c -> c.contains("secret istio-ca-secret cacerts"))
                .anyMatch(c -> c.contains("gateways.networking.istio.io") && c.contains("sidecars.networking.istio.io"));
        List<String> linkerd = leaving(NAMESPACE.formatted("shop", LINKERD) + service("shop", "a", "", "b") + service("shop", "b", ""),
                "linkerd").stages().stream().flatMap(s -> words(s.steps().stream()).stream()).toList();
        assertThat(linkerd).anyMatch(c -> c.contains("meshtlsauthentications.policy.linkerd.io")
                && c.contains("networkauthentications.policy.linkerd.io") && c.contains("httproutes.policy.linkerd.io"));
    }

    @Test
    void the_way_back_of_a_mark_is_what_stood_there() {
        Leg leg = leaving(service("shop", "a", ", sidecar.istio.io/inject: \"true\"", "b")
                + service("shop", "b", ", sidecar.istio.io/inject: \"true\""), "istio-sidecar");

        Stage wave = leg.stages().stream().filter(s -> s.folder().endsWith("-leave")).findFirst().orElseThrow();
        assertThat(words(wave.rollback().steps().stream()))
                .anyMatch(c -> c.contains("deployment/a") && c.contains("\"sidecar.istio.io/inject\":\"true\""))
                .noneMatch(c -> c.contains("null"));
        Stage unmarked = leaving(MESHED, "istio-sidecar").stages().stream().filter(s -> s.folder().endsWith("-leave")).findFirst()
                .orElseThrow();
        assertThat(words(unmarked.rollback().steps().stream())).anyMatch(c -> c.contains("\"sidecar.istio.io/inject\":null"));
    }

    @Test
    void a_stage_of_others_that_names_nobody_says_that_there_is_nothing_to_take_back() {
        List<Stage> stages = leaving(MESHED, "istio-sidecar").stages();
        Stage others = stages.stream().filter(s -> s.folder().endsWith("-look-for-others")).findFirst().orElseThrow();

        assertThat(stages).noneMatch(s -> s.folder().endsWith("-leave-others"));
        assertThat(others.rollback().steps()).singleElement()
                .satisfies(a -> assertThat(a.says()).startsWith("Nothing is to be put back if nothing was found"));
        assertThat(others.rollback().minutes().likely()).isZero();
        assertThat(others.stands()).isEmpty();
    }

    @Test
    void a_mesh_that_is_kept_refuses_plaintext_only_where_that_is_asked_for_and_it_is_let_in_today() {
        String strict = """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default, namespace: shop}
                spec: {mtls: {mode: STRICT}}
                """;

        assertThat(needing("mtls", MESHED, "istio-sidecar").stages()).filteredOn(s -> s.folder().endsWith("-strict")).singleElement()
                .satisfies(s -> assertThat(s.steps()).extracting(Action::says)
                        .anyMatch(w -> w.endsWith("Plaintext is taken today in: shop.")));
        assertThat(needing("mtls", MESHED + strict, "istio-sidecar").stages()).noneMatch(s -> s.folder().endsWith("-strict"));
        assertThat(needing("split-header", MESHED, "istio-sidecar").stages()).noneMatch(s -> s.folder().endsWith("-strict"));
    }

    @Test
    void a_version_without_support_is_upgraded_before_anything_is_built_on_it() {
        String old = MESHED + """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: istiod, namespace: istio-system, labels: {app: istiod}}
                spec:
                  selector: {matchLabels: {app: istiod}}
                  template:
                    metadata: {labels: {app: istiod}}
                    spec: {containers: [{name: discovery, image: "docker.io/istio/pilot:1.20.3"}]}
                """;

        assertThat(plan(old, wanting(Set.of("istio-sidecar"))).stages().stream().map(Stage::folder).toList())
                .startsWith("01-upgrade").doesNotHaveDuplicates();
        assertThat(plan(MESHED, wanting(Set.of("istio-sidecar"))).stages().getFirst().folder()).isNotEqualTo("01-upgrade");
    }

    @Test
    void routes_for_a_header_alone_give_nobody_else_the_new_version() {
        Stage routes = needing("split-header", service("shop", "a", "", "b") + service("shop", "b", ""), "linkerd").stages().stream()
                .filter(s -> s.folder().endsWith("-routes")).findFirst().orElseThrow();

        assertThat(routes.files()).filteredOn(f -> f.name().equals("route.yaml")).singleElement()
                .satisfies(f -> assertThat(f.documents().toString()).contains("x-chosen").doesNotContain("weight"));
        assertThat(routes.steps()).filteredOn(a -> a.file().equals("route.yaml")).hasSize(1);
    }

    @Test
    void of_a_mesh_that_is_only_configured_gateways_of_its_class_go_too() {
        String gateways = Stream.of("istio", "nginx").map(c -> """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: of-%1$s, namespace: shop}
                spec: {gatewayClassName: %1$s, listeners: [{name: http, port: 80, protocol: HTTP}]}
                """.formatted(c)).collect(Collectors.joining());

        assertThat(words(leaving(CONFIGURED + gateways, "istio-sidecar").stages().getFirst().steps().stream()))
                .anyMatch(c -> c.startsWith("kubectl -n shop delete gateway.gateway.networking.k8s.io of-istio"))
                .noneMatch(c -> c.contains("of-nginx"));
    }

    @Test
    void leaving_linkerd_never_takes_the_gateway_api_along() {
        Leg leg = leaving(NAMESPACE.formatted("shop", LINKERD) + service("shop", "a", "", "b") + service("shop", "b", ""), "linkerd");

        Stage last = leg.stages().stream().filter(s -> s.folder().endsWith("-uninstall")).findFirst().orElseThrow();
        assertThat(words(last.steps().stream())).noneMatch(c -> c.startsWith("helm uninstall linkerd-crds"))
                .anyMatch(c -> c.contains("grep 'linkerd[.]io$'"));
    }

    @Test
    void the_runbook_of_a_mesh_is_for_its_own_members_and_restarts_each_of_them_once() {
        String two = MESHED + NAMESPACE.formatted("port", LINKERD) + service("port", "x", "", "y") + service("port", "y", "")
                + service("old", "legacy", "");

        List<String> istio = words(leaving(two, "istio-sidecar").runbook().steps().stream());
        assertThat(istio).noneMatch(c -> c.contains("-n port") || c.contains("-n old") || c.contains("legacy"));
        assertThat(istio).filteredOn(c -> c.contains("deployment/a") && (c.contains("restart") || c.contains("patch"))).hasSize(1);
        assertThat(leaving(two, "istio-sidecar").runbook().steps().getLast().says()).startsWith("The way back");
    }

    @Test
    void the_runbook_takes_out_only_what_a_stage_of_the_plan_makes() {
        String plain = service("shop", "a", "", "b") + service("shop", "b", "");
        AdoptionPlan plan = plan(plain, new Stated(Set.of("linkerd"), Set.of(), OptionalDouble.empty(),
                OptionalDouble.empty()));

        assertThat(plan.stages()).noneMatch(s -> s.folder().endsWith("-authorization"));
        assertThat(words(plan.legs().getFirst().runbook().steps().stream())).noneMatch(c -> c.contains("plan-b"));
    }

    private static AdoptionPlan needing(String need, String manifests, String mesh) {
        World world =
                Scan.of(manifests).with(new Answers(Map.of(need, new Said("yes", "", "", Place.NOWHERE)), Map.of(), List.of(), List.of(),
                        List.of(), List.of())).world();
        Set<String> meshes = mesh.isEmpty() ? Set.of() : Set.of(mesh);
        Report report = Assessment.of(world, meshes, new Suppressions(List.of()), Optional.of(Pricing.USUAL));
        return Planner.of(world, report.advice(), report.findings(), report.added(), wanting(meshes));
    }

    private static Stated wanting(Set<String> meshes) {
        return new Stated(meshes, Set.of(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Stage stage(AdoptionPlan plan, String id) {
        return plan.stages().stream().filter(s -> s.folder().endsWith("-" + id)).findFirst().orElseThrow();
    }

    @Test
    void a_mesh_that_is_kept_serves_what_it_can_serve_and_the_plan_says_so() {
        String manifests = NAMESPACE.formatted("shop", "labels: {istio.io/dataplane-mode: ambient}") + service("shop", "a", "", "b")
                + service("shop", "b", "") + service("shop", "b2", "")
                + IntStream.range(0, 9).mapToObj(i -> service("shop", "other" + i, "")).collect(Collectors.joining()) + """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: b, namespace: shop}
                        spec:
                          hosts: [b]
                          http:
                            - {match: [{headers: {user: {exact: tester}}}], route: [{destination: {host: b2}}]}
                            - {route: [{destination: {host: b}}]}
                        """;
        AdoptionPlan plan = needing("mtls", manifests, "");

        Leg kept = plan.legs().stream().filter(l -> l.journey() == Journey.KEEP).findFirst().orElseThrow();
        assertThat(plan.legs()).extracting(l -> l.path().of()).doesNotContain("CERT_MANAGER");
        assertThat(kept.leftOut())
                .anyMatch(l -> l.startsWith("cert-manager and TLS in the applications: the mesh that is kept serves it"));
        assertThat(needing("mtls", service("shop", "a", "", "b") + service("shop", "b", ""), "").legs()).extracting(l -> l.path().of())
                .contains("CERT_MANAGER");
    }

    @Test
    void what_only_matters_to_those_who_enter_is_no_danger_of_leaving() {
        Leg leg = leaving(REFUSED + service("shop", "x", "", "b"), "istio-sidecar");

        assertThat(leg.waves()).hasSizeGreaterThan(1);
        assertThat(leg.stages()).flatExtracting(Stage::breaks).isNotEmpty().noneMatch(b -> b.contains("nothing may be strict here"))
                .noneMatch(b -> b.startsWith("MA")).noneMatch(b -> b.startsWith("Findings"));
        assertThat(leg.waves().getFirst()).flatExtracting(Target::reasons).extracting(r -> r.weight().trait())
                .doesNotContain(Trait.WARNING_FINDINGS, Trait.ERROR_FINDINGS);
    }

    @Test
    void nobody_stays_outside_who_moves_in_the_same_wave() {
        Stage wave = stage(plan(MESHED), "leave");

        assertThat(wave.targets()).hasSize(2);
        assertThat(wave.breaks()).noneMatch(b -> b.startsWith("Callers that stay outside"));
    }

    @Test
    void a_policy_counts_for_the_services_whose_pods_it_selects() {
        AdoptionPlan plan = plan(MESHED + service("shop", "x", "") + """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: only-x, namespace: shop}
                spec: {podSelector: {matchLabels: {app: x}}, ingress: []}
                """);

        assertThat(plan.legs().getLast().waves()).flatExtracting(w -> w)
                .filteredOn(t -> t.reasons().stream().anyMatch(r -> r.weight().trait() == Trait.NETWORK_POLICIES))
                .extracting(Target::name).containsExactly("shop/x");
    }

    @Test
    void the_way_back_of_an_upgrade_knows_that_the_old_control_plane_may_be_gone() {
        Stage upgrade = stage(plan(MESHED, wanting(Set.of("istio-sidecar"))), "upgrade");

        assertThat(words(upgrade.steps().stream())).contains("helm uninstall RELEASE --namespace istio-system");
        assertThat(words(upgrade.rollback().steps().stream()).getFirst()).startsWith("helm install RELEASE istio/istiod");
        assertThat(words(upgrade.rollback().steps().stream())).contains("kubectl -n shop rollout restart deployment");
    }

    @Test
    void a_load_test_that_nothing_was_run_for_holds_nothing_against_a_prediction() {
        Stage test = stage(plan(MESHED, wanting(Set.of("istio-sidecar"))), "load-test");

        assertThat(test.exit().toString()).doesNotContain("latency-added");
        assertThat(words(test.checks().stream())).noneMatch(c -> c.contains("bench-run.json"));
    }

    @Test
    void where_no_caller_is_known_the_form_of_a_policy_is_written_once() {
        AdoptionPlan plan = needing("authorization", service("shop", "a", "") + service("shop", "b", ""), "linkerd");

        Stage stage = stage(plan, "authorization");
        assertThat(stage.files()).extracting(PlanFile::name).contains("trial.yaml", "form.yaml");
        assertThat(words(stage.steps().stream())).contains("kubectl -n NAMESPACE set serviceaccount deployment NAME ACCOUNT");
    }
}
