package meshadvisor.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every simulated surge, whatever happens in it. */
class SimulationTest {

    static Stream<Setting> surges() {
        return Stream.concat(IntStream.range(1, 9).mapToObj(seed -> Surge.story(seed, 12, 8, 40)), Stream.of(
                with(3, Input.LEAVE, 1), with(4, Input.HPA_SHARE, 1), with(5, Input.PROXY_LIMIT, 120), with(6, Input.MEMORY_BEFORE, 0.9),
                Surge.setting(Surge.draw("istio-ambient", 7), 7, 12, 8, 40), Surge.setting(Surge.draw("linkerd", 8), 8, 12, 8, 40)));
    }

    private static Setting with(long seed, Input input, double value) {
        Draw draw = Surge.draw("istio-sidecar", seed).with(input, value).with(Input.LEAVE_MINUTE, 15);
        return Surge.setting(draw, seed, 12, 8, 40);
    }

    @ParameterizedTest
    @MethodSource("surges")
    void no_pod_is_lost_or_doubled_and_a_node_holds_what_its_pods_hold(Setting setting) {
        Simulation simulation = new Simulation(setting);
        long before = 0;
        for (int steps = 0; simulation.more(); steps++) {
            simulation.step();
            assertThat(simulation.agenda.now()).isGreaterThanOrEqualTo(before);
            before = simulation.agenda.now();
            if (steps % 50 == 0) {
                check(simulation, setting);
            }
        }
        check(simulation, setting);
    }

