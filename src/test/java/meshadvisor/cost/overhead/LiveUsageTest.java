package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import meshadvisor.cost.Basis;
import meshadvisor.model.Amount;
import meshadvisor.model.Answers;
import meshadvisor.model.Bounds;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Live;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Resources;
import meshadvisor.model.Text;
import meshadvisor.model.Usage;
import meshadvisor.signal.World;
import meshadvisor.support.Flows;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** What proxies that run already say of the figures of the catalogue. */
class LiveUsageTest {

    private static final long MEBIBYTE = 1 << 20;

    private static Usage.OfContainer used(String namespace, String pod, String container, long millicores, long mebibytes) {
        return new Usage.OfContainer(new ObjectKey("", "Pod", namespace, pod), container,
                new Resources(Amount.of(millicores), Amount.of(mebibytes * MEBIBYTE)), new Usage.Window("15s", "2026-09-17T12:00:00Z"));
    }

    private static World world(Observed observed, Usage.OfContainer... used) {
        ClusterSnapshot read = Scan.of(Shop.meshed("web") + Shop.meshed("cart")).snapshot();
        Live live = new Live(new Live.Server("prod", Text.NONE, Live.Scope.ALL, "2026-09-17T12:00:00Z", List.of()), List.of(), List.of(),
                List.of(), List.of(), Bounds.NONE, List.of(), new Usage(List.of(used), List.of()));
        return World.of(new ClusterSnapshot(read.origin(), read.definitions(), read.running(), read.traffic(), read.policies(),
                read.installed(), live, read.uses(), read.inputs(), observed, read.code()), Knowledge.CATALOGUE, Answers.NONE);
    }

    @Test
    void the_memory_of_proxies_in_pods_is_measured_and_that_of_gateways_is_left_out() {
        Profile profile = LiveUsage.of(world(Observed.NONE, used("shop", "web-1", "istio-proxy", 40, 70),
                used("shop", "cart-1", "istio-proxy", 20, 90), used("istio-system", "gateway-1", "istio-proxy", 500, 900),
                used("shop", "web-1", "web", 500, 900)));

        assertThat(profile.environment()).isEqualTo("prod");
        assertThat(profile.of("istio", "sidecar-memory", "").orElseThrow().fit().middle()).isCloseTo(80, within(0.01));
        assertThat(profile.of("istio", "sidecar-cpu", "")).isEmpty();
    }

    @Test
    void their_cpu_is_measured_where_requests_were_counted() {
        Profile profile = LiveUsage.of(world(Flows.NONE.with("shop/web", "shop/cart", Encryption.ENCRYPTED, 100).observed(),
                used("shop", "web-1", "istio-proxy", 40, 70), used("shop", "cart-1", "istio-proxy", 20, 90)));

        // 60 millicores for 100 requests/s, each of which passes two proxies
        assertThat(profile.of("istio", "sidecar-cpu", "").orElseThrow().fit().middle()).isCloseTo(300, within(0.01));
    }

    @Test
    void where_nothing_was_metered_nothing_is_measured() {
        assertThat(LiveUsage.of(world(Observed.NONE)).measurements()).isEmpty();
        assertThat(LiveUsage.of(world(Observed.NONE, used("shop", "web-1", "web", 10, 10))).measurements()).isEmpty();
    }

    /** The proxies were measured with all pods of the system around them, so nothing is added for those. */
    @Test
    void memory_that_was_measured_in_the_system_itself_is_taken_as_it_is() {
        World world = world(Observed.NONE, used("shop", "web-1", "istio-proxy", 40, 80), used("shop", "cart-1", "istio-proxy", 20, 80));
        Estimate estimate = Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), LiveUsage.of(world), "istio-sidecar"::equals);
        Part proxies = estimate.forecasts().getFirst().overhead().parts().getFirst();
        assertThat(proxies.usedMemory().range().likely()).isCloseTo(80.0 * proxies.count(), within(2.0));
        assertThat(proxies.usedMemory().said().basis()).isEqualTo(Basis.MEASURED);
    }
}
