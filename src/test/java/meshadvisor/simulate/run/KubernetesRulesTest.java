package meshadvisor.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.run.Crowd.Kind;
import meshadvisor.simulate.run.Crowd.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kubelet, kernel, scheduler, autoscaler and control plane do what their documentation says, in examples made by hand. */
class KubernetesRulesTest {

    private static final double THRESHOLD = 100;

    private final Draw draw = Surge.draw("istio-sidecar", 1).with(Input.EVICTION_THRESHOLD, THRESHOLD).with(Input.CONNECTION_LAG, 1e6)
            .with(Input.MEMORY_RELEASE, 1e6).with(Input.START_TIME, 20).with(Input.DEBOUNCE_AFTER, 0.1).with(Input.DEBOUNCE_MAX, 10)
            .with(Input.PUSH_TIME, 100).with(Input.PUSH_THROTTLE, 2).with(Input.CONTROL_REPLICAS, 1);
    private final Agenda agenda = new Agenda();
    private final Meter meter = new Meter(120);
    private final List<Node> nodes = new ArrayList<>();
    private final List<Crowd> crowds = new ArrayList<>();
    private final Plant plant = new Plant(nodes, crowds, new ArrayList<>(), Rates.of(draw, draw, 8), new Chance(1), 0, 0, 0, 0);
    private final Scheduler scheduler = new Scheduler(plant, agenda);
    private final ControlPlane control = new ControlPlane(plant, draw, agenda, meter);
    private final Deaths deaths = new Deaths(plant, agenda, scheduler, control, meter);
    private final Kubelet kubelet = new Kubelet(plant, agenda, deaths, meter);

    private Node node(double memory) {
        Node node = new Node(nodes.size(), memory, 8, 0);
        node.allocatable = memory - THRESHOLD;
        nodes.add(node);
        return node;
    }

    /** A service with one pod without a proxy on a node. */
    private Pod pod(Node node, double used, double requested) {
        Crowd crowd = new Crowd(crowds.size(), "service-" + crowds.size(), 1,
                new Size(used, requested, 0, Double.POSITIVE_INFINITY, 16), Kind.PLAIN);
        crowds.add(crowd);
        Pod pod = plant.pod(crowd, false);
        node.add(pod);
        pod.state = Pod.State.READY;
        crowd.ready = 1;
        return pod;
    }

    private List<Pod> gone() {
        return plant.pods().stream().filter(pod -> pod.state == Pod.State.GONE).toList();
    }

    @Test
    void the_kubelet_evicts_one_pod_a_look_the_one_that_uses_most_above_its_request() {
        Node node = node(2000);
        node(10_000);
        Pod large = pod(node, 900, 1000);
        Pod above = pod(node, 400, 300);
        Pod farAbove = pod(node, 350, 0);
        Pod little = pod(node, 300, 250);

        kubelet.look(node);
        assertThat(gone()).containsExactly(farAbove);
        node.add(pod(nodes.get(1), 350, 0)); // somebody else comes
        nodes.get(1).pods.clear();
        kubelet.look(node);
        assertThat(gone()).doesNotContain(large, little);
        assertThat(above.state).isEqualTo(Pod.State.READY);
    }

    @Test
    void a_pod_that_uses_less_than_it_requests_goes_last_however_large_it_is() {
        Node node = node(2000);
        node(10_000);
        pod(node, 1700, 1800);
        Pod small = pod(node, 210, 200);

        kubelet.look(node);

        assertThat(gone()).containsExactly(small);
        assertThat(node.pressedAt).isZero();
    }

    @Test
    void an_evicted_pod_comes_back_as_another_one_on_a_node_with_room() {
        Node node = node(2000);
        Node other = node(10_000);
        Pod first = pod(node, 1950, 100);

        kubelet.look(node);

        assertThat(gone()).containsExactly(first);
        assertThat(other.pods).singleElement().satisfies(next -> assertThat(next.crowd).isSameAs(first.crowd));
        assertThat(first.crowd.stale).isOne();
    }

