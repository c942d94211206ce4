package meshadvisor.bench.planning;

import static meshadvisor.bench.planning.Examples.drives;
import static meshadvisor.bench.planning.Examples.objects;
import static meshadvisor.bench.planning.Examples.usual;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.Load;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order.Design;
import meshadvisor.bench.Order.Method;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Order.Target;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that load a Service that is not the run's own. */
class ForeignTest {

    private static final Load LOW = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 20, 4, 0);
    private static final Target WEB = new Target("shop", "web", 8000, "/items?limit=3", Method.HEAD);

    private static Examples web() {
        return usual().loads(LOW).target(WEB);
    }

    @Test
    void its_service_is_asked_by_each_variant_and_nothing_of_it_is_changed() {
        BenchPlan plan = web().plan();
        assertThat(drives(plan)).isNotEmpty().allSatisfy(drive -> assertThat(drive.job().object().toString()).contains(
                "\"http://web.shop.svc.cluster.local:8000/items?limit=3\"", "\"--method\",\"HEAD\"",
                "\"--i-may-load\",\"web.shop.svc.cluster.local\"").doesNotContain("--response-size", "--payload"));
        assertThat(objects(plan)).extracting(Manifest::namespace).allMatch(each -> each.isEmpty() || each.startsWith("meshadvisor-bench-"));
        assertThat(objects(plan)).extracting(Manifest::kind).doesNotContain("Service", "Secret");
        assertThat(objects(plan)).extracting(Manifest::name).noneMatch(name -> name.startsWith("server"));
        assertThat(plan.rights()).filteredOn(right -> right.resource().equals("services"))
                .allSatisfy(right -> assertThat(right.verbs()).isSubsetOf("get", "list"));
    }

    @Test
    void only_variants_run_whose_client_proves_it_alone_and_the_others_say_why_not() {
        BenchPlan plan = web().plan();
        assertThat(plan.variants()).extracting(Variant::id).containsExactly("baseline", "baseline-again", "istio-sidecar");
        assertThat(plan.variants().getLast().prove()).singleElement()
                .isInstanceOfSatisfying(Proof.Counter.class, counter -> assertThat(counter.counter()).isEqualTo("left_total"));
        assertThat(plan.notRun()).singleElement().asString().startsWith("app-mtls is not run because shop/web would have to take");
        assertThat(plan.steps()).noneMatch(step -> step.toString().contains("outside-before"));
        assertThat(drives(plan)).allSatisfy(drive -> assertThat(drive.job().object().toString()).doesNotContain("$podip"));
    }

    @Test
    void the_plan_says_whom_it_loads_how_much_and_which_consent_is_wanted() {
        assertThat(web().plan().cautions()).anySatisfy(caution -> assertThat(caution).contains("shop/web is not the run's own",
                "up to 20 requests a second", "--i-may-load shop/web")).anyMatch(caution -> caution.contains("Only the client's side"));
        assertThat(Description.summary(web().plan(), web().scene()))
                .anyMatch(line -> line.contains("HEAD http://web.shop.svc.cluster.local:8000/items?limit=3"));
    }

    @Test
    void a_state_of_the_whole_cluster_cannot_be_compared_at_somebody_elses_service() {
        assertThat(web().variants("cilium-wireguard").target(WEB).there("cilium-wireguard").mistakes()).singleElement().asString()
                .contains("the cluster is in the state cilium-wireguard");
    }

    @ParameterizedTest
    @CsvSource({"kube-system, kube-dns, 53, /, serves the cluster itself", "default, kubernetes, 443, /, serves the cluster itself",
            "meshadvisor-bench-rabc123-ctl, janitor, 80, /, is of a benchmark", "shop, web, 0, /, is no Service of this cluster",
            "shop, WEB_1, 80, /, is no Service of this cluster", "shop, web, 80, items, must begin with /",
            "shop, web, 80, '/a b', must begin with /", "'shop.example.com', web, 80, /, is no Service of this cluster"})
    void what_is_no_service_of_somebody_in_this_cluster_is_refused(String namespace, String service, int port, String path, String why) {
        assertThat(usual().loads(LOW).target(new Target(namespace, service, port, path, Method.GET)).mistakes()).singleElement().asString()
                .contains(why);
    }

    @Test
    void what_only_the_runs_own_servers_can_do_is_refused_all_at_once() {
        Load other = new Load(Load.Shape.CHAIN, Load.Protocol.H2C, Load.Reuse.KEPT, 5_000, 16, 1024);
        Design design = new Design(1, List.of(10), 0.1, new Margin.Share(0.1), 5, 90, 3600, 1, List.of("1ms"));
        List<String> mistakes = usual().loads(other).design(design).during(Scenario.CHURN).target(WEB).mistakes();
        assertThat(mistakes).anyMatch(each -> each.contains("--shapes hop")).anyMatch(each -> each.contains("--payload"))
                .anyMatch(each -> each.contains("up to 1000 requests a second")).anyMatch(each -> each.contains("60 s at a time"))
                .anyMatch(each -> each.startsWith("--scenario disturbs servers")).anyMatch(each -> each.startsWith("--known-delay"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void one_request_in_twenty_may_fail(long failed) {
        assertThat(Foreign.suffers(new Counts(1000, 1000, 1000 - failed, failed, 0, 10, 1, 1))).isFalse();
    }

    @Test
    void more_may_not_and_what_was_never_sent_counts() {
        assertThat(Foreign.suffers(new Counts(1000, 990, 949, 41, 10, 10, 1, 1))).isTrue();
    }
}
