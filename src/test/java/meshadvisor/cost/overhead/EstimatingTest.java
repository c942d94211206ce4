package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import meshadvisor.catalog.Figure;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.model.Answers;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** What is predicted for small systems. */
class EstimatingTest {

    private static final int TRUTHS = 4_000;

    private static final String SHOP =
            Shop.service("web", 3, "http://cart") + Shop.service("cart", 2, "http://stock") + Shop.service("stock", 4, "");

    private static final Scale.Stated BUSY = new Scale.Stated(List.of(new Range(500, 1000, 2000)), List.of(Range.exactly(1)),
            List.of(Range.exactly(10)));

    private static Estimate estimate(World world, Scale.Stated stated, Profile profile) {
        return Estimating.of(world, Scale.of(world, stated), profile);
    }

    private static Forecast of(Estimate estimate, String way) {
        return estimate.forecasts().stream().filter(f -> f.overhead().variant().equals(way)).findFirst().orElseThrow();
    }

    @Test
    void every_way_is_predicted_with_a_range_a_basis_a_source_and_a_date() {
        Estimate estimate = estimate(Scan.of(SHOP).world(), Scale.Stated.NOTHING, Profile.NONE);
        assertThat(estimate.forecasts()).hasSize(9).allSatisfy(f -> {
            assertThat(f.overhead().hopP99().range().low()).isLessThanOrEqualTo(f.overhead().hopP99().range().high());
            assertThat(f.overhead().unseen()).isNotEmpty();
            assertThat(f.overhead().parts()).allSatisfy(p -> {
                assertThat(p.usedCpu().said().source()).isNotEmpty();
                assertThat(p.usedCpu().said().date()).isNotEmpty();
                assertThat(p.usedCpu().said().conditions()).isNotEmpty();
                assertThat(p.usedCpu().said().basis()).isIn(Basis.PREDICTED, Basis.ASSUMED);
            });
        });
        assertThat(of(estimate, "istio-sidecar").cpu().said().basis()).isEqualTo(Basis.ASSUMED);
        assertThat(of(estimate, "istio-sidecar").cpu().said().inputs()).anyMatch(i -> i.contains("1 to 100 requests/s"));
        assertThat(of(estimate, "istio-sidecar").overhead().hopP99().said().basis()).isEqualTo(Basis.PREDICTED);
        assertThat(of(estimate, "istio-sidecar").overhead().parts().getFirst().count()).isEqualTo(9);
        assertThat(of(estimate, "cilium").cpu().range()).isEqualTo(Range.exactly(0));
    }

    private static final String SCALER = """
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: cart, namespace: shop}
            spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, minReplicas: 2, maxReplicas: 40}
            """;

    @Test
    void what_autoscalers_may_run_is_a_range_of_pods_and_of_all_that_goes_with_them() {
        Estimate fixed = estimate(Scan.of(SHOP).world(), BUSY, Profile.NONE);
        Estimate scaled = estimate(Scan.of(SHOP + SCALER).world(), BUSY, Profile.NONE);

        assertThat(fixed.scale().pods().range()).isEqualTo(Range.exactly(9));
        assertThat(fixed.scale().pods().said().basis()).isEqualTo(Basis.MEASURED);
        assertThat(scaled.scale().pods().range()).isEqualTo(new Range(9, 9, 47));
        assertThat(scaled.scale().pods().said().basis()).isEqualTo(Basis.PREDICTED);
        assertThat(of(scaled, "istio-sidecar").overhead().parts().getFirst().count()).isEqualTo(9);
        Range before = of(fixed, "istio-sidecar").memory().range();
        Range after = of(scaled, "istio-sidecar").memory().range();
        assertThat(after.low()).isCloseTo(before.low(), within(0.1 * before.low()));
        assertThat(after.likely()).isGreaterThan(before.likely());
        assertThat(after.high()).isGreaterThan(3 * before.high());
        assertThat(of(scaled, "istio-sidecar").influences()).anyMatch(i -> i.of().equals("memory") && i.input().equals("number of pods"));
    }

    @Test
    void an_autoscaler_without_a_maximum_is_said() {
        Estimate estimate = estimate(Scan.of(SHOP + SCALER.replace(", maxReplicas: 40", "")).world(), BUSY, Profile.NONE);

        assertThat(of(estimate, "linkerd").overhead().unseen()).anyMatch(u -> u.contains("1 autoscalers do not tell their maximum"));
    }

