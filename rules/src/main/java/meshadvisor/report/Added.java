package meshadvisor.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meshadvisor.advice.Advice;
import meshadvisor.catalog.Makeup;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.signal.World;

/** What the meshes would add that somebody names. */
final class Added {

    private Added() {}

    /**
     * Of the mesh of the verdict and of those that the user proposes.
     *
     * @param consider ids of variants or vendors
     */
    static List<Forecast> of(World world, Advice advice, Set<String> consider) {
        Set<String> named = new HashSet<>(consider);
        named.add(advice.verdict().mesh());
        Set<String> ways = new HashSet<>();
        for (String mesh : world.catalogue().vendors()) {
            world.catalogue().makeups(mesh).stream().map(Makeup::variant).filter(way -> named.contains(mesh) || belongs(way, named))
                    .forEach(ways::add);
        }
        return ways.isEmpty() ? List.of()
                : Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), Profile.NONE, ways::contains).forecasts();
    }

    /** A variant that is advised can be run in several ways, whose ids begin with its own. */
    private static boolean belongs(String way, Set<String> named) {
        return named.stream().anyMatch(n -> !n.isEmpty() && (way.equals(n) || way.startsWith(n + "-")));
    }
}