    @Test
    void where_memory_ran_out_between_two_looks_the_kernel_kills_by_share_and_request_and_the_pod_stays() {
        Node node = node(2000);
        Pod requesting = pod(node, 1200, 1500); // 600 points of use + 250 of adjustment
        Pod bare = pod(node, 500, 0); // 250 + 1000
        Pod middle = pod(node, 400, 200); // 200 + 900

        kubelet.look(node);

        assertThat(bare.app).isZero();
        assertThat(bare.state).isEqualTo(Pod.State.STARTING);
        assertThat(node.pods).contains(bare);
        assertThat(requesting.ready()).isTrue();
        assertThat(middle.ready()).isTrue();
        assertThat(gone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 1", "true, 100, 0", "false, 0, 0"})
    void a_node_under_pressure_takes_only_pods_that_request_memory(boolean pressed, double request, int chosen) {
        Node empty = node(4000);
        Node other = node(2000);
        empty.pressedAt = pressed ? 0 : Long.MIN_VALUE;
        Crowd crowd = new Crowd(0, "service", 1, new Size(100, request, 0, Double.POSITIVE_INFINITY, 16), Kind.PLAIN);
        Pod pod = plant.pod(crowd, false);

        assertThat(Scheduler.choose(List.of(empty, other), pod).id).isEqualTo(chosen);
    }

    @Test
    void a_pod_that_fits_nowhere_waits_longer_each_time() {
        node(1000);
        Crowd crowd = new Crowd(0, "service", 1, new Size(100, 5000, 0, Double.POSITIVE_INFINITY, 16), Kind.PLAIN);
        Pod pod = plant.pod(crowd, false);

        scheduler.place(pod);
        List<Long> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            agenda.next();
            tries.add(agenda.now());
            scheduler.place(pod);
        }

        assertThat(tries).containsExactly(1_000L, 3_000L, 7_000L, 15_000L, 25_000L, 35_000L);
    }

    @Test
    void a_container_that_is_killed_again_and_again_waits_up_to_five_minutes() {
        Node node = node(100_000);
        Pod pod = pod(node, 100, 100);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pod.state = Pod.State.READY;
            pod.crowd.ready = 1;
            long from = agenda.now();
            deaths.killAtLimit(pod, false);
            while (!(agenda.next() instanceof Event.Started)) {
                // the control plane has its own events
            }
            waits.add(agenda.now() - from);
        }

        assertThat(waits.get(1) - waits.get(0)).isEqualTo(10_000);
        assertThat(waits.get(2) - waits.get(1)).isEqualTo(20_000);
        assertThat(waits.get(6) - waits.get(5)).isZero();
        assertThat(waits.get(6)).isGreaterThanOrEqualTo(300_000);
    }

    @Test
    void the_control_plane_waits_until_nothing_changes_and_ten_seconds_at_most() {
        Node node = node(100_000);
        Pod pod = pod(node, 100, 100);
        for (int i = 0; i < 400; i++) {
            agenda.in(i * 50L, new Event.Place(pod)); // a change every 50 ms for 20 s
        }
        List<Long> waves = new ArrayList<>();
        while (agenda.before(25_000)) {
            switch (agenda.next()) {
                case Event.Place place -> control.changed(pod.crowd);
                case Event.Pushed all -> control.pushed();
                case Event.Debounce look -> {
                    int before = meter.course(1, plant).minutes().getFirst().pushes();
                    control.debounce();
                    if (meter.course(1, plant).minutes().getFirst().pushes() > before) {
                        waves.add(agenda.now());
                    }
                }
                default -> {
                    // nothing else happens here
                }
            }
        }

        assertThat(waves).hasSize(2);
        assertThat(waves.getFirst()).isBetween(9_900L, 10_150L);
        assertThat(waves.getLast()).isBetween(19_950L, 20_300L);
    }

    @Test
    void the_throttle_makes_a_wave_longer_and_callers_learn_later() {
        Node node = node(100_000);
        Crowd crowd = new Crowd(0, "service", 10, new Size(100, 100, 0, Double.POSITIVE_INFINITY, 16), Kind.MESHED);
        crowds.add(crowd);
        for (int i = 0; i < 10; i++) {
            node.add(plant.pod(crowd, true));
        }
        crowd.stale = 1;
        control.changed(crowd);
        long learnt = -1;
        while (learnt < 0 && agenda.before(60_000)) {
            switch (agenda.next()) {
                case Event.Debounce look -> control.debounce();
                case Event.Pushed all -> control.pushed();
                default -> throw new IllegalStateException();
            }
            learnt = crowd.stale == 0 ? agenda.now() : -1;
        }

        assertThat(learnt).isEqualTo(100 + 4 * 100); // five rounds of two
        assertThat(node.pods).allMatch(pod -> pod.pushedUntil > 0);
    }

    @Test
    void the_autoscaler_doubles_at_most_and_remembers_for_five_minutes() {
        Node node = node(1e6);
        Crowd crowd = new Crowd(0, "service", 4, new Size(100, 100, 0, Double.POSITIVE_INFINITY, 16), Kind.PLAIN);
        crowds.add(crowd);
        crowd.most = 40;
        for (int i = 0; i < 4; i++) {
            node.add(plant.pod(crowd, false));
        }
        Autoscaler autoscaler = new Autoscaler(plant, agenda, new Autoscaler.Works(scheduler, deaths, control), 0.5);

        assertThat(wanted(autoscaler, crowd, 8)).isEqualTo(8);
        assertThat(wanted(autoscaler, crowd, 8)).isEqualTo(16);
        assertThat(wanted(autoscaler, crowd, 2.1)).isEqualTo(16); // within a tenth
        for (int i = 0; i < 18; i++) {
            assertThat(wanted(autoscaler, crowd, 1)).isEqualTo(16);
        }
        assertThat(wanted(autoscaler, crowd, 1)).isEqualTo(16);
        assertThat(wanted(autoscaler, crowd, 1)).isLessThan(16);
    }

    private static int wanted(Autoscaler autoscaler, Crowd crowd, double load) {
        crowd.ready = crowd.wanted;
        crowd.load = load;
        autoscaler.look();
        return crowd.wanted;
    }
}
