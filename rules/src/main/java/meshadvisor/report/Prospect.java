package meshadvisor.report;

import java.util.List;

/**
 * What could stand here instead of what does.
 *
 * @param offers of every variant, the best first
 * @param architecture where proxies, control plane and waypoints stand today and would stand
 */
public record Prospect(List<Offer> offers, Architecture architecture) {

    public Prospect {
        offers = List.copyOf(offers);
    }
}
