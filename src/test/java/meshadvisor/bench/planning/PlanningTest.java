package meshadvisor.bench.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static meshadvisor.bench.planning.Examples.BASELINE;
import static meshadvisor.bench.planning.Examples.HOP;
import static meshadvisor.bench.planning.Examples.drives;
import static meshadvisor.bench.planning.Examples.node;
import static meshadvisor.bench.planning.Examples.objects;
import static meshadvisor.bench.planning.Examples.usual;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchPlan.Right;
import meshadvisor.bench.Course.What;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Design;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Order.Program;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Order.Style;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan holds, whatever it is a plan of. */
class PlanningTest {

    private static final List<String> ALL = List.of("baseline", "baseline-again", "app-mtls", "istio-sidecar");

    @Test
    void the_same_order_gives_the_same_plan() {
        assertThat(usual().plan()).isEqualTo(usual().plan());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void each_block_drives_every_variant_once_with_every_load(long seed) {
        Map<Integer, List<Step.Drive>> blocks = drives(usual().seed(seed).plan()).stream().collect(groupingBy(Step.Drive::block));
        assertThat(blocks).containsOnlyKeys(1, 2, 3);
        assertThat(blocks.values()).allSatisfy(block -> {
            assertThat(block).extracting(Step.Drive::variant).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(block).allSatisfy(drive -> assertThat(drive.cells()).hasSize(2).doesNotHaveDuplicates());
        });
    }

    @Test
    void the_order_within_blocks_depends_on_the_seed_and_differs_between_blocks() {
        Design design = new Design(1, List.of(40), 0.1, new Margin.Share(0.1), 5, 60, 86_000, 1, List.of());
        List<List<String>> orders = List.copyOf(drives(usual().design(design).plan()).stream()
                .collect(groupingBy(Step.Drive::block, mapping(Step.Drive::variant, toList()))).values());
        assertThat(Set.copyOf(orders)).hasSizeGreaterThan(10);
        for (int place = 0; place < ALL.size(); place++) { // each variant comes about equally often at each place
            int at = place;
            assertThat(ALL)
                    .allSatisfy(id -> assertThat(orders.stream().filter(order -> order.get(at).equals(id)).count()).isBetween(3L, 19L));
        }
        assertThat(drives(usual().seed(1).plan())).isNotEqualTo(drives(usual().seed(2).plan()));
    }

    @Test
    void a_look_follows_the_blocks_that_were_ordered() {
        List<Step> steps = usual().plan().steps();
        List<Step> rhythm = steps.stream().filter(step -> step instanceof Step.Drive || step instanceof Step.Look).toList();
        assertThat(rhythm).hasSize(3 * 4 + 2);
        assertThat(rhythm.get(8)).isEqualTo(new Step.Look(1, 2));
        assertThat(rhythm.get(13)).isEqualTo(new Step.Look(1, 3));
    }

    @Test
    void the_janitor_comes_before_anything_that_it_removes_and_its_own_namespace_goes_last() {
        List<Step> steps = usual().plan().steps();
        List<Manifest> objects = objects(usual().plan());
        assertThat(objects).extracting(Manifest::kind).startsWith("Namespace", "ServiceAccount", "ClusterRole", "ClusterRoleBinding",
                "Job");
        assertThat(objects.get(4).name()).isEqualTo("janitor");
        assertThat(objects.get(2).object().toString()).contains("resourceNames").contains("$uid:meshadvisor-bench-rabc123-ctl");
        assertThat(steps.getLast()).isInstanceOfSatisfying(Step.Remove.class,
                remove -> assertThat(remove.namespaces()).hasSize(5).last().isEqualTo("meshadvisor-bench-rabc123-ctl"));
    }

    @Test
    void the_janitor_outlives_its_container_its_pod_and_its_node_and_never_begins_to_wait_anew() {
        BenchPlan plan = usual().plan();
        Manifest janitor = objects(plan).get(4);
        assertThat(janitor.object().toString()).contains("restartPolicy=OnFailure", "backoffLimit=1000",
                "--at, $deadline:" + plan.deadlineSeconds(), "preferredDuringScheduling").doesNotContain("requiredDuringScheduling");
        assertThat(Jobs.node(janitor)).isEqualTo("one");
        assertThat(objects(plan).stream().filter(object -> object.kind().equals("Job") && !object.name().equals("janitor")))
                .isNotEmpty().allSatisfy(job -> assertThat(job.object().toString()).contains("requiredDuringScheduling"));
    }

    @Test
    void every_object_is_labelled_and_lives_in_a_namespace_of_the_run() {
        assertThat(objects(usual().plan())).allSatisfy(object -> {
            assertThat(object.object().toString()).contains("app.kubernetes.io/managed-by=meshadvisor-bench", "meshadvisor.io/run=rabc123");
            assertThat(object.namespace().isEmpty() ? object.name() : object.namespace()).startsWith("meshadvisor-bench-rabc123");
        });
    }

    @Test
    void every_pod_is_a_job_that_ends_by_itself_and_asks_for_nothing() {
        BenchPlan plan = usual().plan();
        assertThat(objects(plan)).extracting(Manifest::kind).doesNotContain("Pod", "Deployment", "DaemonSet", "StatefulSet");
        assertThat(objects(plan).stream().filter(object -> object.kind().equals("Job"))).isNotEmpty().allSatisfy(job -> {
            assertThat(job.object().toString()).contains("runAsNonRoot=true", "readOnlyRootFilesystem=true", "drop=[ALL]",
                    "allowPrivilegeEscalation=false", "type=RuntimeDefault",
                    job.name().equals("janitor") ? "automountServiceAccountToken=true" : "automountServiceAccountToken=false");
            assertThat((int) ((Map<?, ?>) job.object().get("spec")).get("activeDeadlineSeconds"))
                    .isPositive().isLessThanOrEqualTo(plan.deadlineSeconds() + 3_600);
        });
    }

    @Test
    void the_deadline_leaves_room() {
        BenchPlan plan = usual().plan();
        assertThat(plan.deadlineSeconds()).isGreaterThanOrEqualTo(plan.expectedSeconds() * 3 / 2 + 600);
        assertThat(plan.expectedSeconds()).isBetween(3 * 4 * 2 * 65, 3600 + 400);
    }

    @Test
    void a_mesh_gets_what_enrols_its_namespace_with_names_filled_in() {
        List<Manifest> objects = objects(usual().plan());
        assertThat(objects.stream().filter(object -> object.kind().equals("VirtualService"))).singleElement()
                .satisfies(object -> assertThat(object.name()).isEqualTo("once-server-http1"));
        assertThat(objects.stream().filter(object -> object.name().equals("meshadvisor-bench-rabc123-istio-sidecar"))).singleElement()
                .satisfies(object -> assertThat(object.object().toString()).contains("istio.io/rev=default", "enforce=privileged"));
        assertThat(objects.toString()).doesNotContain("$namespace", "$revision", "$service");
        assertThat(usual().plan().cautions()).anyMatch(caution -> caution.contains("Pod Security \"privileged\""));
    }

    @Test
    void pages_for_proofs_are_read_before_and_after_each_drive_and_their_names_can_be_read_back() {
        Step.Drive drive = drives(usual().loads(HOP).plan()).stream().filter(each -> each.variant().equals("istio-sidecar")).findFirst()
                .orElseThrow();
        String script = drive.job().object().toString();
        String cell = drive.cells().getFirst().name();
        assertThat(script).containsSubsequence(cell + ".before.client-15020-stats-prometheus.client",
                "http://127.0.0.1:15020/stats/prometheus",
                cell + ".before.server-15020-stats-prometheus.server-http1", "http://$podip:server-http1:15020", "\"do\":\"drive\"",
                cell + ".after.client-15020-stats-prometheus.client", cell + ".after.server-15020");
        FetchName name = new FetchName(cell, FetchName.When.AFTER, "client-15020-stats-prometheus", "client");
        assertThat(FetchName.parse(name.toString())).contains(name);
        assertThat(FetchName.parse(cell)).isEmpty();
        assertThat(FetchName.parse(cell + "/run.json")).isEmpty();
    }

    @Test
    void applications_with_their_own_tls_get_keys_and_nobody_else() {
        BenchPlan plan = usual().plan();
        assertThat(objects(plan).stream().filter(object -> object.kind().equals("Secret"))).singleElement()
                .satisfies(object -> assertThat(object.namespace()).endsWith("app-mtls"));
        assertThat(drives(plan)).allSatisfy(drive -> assertThat(drive.job().object().toString().contains("https://"))
                .isEqualTo(drive.variant().equals("app-mtls")));
    }

    @Test
    void outsiders_ask_before_and_after_where_plaintext_must_be_refused() {
        assertThat(usual().plan().steps().stream().filter(Step.Ask.class::isInstance).map(step -> ((Step.Ask) step).variant()))
                .containsExactly("app-mtls", "istio-sidecar", "app-mtls", "istio-sidecar");
    }

    @Test
    void several_generators_meet_and_share_the_load() {
        BenchPlan plan = usual().loads(HOP).placed(Placement.SAME_NODE, 4).nodes(node("one", "a", 8000)).plan();
        assertThat(objects(plan)).extracting(Manifest::name).contains("rendezvous");
        assertThat(drives(plan)).allSatisfy(drive -> assertThat(drive.job().object().toString()).contains("\"do\":\"rendezvous\"",
                "\"parties\":4", "\"--rate\",\"50\"", "\"--connections\",\"4\"", "parallelism=4"));
        assertThat(plan.peak().requestsPerSecond()).isEqualTo(200);
    }

    @Test
    void a_protocol_that_a_way_refuses_is_not_run_with_it_and_says_why() {
        Load tcp = new Load(Load.Shape.HOP, Load.Protocol.TCP, Load.Reuse.KEPT, 50, 16, 1024);
        Variant l7 = known("cilium-l7");
        Examples two = new Examples(usual().order(), usual().scene(), List.of(BASELINE, l7)).variants("cilium-l7").there("cilium-l7");
        BenchPlan both = two.loads(HOP, tcp).plan();
        assertThat(both.notRun())
                .containsExactly("cilium-l7 is not run with hop tcp, because Envoy refuses on the port of the policy what is no HTTP");
        assertThat(drives(both)).allSatisfy(drive -> assertThat(drive.cells()).hasSize(drive.variant().equals("cilium-l7") ? 1 : 2));
        assertThat(drives(two.loads(tcp).plan())).noneMatch(drive -> drive.variant().equals("cilium-l7"));
    }

    /** Requests that nobody proves the way of would all be invalid. */
    @Test
    void whatever_a_variant_of_the_catalogue_does_not_refuse_it_can_prove() {
        for (Variant variant : Variants.of(Knowledge.LIBRARY)) {
            for (Load.Protocol protocol : Load.Protocol.values()) {
                if (variant.tls() == Variant.Tls.MESH || !variant.prove().isEmpty()) {
                    boolean proved = variant.prove().stream()
                            .anyMatch(proof -> !(proof instanceof Proof.Counter counter) || counter.holdsFor(protocol));
                    assertThat(proved || variant.refusal(protocol).isPresent()).as(variant.id() + " " + protocol).isTrue();
                }
            }
        }
    }

    private static Variant known(String id) {
        return Variants.of(Knowledge.LIBRARY).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void the_role_has_what_proofs_read_and_what_tells_whether_people_depend_on_the_cluster() {
        Variant cilium = known("cilium");
        BenchPlan plan =
                new Examples(usual().order(), usual().scene(), List.of(BASELINE, cilium)).variants("cilium").there("cilium").plan();
        assertThat(plan.rights()).anySatisfy(right -> {
            assertThat(right.resource()).isEqualTo("configmaps");
            assertThat(right.verbs()).contains("get", "list", "create");
        });
        String role = RightsRole.of(plan).object().toString();
        assertThat(role).contains("poddisruptionbudgets", "endpointslices", "validatingwebhookconfigurations", "statefulsets");
        assertThat(role.split("poddisruptionbudgets", -1)).hasSize(2);
    }

    @Test
    void variants_that_are_not_there_are_not_run_and_say_why() {
        BenchPlan plan = usual().variants("istio-sidecar", "cilium-wireguard").plan();
        assertThat(plan.variants()).extracting(Variant::id).containsExactly("baseline", "baseline-again", "istio-sidecar");
        assertThat(plan.notRun()).singleElement().asString().startsWith("cilium-wireguard is not run because").contains("install it");
    }

    @Test
    void a_state_of_the_cluster_is_run_alone_and_not_on_one_node() {
        Examples state = usual().variants("cilium-wireguard", "istio-sidecar").there("cilium-wireguard", "istio-sidecar");
        assertThat(state.mistakes()).singleElement().asString().contains("cross-node");
        BenchPlan plan = state.placed(Placement.CROSS_NODE, 1).nodes(node("one", "a", 4000), node("two", "a", 3000)).plan();
        assertThat(plan.variants()).extracting(Variant::id).containsExactly("cilium-wireguard");
        assertThat(plan.notRun()).hasSize(3);
        assertThat(plan.placed()).isEqualTo(new BenchPlan.Placed("two", "one"));
        assertThat(plan.steps()).noneMatch(Step.Look.class::isInstance); // there is no baseline to compare with until files are joined
        assertThat(drives(plan).getFirst().job().object().toString()).contains("$nodeagentip:one", "$nodeagentip:two");
    }

    @Test
    void a_placement_across_zones_needs_two_of_them() {
        assertThat(usual().placed(Placement.CROSS_ZONE, 1).nodes(node("one", "a", 4000), node("two", "a", 3000)).mistakes())
                .singleElement().asString().contains("two zones");
        assertThat(usual().placed(Placement.CROSS_ZONE, 1).nodes(node("one", "a", 4000), node("two", "a", 3500), node("three", "b", 3000))
                .plan()
                .placed()).isEqualTo(new BenchPlan.Placed("three", "one"));
    }

    @Test
    void what_does_not_fit_on_its_node_is_refused_with_the_numbers() {
        assertThat(usual().nodes(node("one", "a", 1500)).mistakes()).singleElement().asString()
                .contains("node one has 1500 m of CPU free", "--cpu 200m");
    }

    @Test
    void all_mistakes_of_an_order_are_told_at_once() {
        Order.Pods pods = new Order.Pods("img", Program.CONFIG_MAPS, 10, 10, 10, Placement.CROSS_NODE, 0, 0, Style.AS_SHIPPED);
        Design design = new Design(1, List.of(5, 3), 0, new Margin.Share(2), 0, 0, 1, 0, List.of());
        Load load = new Load(Load.Shape.CHAIN, Load.Protocol.GRPC, Load.Reuse.KEPT, 0, 0, -1);
        assertThat(usual().variants("istio-sidecarr").pods(pods).design(design).loads(load).mistakes()).hasSizeGreaterThan(14)
                .anyMatch(each -> each.contains("no variant \"istio-sidecarr\""));
    }

    @Test
    void delays_that_are_known_are_variants_of_their_own() {
        Design design = new Design(1, List.of(10), 0.1, new Margin.Share(0.1), 5, 60, 3600, 1, List.of("0us", "mix(99:0ms,1:5ms)"));
        BenchPlan plan = usual().variants("app-mtls").design(design).plan();
        assertThat(plan.variants()).extracting(Variant::id).contains("known-delay-1", "known-delay-2");
        assertThat(objects(plan).stream()
                .filter(object -> object.namespace().endsWith("known-delay-2") && object.name().equals("server-http1")
                        && object.kind().equals("Job")))
                .singleElement().satisfies(job -> assertThat(job.object().toString()).contains("mix(99:0ms,1:5ms)"));
    }

    @Test
    void a_rollout_ends_with_the_pods_with_which_it_began() {
        BenchPlan plan = usual().loads(HOP).during(Scenario.ROLLOUT).plan();
        assertThat(drives(plan)).allSatisfy(drive -> {
            List<Step.Disturbance> done = drive.cells().getFirst().disturbance();
            assertThat(done.stream().flatMap(each -> each.apply().stream()).map(Manifest::name)).containsExactly("server-http1-next",
                    "server-http1");
            assertThat(done.stream().flatMap(each -> each.delete().stream()).map(Manifest::name)).containsExactly("server-http1",
                    "server-http1-next");
            assertThat(done).extracting(Step.Disturbance::afterSeconds).isSorted().allMatch(at -> at < 60);
        });
    }

    @Test
    void new_servers_of_a_rollout_are_ready_before_the_old_ones_go() {
        Step.Drive drive = drives(usual().loads(HOP).during(Scenario.ROLLOUT).plan()).getFirst();
        List<Step.Disturbance> done = drive.cells().getFirst().disturbance();
        assertThat(done).extracting(Step.Disturbance::what).containsExactly(What.BEGUN, What.REPLACED, What.BEGUN, What.REPLACED);
        assertThat(done).extracting(Step.Disturbance::ready).containsExactly(List.of(), List.of("server-http1-next"), List.of(),
                List.of("server-http1"));
    }

    @Test
    void endpoints_that_come_and_go_are_ready_pods_that_a_slice_adds_to_the_same_service_and_takes_from_it() {
        BenchPlan plan = usual().loads(HOP).during(Scenario.CHURN).nodes(node("one", "a", 8000)).plan();
        Step.Drive drive = drives(plan).getFirst();
        List<Step.Disturbance> done = drive.cells().getFirst().disturbance();
        assertThat(done.size()).isGreaterThan(4).isEven();
        assertThat(done).extracting(Step.Disturbance::what).startsWith(What.ADDED, What.REMOVED, What.ADDED).endsWith(What.REMOVED);
        assertThat(done.getFirst().apply()).singleElement().satisfies(slice -> assertThat(slice.object().toString()).contains(
                "EndpointSlice", "kubernetes.io/service-name=server-http1", "$podip:server-http1-extra", "$podname:server-http1-extra.1"));
        assertThat(done).allSatisfy(each -> assertThat(each.delete())
                .allSatisfy(slice -> assertThat(slice.kind()).isEqualTo("EndpointSlice")));
        assertThat(objects(plan).stream().filter(object -> object.name().equals("server-http1-extra"))).hasSize(ALL.size())
                .allSatisfy(job -> assertThat(job.object().toString()).contains("app=server-http1-extra", "--response-size, 1"));
        assertThat(plan.rights().stream().filter(right -> right.resource().equals("endpointslices"))).singleElement()
                .satisfies(right -> assertThat(right.verbs()).containsExactlyInAnyOrder("create", "patch", "delete"));
    }

    @Test
    void who_answers_is_looked_at_where_servers_come_and_go_by_those_who_can_ask_in_plaintext() {
        assertThat(drives(usual().loads(HOP).during(Scenario.CHURN).nodes(node("one", "a", 8000)).plan())).allSatisfy(drive -> assertThat(
                drive.job().object().toString().contains("\"do\":\"poll\"")).isEqualTo(!drive.variant().equals("app-mtls")));
        assertThat(drives(usual().loads(HOP).during(Scenario.ROLLOUT).plan()))
                .noneMatch(drive -> drive.job().object().toString().contains("\"do\":\"poll\""));
    }

    @Test
    void variants_to_which_nothing_is_done_belong_to_the_scenario_all_the_same() {
        assertThat(drives(usual().loads(HOP).during(Scenario.PROXY_DEATH).plan()))
                .allSatisfy(drive -> assertThat(drive.cells().getFirst().scenarios()).containsExactly(Scenario.PROXY_DEATH));
    }

    @Test
    void that_certificates_were_renewed_has_to_be_proved() {
        BenchPlan plan = usual().loads(HOP).design(new Design(1, List.of(10), 0.1, new Margin.Share(0.1), 5, 90, 3600, 1, List.of()))
                .during(Scenario.CERTIFICATE_ROTATION).plan();
        assertThat(drives(plan)).allSatisfy(drive -> assertThat(drive.job().object().toString().contains("renewed_total"))
                .isEqualTo(drive.variant().equals("istio-sidecar")));
        assertThat(usual().loads(HOP).during(Scenario.CERTIFICATE_ROTATION).mistakes()).singleElement().asString()
                .contains("--plateau 90s");
    }

    @Test
    void comparable_proxies_whose_certificates_are_short_lived_stay_comparable() {
        Order.Pods comparable = new Order.Pods("img", Program.CONFIG_MAPS, 300, 300, 256, Placement.SAME_NODE, 1, 1, Style.NORMALISED);
        BenchPlan plan = usual().loads(HOP).pods(comparable)
                .design(new Design(1, List.of(10), 0.1, new Margin.Share(0.1), 5, 90, 3600, 1, List.of()))
                .during(Scenario.CERTIFICATE_ROTATION).plan();
        assertThat(drives(plan)).filteredOn(drive -> drive.variant().equals("istio-sidecar"))
                .allSatisfy(drive -> assertThat(drive.job().object().toString()).contains("{\"workers\":1,\"ttl\":\"2m\"}"));
    }

    @Test
    void only_one_proxy_is_ended_in_each_pod() {
        assertThat(usual().during(Scenario.PROXY_DEATH).mistakes()).singleElement().asString().contains("order one load");
    }

    @Test
    void a_proxy_is_ended_in_the_midst_of_its_load_and_baseline_goes_undisturbed() {
        BenchPlan plan = usual().loads(HOP).during(Scenario.PROXY_DEATH).plan();
        assertThat(drives(plan)).allSatisfy(drive -> assertThat(drive.job().object().toString().contains("quitquitquit"))
                .isEqualTo(drive.variant().equals("istio-sidecar")));
        assertThat(drives(plan).stream().filter(drive -> drive.variant().equals("baseline")))
                .allSatisfy(drive -> assertThat(drive.cells().getFirst().disturbance()).isEmpty());
    }

    @Test
    void rights_name_each_resource_once_and_the_role_holds_them_all() {
        BenchPlan plan = usual().plan();
        assertThat(plan.rights().stream().map(right -> right.group() + "/" + right.resource())).doesNotHaveDuplicates()
                .contains("batch/jobs", "/pods/log", "mesh.io/peerauthentications", "rbac.authorization.k8s.io/clusterroles", "/secrets");
        assertThat(RightsRole.of(plan).object().toString()).contains("peerauthentications", "jobs", "pods/log");
        assertThat(plan.rights()).allSatisfy(right -> assertThat(right.verbs()).isSubsetOf("get", "list", "create", "delete", "patch"));
        assertThat(plan.rights().stream().filter(right -> right.verbs().contains("patch"))).extracting(Right::resource)
                .containsExactly("jobs"); // nothing else is changed once it is made
        assertThat(plan.rights().stream().filter(right -> right.resource().equals("secrets"))).singleElement()
                .satisfies(right -> assertThat(right.verbs()).containsExactly("create"));
    }

    @Test
    void one_screen_says_what_it_does() {
        List<String> lines = Description.summary(usual().plan(), usual().scene());
        assertThat(lines).hasSizeLessThan(40);
        assertThat(String.join("\n", lines)).contains("istio-sidecar (1.31.0)", "200 requests a second", "2 to 3 blocks", "seed 7",
                "fewer than 10 blocks say nothing for certain", "5 namespaces of its own");
    }
}
