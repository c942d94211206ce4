package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import meshadvisor.model.Amount;
import meshadvisor.model.Container.Role;
import meshadvisor.model.LimitRange;
import meshadvisor.model.Live;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Quantity;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a running cluster says beside its definitions, read from {@code running.yaml}. */
class RunningDialectTest {

    private static final Facts FACTS = Manifest.read("running.yaml", Dialects::read).facts();
    private static final Live LIVE = FACTS.live.live();

    private static Resources resources(long cpu, long memory) {
        return new Resources(Amount.of(cpu), Amount.of(memory));
    }

    @Test
    void the_reader_tells_which_cluster_it_read_and_how_much_of_it() {
        assertThat(LIVE.seen()).isTrue();
        assertThat(LIVE.server()).satisfies(s -> {
            assertThat(s.name()).isEqualTo("shop-prod");
            assertThat(s.version().value()).isEqualTo("v1.35.4");
            assertThat(s.scope()).isEqualTo(Live.Scope.NAMESPACES);
            assertThat(s.namespaces()).containsExactly("shop");
        });
    }

    @Test
    void a_node_tells_what_it_is_and_what_it_takes() {
        assertThat(LIVE.nodes()).singleElement().satisfies(n -> {
            assertThat(n.machine().instanceType()).isEqualTo("m5.large");
            assertThat(n.machine().zone()).isEqualTo("eu-west-1a");
            assertThat(n.software().kubelet()).isEqualTo("v1.35.3-eks-abc");
            assertThat(n.software().kernel()).startsWith("6.1.0");
            assertThat(n.allocatable().resources()).isEqualTo(resources(1930, 7_244_720L << 10));
            assertThat(n.allocatable().pods()).isEqualTo(Amount.of(29));
            assertThat(n.condition().ready()).isTrue();
            assertThat(n.takesAnyPod()).isFalse();
        });
    }

    @Test
    void a_pod_tells_how_it_and_its_containers_are() {
        RunningPod pod = LIVE.pods().getFirst();
        assertThat(pod.owner().controller()).isEqualTo(new ObjectKey("apps", "ReplicaSet", "shop", "cart-7d9f"));
        assertThat(pod.placement()).isEqualTo(new RunningPod.Placement("n1", true));
        assertThat(pod.status()).isEqualTo(new RunningPod.Status("Running", "", "Burstable", "2026-09-17T08:00:00Z", ""));
        assertThat(pod.containers()).extracting(RunningContainer::role).containsExactly(Role.INIT, Role.NATIVE_SIDECAR, Role.REGULAR);
        RunningContainer proxy = pod.containers().get(1);
        assertThat(proxy.requests()).isEqualTo(resources(100, 128 << 20));
        assertThat(proxy.limits()).isEqualTo(new Resources(Amount.UNSTATED, Amount.of(1 << 30)));
        assertThat(proxy.state())
                .isEqualTo(new RunningContainer.State(Amount.of(1), true, "", "OOMKilled", "2026-09-17T08:00:05Z"));
        assertThat(pod.containers().getLast().state().waiting()).isEqualTo("CrashLoopBackOff");
        assertThat(pod.containers().getFirst().state().restarts()).isEqualTo(Amount.UNSTATED);
    }

    @Test
    void annotations_are_kept_without_those_of_tools_and_long_ones_are_cut() {
        assertThat(LIVE.pods().getFirst().annotations()).containsOnlyKeys("sidecar.istio.io/status")
                .allSatisfy((name, value) -> assertThat(value).hasSize(100));
    }

    @Test
    void a_webhook_tells_about_which_pods_it_is_asked() {
        Webhook injector = LIVE.webhooks().getFirst();
        assertThat(injector.client().service()).isEqualTo("istiod");
        assertThat(injector.failurePolicy()).isEqualTo("Ignore");
        assertThat(injector.asks().pods()).isTrue();
        assertThat(injector.asks().namespaces().matches(Map.of("istio.io/rev", "default"))).isTrue();
        assertThat(injector.asks().namespaces().matches(Map.of("istio.io/rev", "default", "istio-injection", "enabled"))).isFalse();
        assertThat(injector.asks().namespaces().matches(Map.of())).isFalse();
        assertThat(injector.asks().objects().matches(Map.of())).isTrue();
        assertThat(injector.asks().objects().matches(Map.of("sidecar.istio.io/inject", "false"))).isFalse();
    }

