package meshadvisor.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.cost.money.Costs;
import meshadvisor.cost.money.Item;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.money.LineKind;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.Weight.Trait;
import meshadvisor.report.Assessment;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
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

        Stage first = leg.stages().getFirst();
        assertThat(first.targets()).hasSizeLessThan(3);
        assertThat(first.steps()).flatExtracting(Action::commands).noneMatch(c -> ((List<?>) c).contains("namespace"))
                .noneMatch(c -> ((List<?>) c).contains("restart"));
        assertThat(first.exit().toString()).contains("max=" + 2 * (3 - first.targets().size()));
    }

    @Test
    void the_same_system_gives_the_same_plan() {
        assertThat(plan(TWO, wanting("istio-ambient"))).isEqualTo(plan(TWO, wanting("istio-ambient")));
    }
}