    /** The figure of bare metal times a factor of which nine of ten are thought to lie between 1 and 7. */
    @Test
    void the_latency_of_a_call_is_the_published_one_times_how_slow_another_environment_may_be() {
        Range hop = of(estimate(Scan.of(SHOP).world(), BUSY, Profile.NONE), "istio-sidecar").overhead().hopP99().range();
        assertThat(hop.low()).isCloseTo(0.235, within(0.01));
        assertThat(hop.likely()).isCloseTo(0.235 * Math.sqrt(7), within(0.01));
        assertThat(hop.high()).isCloseTo(0.235 * 7, within(0.03));
    }

    @Test
    void the_chain_of_the_shop_takes_less_than_the_sum_of_its_percentiles() {
        Forecast sidecar = of(estimate(Scan.of(SHOP).world(), BUSY, Profile.NONE), "istio-sidecar");
        Chain chain = sidecar.chains().getFirst();
        assertThat(chain.services()).containsExactly("shop/web", "shop/cart", "shop/stock");
        assertThat(chain.calls()).isEqualTo(2);
        double hop = sidecar.overhead().hopP99().range().likely();
        assertThat(chain.p99().range().likely()).isBetween(1.3 * hop, 1.95 * hop);
        assertThat(chain.p99Draws()).hasSize(Lottery.EXPERIMENTS).isSorted();
    }

    @Test
    void where_no_call_is_known_three_in_a_row_stand_for_a_chain_and_it_says_so() {
        Forecast sidecar = of(estimate(Scan.of(Shop.service("web", 1, "")).world(), BUSY, Profile.NONE), "istio-sidecar");
        assertThat(sidecar.chains()).singleElement().satisfies(c -> assertThat(c.known()).isFalse());
        assertThat(sidecar.overhead().unseen()).anyMatch(u -> u.startsWith("No call between services is known"));
    }

    @Test
    void a_waypoint_is_there_only_where_something_needs_http() {
        World without = Scan.of(SHOP).with(Answers.NONE.withNeed("mtls", "yes")).world();
        World with = Scan.of(SHOP).with(Answers.NONE.withNeed("resilience", "yes")).world();
        assertThat(Scale.of(with, BUSY).httpShare().range()).isEqualTo(Range.exactly(1));
        assertThat(Scale.of(without, BUSY).httpShare().range().low()).isLessThan(0.2);
        Forecast all = of(estimate(with, BUSY, Profile.NONE), "istio-ambient-waypoint");
        assertThat(all.overhead().parts()).anyMatch(p -> p.where() == Part.Where.OWN && p.name().equals("istio-proxy") && p.count() == 1);
        double waypoint = all.overhead().hopP99().range().likely();
        assertThat(all.chains().getFirst().p99().range().likely()).isGreaterThan(1.5 * waypoint);
    }

    @Test
    void the_input_that_would_shrink_the_range_most_is_the_one_that_is_known_least() {
        Estimate guessed = estimate(Scan.of(SHOP).world(), Scale.Stated.NOTHING, Profile.NONE);
        assertThat(of(guessed, "istio-sidecar").influences().getFirst().input()).isEqualTo("requests/s between services");
        Estimate told = estimate(Scan.of(SHOP).world(), BUSY, Profile.NONE);
        assertThat(of(told, "istio-sidecar").influences().getFirst().input()).isEqualTo(Figures.CPU_ENVIRONMENT);
    }

    @Test
    void the_same_system_gives_the_same_numbers() {
        World world = Scan.of(SHOP).world();
        assertThat(estimate(world, BUSY, Profile.NONE)).isEqualTo(estimate(world, BUSY, Profile.NONE));
    }