    private static void check(Simulation simulation, Setting setting) {
        Set<Pod> placed = new HashSet<>();
        for (Node node : simulation.plant.nodes()) {
            assertThat(placed).doesNotContainAnyElementsOf(node.pods);
            placed.addAll(node.pods);
            assertThat(node.pods).allMatch(pod -> pod.node == node && pod.state != Pod.State.PENDING && pod.state != Pod.State.GONE);
            assertThat(node.requested).isCloseTo(node.pods.stream().mapToDouble(Pod::request).sum(), within(1e-6));
            double pods = node.pods.stream().mapToDouble(pod -> simulation.plant.memory(pod, simulation.agenda.now())).sum();
            assertThat(simulation.plant.memory(node, simulation.agenda.now())).isGreaterThanOrEqualTo(pods - 1e-6);
        }
        for (Crowd crowd : simulation.plant.crowds()) {
            int fewer = setting.draw().get(Input.LEAVE) > 0 ? (int) Math.floor(0.25 * crowd.wanted) : 0;
            int more = setting.draw().get(Input.LEAVE) > 0 ? (int) Math.ceil(0.25 * crowd.wanted) : 0;
            assertThat(crowd.pods).hasSizeBetween(crowd.wanted - fewer, crowd.wanted + more).doesNotHaveDuplicates();
            assertThat(crowd.ready).isEqualTo((int) crowd.pods.stream().filter(Pod::ready).count());
            assertThat(crowd.pods).allMatch(pod -> pod.state == Pod.State.PENDING || placed.contains(pod));
            assertThat(crowd.stale).isNotNegative();
        }
        assertThat(placed).hasSize((int) simulation.plant.pods().stream()
                .filter(pod -> pod.state != Pod.State.GONE && pod.state != Pod.State.PENDING).count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_same_setting_gives_the_same_course(long seed) {
        assertThat(Simulation.of(Surge.story(seed, 20, 8, 60))).isEqualTo(Simulation.of(Surge.story(seed, 20, 8, 60)));
    }

    @Test
    void without_a_surge_no_node_runs_out_of_memory_and_no_request_fails() {
        for (long seed = 1; seed <= 40; seed++) {
            Course course = Simulation.of(Surge.story(seed, 20, 1, 60));
            assertThat(course.out()).as("seed %d, fullest %f", seed, course.fullest()).isFalse();
            assertThat(course.lost()).isZero();
            assertThat(course.limited()).isZero();
        }
    }

    @Test
    void more_traffic_on_the_same_chances_loses_no_fewer_requests() {
        for (long seed = 1; seed <= 15; seed++) {
            long same = seed;
            List<Double> lost =
                    Stream.of(1.0, 2.0, 8.0, 32.0).map(factor -> Simulation.of(Surge.story(same, 12, factor, 40)).lost()).toList();
            assertThat(lost.getLast()).as("seed %d", seed).isGreaterThan(lost.getFirst());
            assertThat(lost.get(1)).as("seed %d", seed).isLessThanOrEqualTo(lost.get(2) + 0.01);
        }
    }

    @Test
    void a_limit_is_never_exceeded_and_kills_where_it_is_below_the_peak() {
        Draw draw = Surge.draw("istio-sidecar", 2).with(Input.PROXY_LIMIT, 120).with(Input.PUSH_MEMORY, 1).with(Input.MEMORY_BEFORE, 0.4);

        Course course = Simulation.of(Surge.setting(draw, 2, 12, 8, 60));

        assertThat(course.limited()).isPositive();
        assertThat(Simulation.of(Surge.setting(draw.with(Input.PROXY_LIMIT, 1e6), 2, 12, 8, 60)).limited()).isZero();
    }

    @Test
    void a_mesh_without_proxies_in_pods_has_none_there_and_pushes_to_nodes() {
        Course course = Simulation.of(Surge.setting(Surge.draw("istio-ambient", 3).with(Input.MEMORY_BEFORE, 0.95), 3, 12, 12, 60));

        assertThat(course.highestProxy()).isZero();
        assertThat(course.minutes()).allMatch(minute -> minute.pushed() == 0);
    }

    @Test
    void when_the_mesh_is_taken_out_every_pod_is_restarted_without_a_proxy() {
        Simulation simulation = new Simulation(with(3, Input.LEAVE, 1));
        while (simulation.more()) {
            simulation.step();
        }
        assertThat(simulation.plant.crowds()).allSatisfy(crowd -> assertThat(crowd.pods).noneMatch(pod -> pod.proxied)
                .hasSize(crowd.wanted));
    }

    /** Against a list that is sorted, with the usual delay of kubelets more often than others. */
    @Test
    void an_agenda_tells_everything_in_the_order_of_time_and_of_planning() {
        SplittableRandom random = new SplittableRandom(4);
        Agenda agenda = new Agenda();
        List<long[]> expected = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        int planned = 0;
        for (int round = 0; round < 8_000; round++) {
            boolean more = round < 4_000 && random.nextInt(3) > 0 || expected.isEmpty();
            if (more) {
                long delay = random.nextBoolean() ? Kubelet.INTERVAL : random.nextInt(30_000);
                expected.add(new long[] {agenda.now() + delay, planned});
                agenda.in(delay, new Event.Started(POD, planned++));
            } else {
                long[] next = expected.stream().min(Comparator.<long[]>comparingLong(each -> each[0]).thenComparingLong(each -> each[1]))
                        .orElseThrow();
                expected.remove(next);
                assertThat(agenda.before(next[0] + 1)).isTrue();
                assertThat(agenda.before(next[0])).isFalse();
                assertThat(agenda.next()).isEqualTo(new Event.Started(POD, (int) next[1]));
                assertThat(agenda.now()).isEqualTo(next[0]);
                told.add(next[0]);
            }
        }
        assertThat(told).isSorted().hasSizeGreaterThan(2_500);
    }

    private static final Pod POD = new Pod(0, new Crowd(0, "service", 1, new Crowd.Size(1, 1, 0, 1, 1), Crowd.Kind.PLAIN), 1, false);

    @Test
    void nothing_is_planned_for_the_past() {
        Agenda agenda = new Agenda();

        assertThatThrownBy(() -> agenda.in(-1, new Event.Traffic())).hasMessageContaining("ago");
    }

    @Test
    void what_is_planned_for_one_moment_happens_in_the_order_of_planning() {
        Agenda agenda = new Agenda();
        agenda.in(5, new Event.Pushed());
        agenda.in(5, new Event.Leave());
        agenda.in(1, new Event.Rollout());

        assertThat(List.of(agenda.next(), agenda.next(), agenda.next())).containsExactly(new Event.Rollout(), new Event.Pushed(),
                new Event.Leave());
        assertThat(agenda.now()).isEqualTo(5);
    }
}