    @Test
    void a_webhook_may_be_outside_the_cluster_and_fails_where_it_says_nothing() {
        assertThat(LIVE.webhooks().getLast().client().url()).isEqualTo("https://istiod.example.org/validate");
        assertThat(LIVE.webhooks().getLast().failurePolicy()).isEqualTo("Fail");
    }

    @Test
    void endpoints_are_counted_and_one_that_says_nothing_is_ready() {
        assertThat(LIVE.endpoints()).singleElement().satisfies(e -> {
            assertThat(e.service()).isEqualTo("cart");
            assertThat(e.ready()).isEqualTo(2);
            assertThat(e.notReady()).isEqualTo(1);
            assertThat(e.zones()).containsExactly("eu-west-1a", "eu-west-1b");
        });
    }

    @Test
    void bounds_are_numbers_in_one_unit() {
        assertThat(LIVE.bounds().quotas()).singleElement().satisfies(q -> {
            assertThat(q.hard()).containsEntry("requests.cpu", 4000L).containsEntry("requests.memory", 8L << 30).containsEntry("pods", 20L);
            assertThat(q.used()).containsEntry("requests.cpu", 3500L);
        });
        assertThat(LIVE.bounds().autoscalers()).singleElement().satisfies(a -> {
            assertThat(a.target()).isEqualTo(new ObjectKey("apps", "Deployment", "shop", "cart"));
            assertThat(a.max()).isEqualTo(Amount.of(6));
        });
        assertThat(LIVE.bounds().disruptionBudgets()).singleElement()
                .satisfies(b -> assertThat(b.minAvailable() + " " + b.allowed().value()).isEqualTo("50% 1"));
    }

    @Test
    void a_limit_range_tells_defaults_and_maximum_of_each_type() {
        LimitRange range = FACTS.limitRanges.getFirst();
        assertThat(range.defaultMemory().value()).isEqualTo("512Mi");
        assertThat(range.limits()).extracting(LimitRange.Limit::type).containsExactly("Container", "Pod");
        assertThat(range.limits().getFirst().max().memoryBytes()).isEqualTo(Amount.of(2L << 30));
    }

    @Test
    void a_custom_kind_tells_its_served_versions_and_its_bundle() {
        assertThat(LIVE.customKinds()).singleElement().satisfies(k -> {
            assertThat(k.versions()).containsExactly("v1");
            assertThat(k.bundle() + " " + k.channel()).isEqualTo("v1.4.0 standard");
        });
    }

    @Test
    void usage_stands_beside_the_window_in_which_it_was_measured() {
        assertThat(LIVE.usage().containers()).singleElement().satisfies(u -> {
            assertThat(u.used()).isEqualTo(resources(2, 60 << 20));
            assertThat(u.window().window()).isEqualTo("15s");
        });
        assertThat(LIVE.usage().nodes()).singleElement().satisfies(u -> assertThat(u.used()).isEqualTo(resources(300, 3L << 30)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "250m, 250", "0.5, 500", "1e3, 1000000", "1234567n, 2", "2k, 2000000", ".5, 500", "1E, 9223372036854775807"})
    void a_quantity_is_read_in_thousandths_and_rounded_up(String text, long thousandths) {
        assertThat(Quantity.thousandths(text)).isEqualTo(OptionalLong.of(thousandths));
    }

    @ParameterizedTest
    @CsvSource({"''", "a lot", "1Q", "--1", "1mm", "99999999999999999999999"})
    void what_is_no_quantity_is_not_stated(String text) {
        assertThat(Quantity.whole(text)).isEmpty();
    }
}