    /** Truths drawn by the stated priors and computed by the formula of the manual, not by the program's own parts. */
    @Test
    void ranges_for_nine_of_ten_hold_nine_of_ten_truths() {
        Forecast forecast = of(estimate(Scan.of(SHOP).world(), BUSY, Profile.NONE), "linkerd");
        Figure controlPlaneCpuProxy = figure("control-plane-cpu-proxy");
        Figure destinationMemory = figure("destination-memory");
        Figure destinationMemoryProxy = figure("destination-memory-proxy");
        Figure identityMemory = figure("identity-memory");
        Figure injectorMemory = figure("injector-memory");
        Figure proxyCpu = figure("proxy-cpu");
        Figure proxyIdle = figure("proxy-idle");
        Figure proxyMemory = figure("proxy-memory");
        Figure proxyMemoryConnection = figure("proxy-memory-connection");
        Random random = new Random(11);
        int cpuHeld = 0;
        int memoryHeld = 0;
        int hopHeld = 0;
        for (int i = 0; i < TRUTHS; i++) {
            double rate = 1000 * Math.exp(Math.log(2) * (random.nextDouble() - 0.5) / 0.45);
            double proxy = drawn(proxyCpu, random) * factor(0.17, 1.5, random);
            double control = drawn(controlPlaneCpuProxy, random);
            double cpu = 2 * rate / 1000 * proxy + 9 * drawn(proxyIdle, random) + 3 * 9 * control;
            double memory = 9 * (drawn(proxyMemory, random) + 10 * drawn(proxyMemoryConnection, random))
                    + drawn(destinationMemory, random) + 9 * drawn(destinationMemoryProxy, random)
                    + drawn(identityMemory, random) + drawn(injectorMemory, random);
            double hop = Math.sqrt(0.04 * 0.235) * even(0.03 / Math.sqrt(0.03 * 0.175), 0.175 / Math.sqrt(0.03 * 0.175), random)
                    * factor(1, 7, random);
            cpuHeld += holds(forecast.cpu().range(), cpu);
            memoryHeld += holds(forecast.memory().range(), memory);
            hopHeld += holds(forecast.overhead().hopP99().range(), hop);
        }
        assertThat(cpuHeld / (double) TRUTHS).isBetween(0.88, 0.92);
        assertThat(memoryHeld / (double) TRUTHS).isBetween(0.88, 0.92);
        assertThat(hopHeld / (double) TRUTHS).isBetween(0.88, 0.92);
    }

    private static int holds(Range range, double value) {
        return range.low() <= value && value <= range.high() ? 1 : 0;
    }

    private static Figure figure(String id) {
        return Knowledge.CATALOGUE.figures("linkerd").stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static double drawn(Figure figure, Random random) {
        return even(figure.values().getFirst().low(), figure.values().getFirst().high(), random);
    }

    /** Nine of ten lie between the two. */
    private static double factor(double low, double high, Random random) {
        return Math.sqrt(low * high) * Math.pow(high / low, (random.nextDouble() - 0.5) / 0.9);
    }

    private static double even(double low, double high, Random random) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    @Test
    void what_was_measured_here_takes_the_place_of_what_was_published_and_the_miss_is_shown() {
        Profile profile = new Profile("here", "2026-09-17T10:00:00Z", "bench run x", List.of(new Profile.Measurement("istio", "sidecar-cpu",
                "istio-sidecar/upstream-envoy", false, false, Figure.Of.CPU_PER_1000, Figure.Of.CPU_PER_1000.unit(), "",
                List.of(new Profile.Value(810, 0, "100/s"), new Profile.Value(790, 0, "200/s")), "one node")));
        Estimate estimate = estimate(Scan.of(SHOP).world(), BUSY, profile);
        Forecast sidecar = of(estimate, "istio-sidecar");
        assertThat(sidecar.measured()).singleElement().asString().contains("upstream-envoy", "not as its project ships it");
        assertThat(sidecar.overhead().unseen()).anyMatch(u -> u.contains("nothing is said of the shipped one"));
        Range cpu = sidecar.overhead().parts().getFirst().usedCpu().range();
        assertThat(cpu.likely()).isCloseTo(2 * 800, within(100.0));
        assertThat(estimate.checks()).singleElement().satisfies(c -> {
            assertThat(c.covered()).isTrue();
            assertThat(c.miss()).isCloseTo(4, within(0.01));
        });
        assertThat(of(estimate, "linkerd").measured()).isEmpty();
    }

    @Test
    void the_published_cpu_misses_the_cloud_three_to_five_times_and_the_factor_covers_that() {
        List<Check> transfers = Transfers.all(Knowledge.CATALOGUE);
        assertThat(transfers).filteredOn(c -> c.to().equals("gke-e2")).hasSize(2).allSatisfy(c -> {
            assertThat(c.miss()).isBetween(3.1, 6.0);
            assertThat(c.covered()).isTrue();
        });
    }

    @Test
    void the_interval_score_is_the_width_and_twenty_times_what_was_missed() {
        Check missed = new Check("x", "a", "b", "ms", Range.exactly(1), new Range(1, 2, Math.E), Math.exp(1.5));
        assertThat(missed.score()).isCloseTo(1 + 20 * 0.5, within(1e-9));
        Check held = new Check("x", "a", "b", "ms", Range.exactly(1), new Range(1, 2, Math.E), 2);
        assertThat(held.score()).isCloseTo(1, within(1e-9));
    }
}
