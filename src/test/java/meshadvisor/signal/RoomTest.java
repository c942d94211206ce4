package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.model.Amount;
import meshadvisor.model.Container.Role;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningContainer.State;
import meshadvisor.model.RunningPod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scheduler reserves for a pod, as Kubernetes documents it for init containers and native sidecars. */
class RoomTest {

    private static RunningContainer container(String letter) {
        Role role = switch (letter.charAt(0)) {
            case 'i' -> Role.INIT;
            case 's' -> Role.NATIVE_SIDECAR;
            default -> Role.REGULAR;
        };
        Resources requests = new Resources(Amount.of(Long.parseLong(letter.substring(1))), Amount.UNSTATED);
        return new RunningContainer(letter, "", role, requests, Resources.UNSTATED, new State(Amount.UNSTATED, true, "", "", ""));
    }

    private static RunningPod pod(String containers) {
        return new RunningPod(new ObjectKey("", "Pod", "shop", "p"), Place.NOWHERE, Map.of(), Map.of(), RunningPod.Owner.NOBODY,
                new RunningPod.Placement("n1", false), new RunningPod.Status("Running", "", "", "", ""),
                containers.isEmpty() ? List.of() : Stream.of(containers.split(" ")).map(RoomTest::container).toList());
    }

    @ParameterizedTest
    @CsvSource({"r100, 100", "r100 r50, 150", "i500 r100, 500", "i50 r100, 100", "s100 r100, 200", "s100 i500 r100, 600",
            "i500 s100 r100, 500", "s100 s50 i60 r10, 210", "'', 0"})
    void sidecars_count_beside_everything_that_starts_after_them(String containers, long millis) {
        assertThat(Room.requests(pod(containers))).isEqualTo(new Room.Sum(millis, 0));
    }

    @Test
    void a_sum_holds_another_only_with_both_its_parts() {
        Room.Sum sum = new Room.Sum(100, 100);
        assertThat(sum.holds(new Room.Sum(100, 100))).isTrue();
        assertThat(sum.holds(new Room.Sum(50, 101))).isFalse();
        assertThat(sum.holds(new Room.Sum(101, 50))).isFalse();
    }
}
