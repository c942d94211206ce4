package meshadvisor.simulate.input;

import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.model.Amount;

/**
 * The cluster on which the surge falls, as far as it is known. Memory is in MiB.
 *
 * @param title what it is, in words
 * @param machines empty where no nodes were read
 * @param gaps what is not known and therefore a range, in words
 */
public record Premises(String title, List<Crew> crews, List<Machine> machines, List<String> gaps) {

    /**
     * Pods that do the same.
     *
     * @param name of the service
     * @param memoryRequest of one pod without its proxy
     * @param memoryUsed likewise, measured
     * @param most pods that its autoscaler may make; 0 where it has none
     * @param meshed whether its pods take part in the mesh
     */
    public record Crew(String name, int pods, Amount memoryRequest, Amount memoryUsed, int most, boolean meshed) {}

    /**
     * A node that takes pods.
     *
     * @param memory in MiB
     */
    public record Machine(String name, double memory, double cores) {}

    public Premises {
        crews = List.copyOf(crews);
        machines = List.copyOf(machines);
        gaps = List.copyOf(gaps);
    }

    /** The cluster of a story: services with as many pods each, and nothing else known. */
    public static Premises of(Scenario scenario) {
        List<Crew> crews = IntStream.range(0, scenario.services())
                .mapToObj(i -> new Crew("service-" + (i + 1), share(scenario, i), Amount.UNSTATED, Amount.UNSTATED, 0, true)).toList();
        return new Premises(scenario.title(), crews, List.of(), List.of());
    }

    private static int share(Scenario scenario, int place) {
        return scenario.pods() / scenario.services() + (place < scenario.pods() % scenario.services() ? 1 : 0);
    }

    /** All pods. */
    public int pods() {
        return crews.stream().mapToInt(Crew::pods).sum();
    }
}
