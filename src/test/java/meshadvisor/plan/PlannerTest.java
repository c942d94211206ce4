package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.cost.money.Costs;
import meshadvisor.cost.money.Item;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.money.LineKind;
import meshadvisor.model.Answers;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Weight.Trait;
import meshadvisor.report.Assessment;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who goes first, what is left out, and what nobody may make up. */
class PlannerTest {

    private static String service(String namespace, String name, int replicas, String... calls) {
        String env = IntStream.range(0, calls.length).mapToObj(i -> "{name: U" + i + ", value: \"http://" + calls[i] + "\"}")
                .collect(Collectors.joining(", "));
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %2$s, namespace: %1$s}
                spec:
                  replicas: %3$d
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata: {labels: {app: %2$s}}
                    spec: {serviceAccountName: %2$s, containers: [{name: c, image: "registry.example/ours/%2$s:1", env: [%4$s]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %2$s, namespace: %1$s}
                spec: {selector: {app: %2$s}, ports: [{name: http, port: 80, targetPort: 8080}]}
                ---
                """.formatted(namespace, name, replicas, env);
    }

    /** With room for more of its analysis. */
    private static final String CANARY = """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata: {name: b, namespace: shop}
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: b}, service: {port: 80}, analysis: {stepWeight: 10, maxWeight: 50%s}}
            ---
            """;

    private static AdoptionPlan plan(String manifests, Stated stated) {
        World world = Scan.of(manifests).world();
        Report report = Assessment.of(world, stated.meshes(), new Suppressions(List.of()), Optional.of(Pricing.USUAL));
        return Planner.of(world, report.advice(), report.findings(), report.added(), stated);
    }

    private static Stated wanting(String mesh) {
        return new Stated(Set.of(mesh), Set.of(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Leg leg(String manifests, String wanted) {
        return plan(manifests, wanting(wanted)).legs().getFirst();
    }

    private static List<String> order(Leg leg) {
        return leg.waves().stream().flatMap(List::stream).map(Target::name).toList();
    }

    private static final String TWO = service("quiet", "a", 2, "b") + service("quiet", "b", 2)
            + service("busy", "c", 8, "d") + service("busy", "d", 8)
            + "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: night, namespace: busy}\nspec: {schedule: \"0 1 * * *\", jobTemplate: "
            + "{spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: ours:1}]}}}}}\n";

    @Test
    void the_namespace_with_less_risk_and_more_calls_inside_goes_first_and_each_point_has_a_reason() {
        Leg leg = leg(TWO, "linkerd");

        assertThat(order(leg)).containsExactly("quiet", "busy");
        Target busy = leg.waves().get(1).getFirst();
        assertThat(busy.score()).isEqualTo(busy.benefit() - busy.risk(), within(1e-9));
        assertThat(busy.reasons()).anySatisfy(r -> {
            assertThat(r.weight().trait()).isEqualTo(Trait.JOBS);
            assertThat(r.count()).isEqualTo(1);
        });
        assertThat(leg.stages()).filteredOn(s -> s.targets().contains("busy")).allSatisfy(
                s -> assertThat(s.breaks()).anyMatch(b -> b.startsWith("Jobs and CronJobs, in busy. ")));
    }

    @Test
    void where_both_sides_must_move_together_namespaces_that_call_each_other_are_one_target() {
        String manifests = service("shop", "web", 2, "api.core") + service("core", "api", 2) + service("far", "alone", 2);

        assertThat(order(leg(manifests, "cilium"))).containsExactlyInAnyOrder("core + shop", "far");
        assertThat(order(leg(manifests, "linkerd"))).containsExactlyInAnyOrder("core", "shop", "far");
    }

    @Test
    void in_one_namespace_services_move_and_the_first_takes_along_one_that_it_calls() {
        String manifests = service("shop", "a", 2, "b") + service("shop", "b", 2) + service("shop", "x", 2);

        assertThat(leg(manifests, "linkerd").waves().getFirst()).extracting(Target::name).containsExactlyInAnyOrder("shop/a", "shop/b");
    }

    @Test
    void without_a_peak_no_rate_is_made_up() {
        List<List<String>> commands =
                leg(TWO, "linkerd").stages().stream().flatMap(s -> s.steps().stream()).flatMap(a -> a.commands().stream())
                        .toList();
        assertThat(commands).isNotEmpty().noneMatch(c -> c.contains("--rates"));

        AdoptionPlan stated = plan(TWO, new Stated(Set.of("linkerd"), Set.of(), OptionalDouble.of(120), OptionalDouble.of(2.5)));
        assertThat(stated.stages()).flatExtracting(Stage::steps).flatExtracting(Action::commands)
                .anyMatch(c -> ((List<?>) c).contains("120,300"));
    }

    @Test
    void the_way_out_is_planned_where_somebody_wants_it_and_says_when_nothing_of_the_mesh_was_seen() {
        AdoptionPlan plan = plan(TWO, new Stated(Set.of(), Set.of("cilium"), OptionalDouble.empty(), OptionalDouble.empty()));

        assertThat(plan.legs()).extracting(l -> l.path().of(), Leg::journey).containsExactly(tuple("cilium", Journey.LEAVE));
        assertThat(plan.premises()).anyMatch(p -> p.startsWith("Not seen: nothing of Cilium"));
        assertThat(plan.stages()).flatExtracting(Stage::steps).flatExtracting(Action::commands)
                .contains(List.of("kubectl", "label", "namespace", "busy", "io.cilium/mtls-enabled-"))
                .noneMatch(c -> ((List<?>) c).contains("uninstall"));
    }

    @Test
    void a_service_among_others_that_need_http_is_told_from_one_that_is_not() {
        String manifests = service("shop", "a", 2, "b") + service("shop", "b", 2, "c") + service("shop", "c", 2)
                + service("plain", "x", 2, "y") + service("plain", "y", 2) + """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: b, namespace: shop}
                        spec: {hosts: [b], http: [{match: [{headers: {beta: {exact: "1"}}}], route: [{destination: {host: b}}]}]}
                        """;
        Items items = new Items(Ground.of(Scan.of(manifests).world(), Scan.of(manifests).report().advice(), List.of(), List.of(),
                Stated.NOTHING), PlaybookTest.path("istio-ambient"), List.of(), true);

        assertThat(items.of(Each.CALLED)).extracting(m -> m.get("service"), m -> m.get("http-namespace"))
                .containsExactlyInAnyOrder(tuple("b", "shop"), tuple("c", "shop"), tuple("y", null));
    }

    @Test
    void memory_of_proxies_is_requested_as_it_was_predicted() {
        List<PlanFile> values = leg(TWO, "linkerd").stages().stream().filter(s -> s.folder().endsWith("-install"))
                .flatMap(s -> s.files().stream()).filter(f -> f.kind() == PlanFile.Kind.VALUES).toList();

        assertThat(values).singleElement().satisfies(f -> assertThat(f.documents().getFirst().toString())
                .containsPattern("memory=\\{request=\\d+Mi, limit=250Mi\\}").doesNotContain("20Mi,"));
    }

    @Test
    void a_policy_without_known_callers_is_not_written_because_nobody_in_the_list_would_mean_everybody() {
        String manifests = service("shop", "a", 2, "b") + service("shop", "b", 2) + service("other", "x", 2);
        World world = Scan.of(manifests).world();
        Items items = new Items(Ground.of(world, Scan.of(manifests).report().advice(), List.of(), List.of(), Stated.NOTHING),
                PlaybookTest.path("NETWORK_POLICY"), List.of(), true);

        assertThat(items.of(Each.CALLED)).extracting(m -> m.get("service")).containsExactly("b");
        assertThat(items.of(Each.UNCALLED)).containsExactly(Map.of("uncalled", "other/x, shop/a"));
    }

    @Test
    void the_hours_of_all_stages_are_those_of_the_cost_sheet() {
        Leg leg = leg(TWO, "linkerd");
        List<Item> items = Costs.of(Knowledge.LIBRARY).meshes().items().stream().filter(i -> i.unit() == Item.Unit.HOURS
                && (i.line() == LineKind.MIGRATION || i.line() == LineKind.TRAINING)).toList();
        double sheet = items.stream().mapToDouble(i -> i.range().likely() * (i.per().contains(Driver.SERVICE) ? 4 : 1)).sum();

        assertThat(leg.stages().stream().mapToDouble(s -> s.effort().hours().likely()).sum()).isEqualTo(sheet, within(0.01));
    }

    @Test
    void a_stage_for_a_need_that_nobody_stated_is_left_out_and_named() {
        Leg leg = leg(TWO, "linkerd");

        assertThat(leg.stages()).extracting(Stage::title).doesNotContain("Limits of rate");
        assertThat(leg.leftOut()).anyMatch(l -> l.startsWith("Limits of rate: nobody said that it is needed."));
    }

    @Test
    void routes_of_a_mesh_are_written_again() {
        String manifests = service("shop", "web", 2, "api") + service("shop", "api", 2) + service("shop", "api-v2", 2) + """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: split, namespace: shop}
                spec:
                  hosts: [api]
                  http: [{route: [{destination: {host: api}, weight: 90}, {destination: {host: api-v2}, weight: 10}]}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: chosen, namespace: shop}
                spec:
                  hosts: [web]
                  http: [{match: [{headers: {x-user: {exact: tester}}}], route: [{destination: {host: web}}]}]
                """;
        Leg leg = leg(manifests, "linkerd");

        assertThat(leg.journey()).isEqualTo(Journey.ADOPT);
        assertThat(leg.conversions()).filteredOn(c -> c.object().equals("VirtualService shop/split")).singleElement().satisfies(c -> {
            assertThat(c.written().toString()).contains("parentRefs=[{group=, kind=Service, name=api, port=80}]")
                    .contains("{name=api, port=80, weight=90}").contains("{name=api-v2, port=80, weight=10}");
            assertThat(c.lost()).isEmpty();
        });
        assertThat(leg.conversions()).filteredOn(c -> c.object().equals("VirtualService shop/chosen")).singleElement().satisfies(c -> {
            assertThat(c.written().toString()).contains("headers=[{type=Exact, name=x-user, value=tester}]");
            assertThat(c.remarks()).isEmpty();
        });
    }

    @Test
    void half_a_route_is_not_written_and_what_has_no_equivalent_is_named() {
        String manifests = service("shop", "web", 2, "api") + service("shop", "api", 2) + """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: lost, namespace: shop}
                spec:
                  hosts: [api]
                  http: [{route: [{destination: {host: web, subset: nowhere}}]}]
                ---
                apiVersion: networking.istio.io/v1alpha3
                kind: EnvoyFilter
                metadata: {name: lua, namespace: shop}
                spec: {configPatches: []}
                """;
        Leg leg = leg(manifests, "linkerd");

        assertThat(leg.conversions()).filteredOn(c -> c.object().equals("VirtualService shop/lost")).singleElement().satisfies(c -> {
            assertThat(c.written()).isEmpty();
            assertThat(c.remarks()).anySatisfy(r -> {
                assertThat(r.field()).isEqualTo("http[0].route[0]");
                assertThat(r.place().line()).isPositive();
                assertThat(r.says()).contains("subset nowhere");
            });
        });
        assertThat(leg.conversions()).filteredOn(c -> c.object().equals("EnvoyFilter shop/lua")).singleElement()
                .satisfies(c -> assertThat(c.lost()).contains("all of it"));
    }

    @Test
    void policies_that_refuse_come_before_any_label_in_the_way_out() {
        String manifests = TWO + """
                ---
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: strict, namespace: busy}
                spec: {mtls: {mode: STRICT}}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: only-a, namespace: busy}
                spec: {action: ALLOW, rules: [{from: [{source: {principals: [cluster.local/ns/quiet/sa/a]}}]}]}
                """;
        List<List<String>> commands =
                leg(manifests, "istio-sidecar").runbook().steps().stream().flatMap(a -> a.commands().stream()).toList();

        int label = first(commands, "label");
        assertThat(first(commands, "strict")).isBetween(0, label - 1);
        assertThat(first(commands, "only-a")).isBetween(0, label - 1);
        assertThat(first(commands, "restart")).isGreaterThan(label);
    }

    private static int first(List<List<String>> commands, String word) {
        return IntStream.range(0, commands.size()).filter(i -> commands.get(i).contains(word)).findFirst().orElse(-1);
    }

    @Test
    void where_services_leave_one_by_one_nobody_else_loses_a_proxy_in_their_wave() {
        String manifests = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, annotations: {linkerd.io/inject: enabled}}\n---\n"
                + service("shop", "a", 2, "b") + service("shop", "b", 2) + service("shop", "x", 2);
        World world = Scan.of(manifests).world();
        Report report = Scan.of(manifests).report();
        Leg leg = Planner.of(world, report.advice(), report.findings(), report.added(), Stated.NOTHING).legs().stream()
                .filter(l -> l.journey() == Journey.LEAVE).findFirst().orElseThrow();

        Stage first = leg.stages().get(1);
        assertThat(first.targets()).hasSizeLessThan(3);
        assertThat(first.steps()).flatExtracting(Action::commands).noneMatch(c -> ((List<?>) c).contains("namespace"))
                .noneMatch(c -> ((List<?>) c).contains("restart"));
        assertThat(first.exit().toString()).contains("max=" + 2 * (3 - first.targets().size()));
    }

    private static AdoptionPlan leaving(String manifests, String mesh) {
        return plan(manifests, new Stated(Set.of(), Set.of(mesh), OptionalDouble.empty(), OptionalDouble.empty()));
    }

    private static final String MESHED =
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, annotations: {linkerd.io/inject: enabled}}\n---\n"
                    + service("shop", "a", 2, "b") + service("shop", "b", 2);

    @Test
    void what_takes_part_and_is_no_service_leaves_after_the_services_and_before_the_mesh() {
        String manifests = MESHED + """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: shop}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: db}}
                  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c, image: "postgres:16"}]}}
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: night, namespace: shop}
                spec: {schedule: "0 1 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: ours:1}]}}}}}
                """;
        Leg leg = leaving(manifests, "linkerd").legs().getLast(); // the night's job is mended first

        Stage others = leg.stages().stream().filter(s -> s.folder().endsWith("-leave-others")).findFirst().orElseThrow();
        assertThat(others.steps()).flatExtracting(Action::commands).anyMatch(c -> ((List<?>) c).contains("statefulset/db"));
        assertThat(others.steps()).extracting(Action::says).anyMatch(s -> s.endsWith("CronJob shop/night"));
        assertThat(leg.stages()).filteredOn(s -> s.folder().endsWith("-leave")).singleElement()
                .satisfies(s -> assertThat(s.exit().toString()).contains("max=3")); // db is left; Jobs are counted by no gate
        assertThat(leg.stages().getLast().folder()).endsWith("-uninstall");
    }

    @Test
    void who_was_never_in_the_mesh_keeps_nothing_until_a_wave_of_its_own() {
        String outside = service("other", "c", 2, "a.shop");
        Leg leg = leaving(MESHED + outside, "linkerd").legs().getLast();

        assertThat(leg.waves()).flatExtracting(w -> w).extracting(Target::name).doesNotContain("other/c", "other");
        assertThat(leg.waves()).flatExtracting(w -> w).flatExtracting(Target::reasons)
                .noneMatch(r -> r.weight().trait() == Trait.CALLERS_OUTSIDE && r.count() > 1);
        assertThat(leg.stages()).flatExtracting(Stage::breaks).noneMatch(b -> b.contains("keep the mesh until their wave"));
    }

    @Test
    void dangers_of_a_mesh_are_not_those_of_an_answer_without_one() {
        String manifests = (service("shop", "a", 2, "b") + service("shop", "b", 2)).replace("spec: {selector: {app: a}",
                "spec: {type: LoadBalancer, selector: {app: a}");
        World world = Scan.of(manifests).with(Answers.NONE.withNeed("mtls", "yes")).world();
        Report report = Assessment.of(world, Set.of(), new Suppressions(List.of()), Optional.of(Pricing.USUAL));
        Leg leg = Planner.of(world, report.advice(), report.findings(), report.added(), Stated.NOTHING).legs().getFirst();

        assertThat(leg.path().mesh()).isEmpty();
        assertThat(leg.stages()).flatExtracting(Stage::breaks).noneMatch(b -> b.contains("anything that a mesh adds"));
        assertThat(leg.stages()).flatExtracting(Stage::breaks).anyMatch(b -> b.contains("Customers see every mistake at once."));
    }

    @Test
    void policies_are_saved_and_taken_out_once_and_not_in_each_wave() {
        String manifests = MESHED.replace("linkerd.io/inject", "other").replace("metadata: {name: shop, annotations: {other: enabled}}",
                "metadata: {name: shop, labels: {istio-injection: enabled}}") + service("shop", "x", 2) + """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: only-a, namespace: shop}
                spec: {action: ALLOW, rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/a]}}]}]}
                """;
        Leg leg = leaving(manifests, "istio-sidecar").legs().getFirst();

        assertThat(leg.stages().getFirst().steps().getFirst().commands().toString()).contains("> istio-before-leaving.yaml");
        assertThat(leg.stages()).flatExtracting(Stage::steps).flatExtracting(Action::commands)
                .filteredOn(c -> ((List<?>) c).contains("delete") && ((List<?>) c).contains("only-a")).hasSize(1);
        assertThat(leg.stages().getFirst().entry()).extracting(Action::says)
                .anyMatch(s -> s.contains("AuthorizationPolicy shop/only-a. In its place: a NetworkPolicy"));
        assertThat(leg.stages().getFirst().rollback().steps()).flatExtracting(Action::commands)
                .contains(List.of("kubectl", "replace", "--force", "-f", "istio-before-leaving.yaml"));
    }

    @Test
    void a_proxy_in_a_manifest_is_told_apart_because_no_mark_takes_it_out() {
        String manifests =
                service("shop", "a", 2, "b").replace("containers: [", "containers: [{name: istio-proxy, image: \"istio/proxyv2:1.18.2\"}, ")
                        + service("shop", "b", 2);
        AdoptionPlan plan = leaving(manifests, "istio-sidecar");

        assertThat(plan.stages()).filteredOn(s -> s.folder().endsWith("-leave")).singleElement().satisfies(s -> {
            assertThat(s.targets()).containsExactly("shop/a");
            assertThat(s.steps()).extracting(Action::says)
                    .anyMatch(t -> t.startsWith("No mark takes this proxy out") && t.endsWith("shop/a"));
        });
        assertThat(plan.premises())
                .anyMatch(p -> p.startsWith("Out of support: Istio with sidecars 1.18.2 was seen; it is older than 1.22"));
    }

    @Test
    void marked_namespaces_that_no_service_states_and_tools_that_install_the_mesh_are_named() {
        String manifests = service("shop", "a", 2, "b").replace(", namespace: shop", "") + """
                apiVersion: v1
                kind: Namespace
                metadata: {name: live, labels: {istio-injection: enabled}}
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: istiod, namespace: flux-system}
                spec: {chart: {spec: {chart: istiod, version: 1.30.1}}}
                """;
        AdoptionPlan plan = leaving(manifests, "istio-sidecar");

        assertThat(plan.premises()).anyMatch(p -> p.startsWith("Manifests mark the namespaces live for Istio"))
                .anyMatch(p -> p.contains("are installed by Flux HelmRelease istiod")).noneMatch(p -> p.startsWith("Out of support"));
        assertThat(plan.stages()).flatExtracting(Stage::steps).flatExtracting(Action::commands)
                .contains(List.of("kubectl", "label", "namespace", "live", "istio-injection-", "istio.io/rev-"));
    }

    @Test
    void gates_of_waves_that_share_a_namespace_count_all_that_has_moved() {
        String manifests = service("shop", "a", 2, "b") + service("shop", "b", 2) + service("shop", "x", 3);

        List<String> exits =
                leg(manifests, "linkerd").stages().stream().filter(s -> s.folder().contains("-first") || s.folder().contains("-wave"))
                        .map(s -> s.exit().toString()).toList();
        assertThat(exits).hasSize(2);
        assertThat(exits.getFirst()).contains("min=4");
        assertThat(exits.getLast()).contains("min=7");
    }

    @Test
    void the_pilot_is_measured_before_the_second_wave_asks_for_its_numbers() {
        List<String> folders = leg(TWO, "linkerd").stages().stream().map(s -> s.folder().replaceFirst("^\\d+-", "")).toList();

        assertThat(folders).containsSubsequence("first", "pilot-bench", "wave-2", "load-test");
    }

    @Test
    void a_limit_and_a_policy_of_linkerd_share_one_server() {
        Set<String> servers = PlaybookTest.objects("linkerd", Set.of("rate-limit", "authorization"), "Server");

        assertThat(servers).containsExactly("plan-${service}");
    }

    private static Ground ground(String manifests) {
        return Ground.of(Scan.of(manifests).world(), Scan.of(manifests).report().advice(), List.of(), List.of(), Stated.NOTHING);
    }

    private static Target target(Ground ground, String name) {
        return new Target(name, List.of("shop"),
                ground.world().applications().counted().stream().filter(a -> a.name().equals(name)).toList(), List.of());
    }

    @Test
    void a_call_moves_when_both_ends_have_moved_and_a_port_closes_with_its_last_caller() {
        Ground ground = ground(service("shop", "a", 2, "c") + service("shop", "b", 2, "c") + service("shop", "c", 2));
        Items first = new Items(ground, PlaybookTest.path("CERT_MANAGER"), List.of(target(ground, "a")), false);
        Items second =
                new Items(ground, PlaybookTest.path("CERT_MANAGER"), List.of(target(ground, "c")), false, List.of(target(ground, "a")));
        Items third = new Items(ground, PlaybookTest.path("CERT_MANAGER"), List.of(target(ground, "b")), false,
                List.of(target(ground, "a"), target(ground, "c")));

        assertThat(first.of(Each.SWITCHING)).isEmpty();
        assertThat(first.of(Each.CLOSING)).isEmpty(); // of a nobody knows a caller
        assertThat(first.of(Each.UNSEEN)).extracting(m -> m.get("service")).containsExactly("a");
        assertThat(second.of(Each.WAITING)).containsExactly(Map.of("namespace", "shop", "service", "c", "waits-for", "b"));
        assertThat(second.of(Each.SWITCHING)).containsExactly(Map.of("namespace", "shop", "service", "a", "called", "c", "callees", "c"));
        assertThat(second.of(Each.CLOSING)).isEmpty();
        assertThat(third.of(Each.SWITCHING)).containsExactly(Map.of("namespace", "shop", "service", "b", "called", "c", "callees", "c"));
        assertThat(third.of(Each.CLOSING)).extracting(m -> m.get("service")).containsExactly("c");
        assertThat(third.of(Each.WAITING)).isEmpty();
    }

    @Test
    void weights_that_people_write_are_no_release_tool_and_a_router_may_be_named_for_all_releases() {
        String split = """
                apiVersion: split.smi-spec.io/v1alpha2
                kind: TrafficSplit
                metadata: {name: halves, namespace: shop}
                spec: {service: a, backends: [{service: a, weight: 90}, {service: z, weight: 10}]}
                ---
                """;
        String canary = CANARY.formatted("");
        String controller = """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: flagger, namespace: flux-system}
                spec: {chart: {spec: {chart: flagger}}, values: {meshProvider: istio}}
                """;
        String services = service("shop", "a", 2) + service("shop", "z", 2) + service("shop", "b", 2);
        PathPattern path = PlaybookTest.path("PROGRESSIVE_DELIVERY");

        Items without = new Items(ground(services + split + canary), path, List.of(), true);
        assertThat(without.of(Each.SERVICE)).filteredOn(m -> Objects.equals(m.get("service"), "b")).extracting(m -> m.get("tool"))
                .containsExactly("flagger");
        assertThat(without.of(Each.SERVICE)).filteredOn(m -> Objects.equals(m.get("service"), "a"))
                .extracting(m -> m.get("tool"), m -> m.get("splits"))
                .containsExactly(tuple(null, "TrafficSplit shop/halves"));
        assertThat(without.of(Each.ROUTED)).isEmpty();
        assertThat(new Items(ground(services + canary + controller), path, List.of(), true).of(Each.ROUTED))
                .extracting(m -> m.get("service")).containsExactly("b");
    }

    @Test
    void a_release_tool_that_names_no_metric_is_told_to_name_one_first() {
        String rollout = """
                apiVersion: argoproj.io/v1alpha1
                kind: Rollout
                metadata: {name: b, namespace: shop}
                spec: {workloadRef: {apiVersion: apps/v1, kind: Deployment, name: b}, strategy: {canary: {steps: [{setWeight: 5}%s]}}}
                ---
                """;
        String service = service("shop", "b", 2);

        assertThat(unjudged(CANARY.formatted("") + service)).isEqualTo("flagger");
        assertThat(unjudged(CANARY.formatted(", metrics: [{name: request-success-rate}]") + service)).isNull();
        assertThat(unjudged(rollout.formatted("") + service)).isEqualTo("argo-rollouts");
        assertThat(unjudged(rollout.formatted(", {analysis: {templates: [{templateName: t}]}}") + service)).isNull();
        assertThat(says(stage(answer(CANARY.formatted("") + service, "PROGRESSIVE_DELIVERY"), "controller").steps())).singleElement()
                .asString().contains("names nothing that can stop a release");
    }

    private static @Nullable Object unjudged(String manifests) {
        return new Items(ground(manifests), PlaybookTest.path("PROGRESSIVE_DELIVERY"), List.of(), true).of(Each.SERVICE).getFirst()
                .get("unjudged");
    }

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: door, namespace: shop, annotations: {nginx.ingress.kubernetes.io/limit-rps: "20"}}
            spec: {rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}}]}
            ---
            """;

    /** The way of an answer that is no mesh, whatever is advised. */
    private static Leg answer(String manifests, String of) {
        World world = Scan.of(manifests).world();
        Report report = Scan.of(manifests).report();
        return Planner.of(world, report.advice(), report.findings(), report.added(), wanting(of)).legs().getFirst();
    }

    private static Stage stage(Leg leg, String folder) {
        return leg.stages().stream().filter(s -> s.folder().endsWith(folder)).findFirst().orElseThrow();
    }

    private static List<String> says(List<Action> actions) {
        return actions.stream().map(Action::says).toList();
    }

    @Test
    void an_ingress_is_a_caller_and_a_port_of_which_no_caller_is_known_stays_open_until_they_are_found() {
        Leg leg = answer(INGRESS + service("shop", "a", 2, "b") + service("shop", "b", 2) + service("shop", "x", 2), "CERT_MANAGER");

        List<Stage> waves = leg.stages().stream().filter(s -> !s.targets().isEmpty()).toList();
        assertThat(waves).flatExtracting(Stage::steps).extracting(Action::says)
                .anyMatch(s -> s.startsWith("An Ingress is a caller, too") && s.endsWith("Ingress shop/door (to shop/a)"))
                .anyMatch(s -> s.startsWith("By now every caller of these that is known has moved") && s.contains("shop/a (port 80)"))
                .anyMatch(s -> s.startsWith("Close nothing of these") && s.endsWith("shop/x"))
                .noneMatch(s -> s.startsWith("By now every caller") && s.contains("shop/x"));
        assertThat(says(stage(leg, "unknown-callers").steps()))
                .anyMatch(s -> s.startsWith("Nobody who calls these") && s.endsWith(": shop/x"));
    }

    @Test
    void a_service_that_speaks_tls_already_gets_no_second_port() {
        String tls = service("shop", "b", 2).replace("{name: http, port: 80, targetPort: 8080}", "{name: https, port: 8443}");
        Leg leg = answer(service("shop", "a", 2, "b") + tls, "CERT_MANAGER");

        assertThat(leg.stages()).flatExtracting(Stage::steps).extracting(Action::says)
                .anyMatch(s -> s.startsWith("These speak TLS already") && s.endsWith("shop/b (port 8443, secret b-tls)"))
                .noneMatch(s -> (s.startsWith("Add the new port") || s.startsWith("Mount the Secret")) && s.contains("shop/b"))
                .anyMatch(s -> s.startsWith("What is called here speaks TLS already") && s.endsWith("shop/a calls b"))
                .noneMatch(s -> s.startsWith("Now move these calls"));
        assertThat(leg.stages()).filteredOn(s -> says(s.checks()).stream().anyMatch(c -> c.startsWith("Once it insists")))
                .allSatisfy(s -> assertThat(says(s.steps())).anyMatch(c -> c.contains("nsist on")));
    }

    @Test
    void an_ingress_checks_nothing_while_certificates_of_two_roots_are_in_use() {
        Leg leg = answer(INGRESS + service("shop", "a", 2, "b") + service("shop", "b", 2), "CERT_MANAGER");

        assertThat(stage(leg, "rotation").steps()).flatExtracting(Action::commands).extracting(c -> String.join(" ", c))
                .filteredOn(c -> c.contains("proxy-ssl-verify") || c.contains("patch clusterissuer") || c.contains("patch bundle"))
                .extracting(c -> c.replaceAll(".*(verify=o[nf]+|clusterissuer|bundle).*", "$1"))
                .containsExactly("verify=off", "clusterissuer", "verify=on", "bundle");
        assertThat(says(stage(answer(service("shop", "a", 2, "b") + service("shop", "b", 2), "CERT_MANAGER"), "rotation").steps()))
                .noneMatch(s -> s.contains("Ingress"));
    }

    @Test
    void a_program_that_cannot_be_changed_gets_a_way_out_and_its_plaintext_port_is_closed_at_the_pod() {
        Leg leg = answer(service("shop", "a", 2, "b") + service("shop", "b", 2), "CERT_MANAGER");

        assertThat(leg.stages()).flatExtracting(Stage::steps).filteredOn(s -> s.doubt().endsWith("This is for the answer no."))
                .extracting(Action::says).anyMatch(s -> s.contains("Give it the way out, too"))
                .anyMatch(s -> s.startsWith("By now every caller") && s.contains("shop/b (port 80)"));
        assertThat(leg.stages()).flatExtracting(Stage::files).filteredOn(f -> f.name().equals("close.yaml"))
                .flatExtracting(PlanFile::documents).extracting(String::valueOf)
                .anyMatch(d -> d.contains("plan-close-b") && d.contains("matchLabels={app=b}") && d.contains("port=https"));
    }

    @Test
    void without_a_router_flagger_is_not_said_to_split_by_pods() {
        String canary = CANARY.formatted("");
        Leg leg = answer(canary + service("shop", "b", 2), "PROGRESSIVE_DELIVERY");

        assertThat(leg.stages()).flatExtracting(Stage::steps).extracting(Action::says)
                .anyMatch(s -> s.startsWith("flagger releases shop/b") && s.contains("Flagger knows no weights"))
                .noneMatch(s -> s.contains("the weight is the share of the pods"));
        assertThat(says(stage(leg, "controller").checks())).singleElement().asString().startsWith("The metric that its own configuration");
        assertThat(leg.stages()).flatExtracting(Stage::steps).flatExtracting(Action::leftOut).isEmpty();
    }

    @Test
    void what_policies_let_in_already_stays_and_nothing_is_written_beside_it() {
        String policy = """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: only-b, namespace: shop}
                spec: {podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchLabels: {app: b}}}]}]}
                ---
                """;
        Leg leg = answer(policy + service("shop", "a", 2) + service("shop", "b", 2, "c") + service("shop", "c", 2), "NETWORK_POLICY");

        List<String> written = leg.stages().stream().flatMap(s -> s.files().stream()).filter(f -> f.name().startsWith("allow"))
                .map(f -> f.name() + f.documents()).toList();
        assertThat(written).noneMatch(w -> w.contains("plan-a")).anyMatch(w -> w.startsWith("allow.yaml") && w.contains("plan-c"))
                .anyMatch(w -> w.startsWith("allow-by-hand.yaml") && w.contains("plan-b"));
        assertThat(leg.stages()).flatExtracting(Stage::steps).extracting(Action::says)
                .anyMatch(s -> s.startsWith("Policies stand already") && s.endsWith("shop/a (only-b)"));
        assertThat(stage(leg, "policies-refuse").files()).extracting(PlanFile::name).contains("refuse.yaml");
    }

    @Test
    void two_opposite_steps_say_for_which_answer_each_is() {
        Leg leg = answer(INGRESS + service("shop", "a", 2, "b") + service("shop", "b", 2), "EDGE_GATEWAY");

        assertThat(leg.stages()).flatExtracting(Stage::steps).extracting(Action::doubt)
                .anyMatch(d -> d.endsWith("This is for the answer yes."))
                .anyMatch(d -> d.endsWith("This is for the answer no."));
    }

    @Test
    void a_stage_that_is_left_out_has_no_holes_in_its_title_and_is_named_once() {
        Leg leg = answer(INGRESS + service("shop", "a", 2, "b") + service("shop", "b", 2), "LIBRARY");

        assertThat(leg.leftOut()).singleElement().asString().startsWith("Timeouts and retries in the first caller: nobody said");
    }

    @Test
    void a_limit_that_is_there_is_kept_and_a_proxy_is_built_only_where_nothing_is_passed_by_every_request() {
        String services = service("shop", "a", 2, "b") + service("shop", "b", 2);
        Leg limited = answer(INGRESS + services, "EDGE_GATEWAY");

        Stage stage = stage(limited, "edge-limits");
        assertThat(says(stage.steps())).anyMatch(s -> s.startsWith("A limit is there already") && s.endsWith("Ingress shop/door"))
                .noneMatch(s -> s.startsWith("Set the limit so that it only logs")).noneMatch(s -> s.startsWith("No Ingress"));
        assertThat(stage.checks()).flatExtracting(Action::commands)
                .contains(List.of("kubectl", "-n", "shop", "get", "ingress", "door", "-o", "jsonpath={.spec.rules[*].host} {.spec.tls}"));
        assertThat(stage.files()).extracting(PlanFile::name).doesNotContain("proxy.yaml");
        assertThat(says(stage.steps())).filteredOn(s -> s.contains("shop/b")).allMatch(s -> s.contains("shop/a, shop/b"));
    }

    @Test
    void what_is_no_deployment_is_taken_over_by_no_rollout_and_an_existing_route_keeps_its_name() {
        String split = """
                apiVersion: split.smi-spec.io/v1alpha2
                kind: TrafficSplit
                metadata: {name: halves, namespace: shop}
                spec: {service: %1$s, backends: [{service: %1$s, weight: 90}, {service: z, weight: 10}]}
                ---
                """;
        String set = service("shop", "n", 2).replace("kind: Deployment", "kind: StatefulSet");
        String second = service("shop", "a", 2).replace("{name: a, namespace", "{name: a-v2, namespace").replaceFirst("(?s)---.*", "---\n");
        Leg leg = answer(split.formatted("a") + split.formatted("n").replace("halves", "others").replace("service: z", "service: y")
                + service("shop", "a", 2) + second + set + service("shop", "z", 2) + service("shop", "y", 2), "PROGRESSIVE_DELIVERY");

        List<String> written = leg.stages().stream().flatMap(s -> s.files().stream()).filter(f -> f.name().equals("rollouts.yaml"))
                .flatMap(f -> f.documents().stream()).map(String::valueOf).toList();
        assertThat(written).anyMatch(d -> d.contains("kind=Rollout") && d.contains("httpRoute=plan-a"))
                .anyMatch(d -> d.contains("kind=Service,") && d.contains("name=plan-a-canary"))
                .anyMatch(d -> d.contains("kind=HTTPRoute") && d.contains("name=plan-a") && d.contains("hostnames=[host.example]"))
                .noneMatch(d -> d.contains("StatefulSet") || d.contains("plan-n"));
        assertThat(leg.stages()).flatExtracting(Stage::steps).extracting(Action::says)
                .anyMatch(s -> s.startsWith("A Rollout can take over a Deployment only") && s.endsWith("shop/n (StatefulSet n)"))
                .anyMatch(s -> s.startsWith("Several workloads stand behind") && s.endsWith("shop/a (a, a-v2)"));
    }

    @Test
    void encryption_of_the_link_is_written_for_each_network_that_it_may_be() {
        Leg leg = answer(service("shop", "a", 2, "b") + service("shop", "b", 2), "LINK_ENCRYPTION");

        List<Action> steps = leg.stages().getFirst().steps();
        assertThat(steps).extracting(Action::doubt).anyMatch(d -> d.endsWith("This is for the answer calico."))
                .anyMatch(d -> d.endsWith("This is for the answer cilium."));
        assertThat(steps).flatExtracting(Action::commands).anyMatch(c -> ((List<?>) c).contains("felixconfiguration"));
    }

    @Test
    void services_that_show_no_telemetry_are_named_where_the_others_have_some() {
        String lit = service("shop", "a", 2).replace("env: []", "env: [{name: OTEL_EXPORTER_OTLP_ENDPOINT, value: \"http://c:4318\"}]");
        Leg leg = answer(lit + service("shop", "b", 2), "SUFFICIENT");

        assertThat(says(leg.stages().getFirst().steps()))
                .anyMatch(s -> s.startsWith("Of these nothing that was read shows") && s.endsWith(" shop/b"));
    }

    @Test
    void the_same_system_gives_the_same_plan() {
        assertThat(plan(TWO, wanting("istio-ambient"))).isEqualTo(plan(TWO, wanting("istio-ambient")));
    }
}
