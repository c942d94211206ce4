package meshadvisor.cost.overhead;

import java.util.List;

/**
 * What every way would add, and for how much of what.
 *
 * @param scale for which traffic and how many things
 * @param forecasts in the order of the meshes, and of the ways in their catalogue
 * @param checks what was predicted beside what a profile measured; empty without one
 */
public record Estimate(Scale scale, List<Forecast> forecasts, List<Check> checks) {

    public Estimate {
        forecasts = List.copyOf(forecasts);
        checks = List.copyOf(checks);
    }

    /** Only what each adds. */
    public List<Overhead> overheads() {
        return forecasts.stream().map(Forecast::overhead).toList();
    }
}
