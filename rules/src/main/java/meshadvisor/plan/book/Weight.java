package meshadvisor.plan.book;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * What a trait of something that moves is worth.
 *
 * @param points for each; below zero for a risk
 * @param most at which points stop to grow, as a count
 * @param says the trait in words, for many
 * @param one the same for one; empty where it is the same
 * @param breaks what it could break; empty where it speaks for going early
 * @param leaving what it could break where something is taken out; empty for nothing
 * @param without what it could break on the way of an answer without a mesh
 * @param restarting whether it counts only where pods restart
 * @param entering whether it counts only where something is brought in
 */
public record Weight(Trait trait, double points, int most, String says, String one, String breaks, String leaving,
        Without without, boolean restarting, boolean entering, String source) {

    /** What is counted. */
    public enum Trait {
        ERROR_FINDINGS, WARNING_FINDINGS, CALLERS_OUTSIDE, CALLED_OUTSIDE, JOBS, STATEFUL, HOST_NETWORK, UNDECLARED_PORTS, UDP_PORTS,
        SINGLE_PODS, NETWORK_POLICIES, ENTRANCES, CALLS_INSIDE, HTTP_SERVICES, PODS
    }

    /**
     * What it could break without a mesh.
     *
     * @param of codes of the answers on whose ways it could
     */
    public record Without(List<String> of, String says) {
        static final Without NOTHING = new Without(List.of(), "");

        public Without {
            of = Given.list(of);
            Given.needed(says, "says");
        }
    }

    public Weight {
        Given.needed(trait, "trait");
        Given.needed(says, "says");
        one = Given.or(one, says);
        breaks = Given.or(breaks, "");
        leaving = Given.or(leaving, "");
        without = Given.or(without, Without.NOTHING);
        Given.needed(source, "source");
        most = most == 0 ? Integer.MAX_VALUE : most;
    }

    /** What it could break on a journey along a path; empty for nothing. */
    public String breaks(Journey journey, PathPattern path) {
        return journey == Journey.LEAVE ? leaving : path.mesh().isEmpty() ? without.of.contains(path.of()) ? without.says : "" : breaks;
    }

    /** So many of them, in words. */
    public String counted(int count) {
        return count + " " + (count == 1 ? one : says);
    }
}
