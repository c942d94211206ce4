package meshadvisor.load.record;

import java.util.OptionalDouble;

/**
 * What others took from the program while it measured. What could not be seen is absent.
 *
 * @param stealShare time that the hypervisor gave to others, of the time of all cores
 * @param stalledShare time in which some task of the machine waited for a core, of the time that passed (PSI, cpu, some)
 * @param groupStalledShare the same of the program's control group
 * @param throttledShare time in which the program's control group was not let run because of its quota, of the time that passed
 */
public record Taken(OptionalDouble stealShare, OptionalDouble stalledShare, OptionalDouble groupStalledShare,
        OptionalDouble throttledShare) {}
