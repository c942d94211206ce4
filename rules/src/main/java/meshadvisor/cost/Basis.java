package meshadvisor.cost;

/** What a number stands on, from the firmest to the weakest. */
public enum Basis {

    /** By this program or by the cluster's own meters, in the environment that it is said of. */
    MEASURED,
    /** Written in manifests or in the settings of what runs: what is asked for, not what is taken. */
    DECLARED,
    /** Computed from measured or published numbers for an environment that was not measured. */
    PREDICTED,
    /** Somebody else's measurement or list price, of another place and time. */
    PUBLISHED,
    /** Nobody measured it; somebody says so. */
    ASSUMED
}
