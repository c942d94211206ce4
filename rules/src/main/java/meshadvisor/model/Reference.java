package meshadvisor.model;

/**
 * A name that one object uses for another.
 *
 * @param kind what is meant
 * @param namespace as written beside the name; empty for the namespace of the object itself
 * @param name a host as written for {@link Kind#HOST} and {@link Kind#SUBSET}, else the name of an object
 * @param detail subset or section name, else empty
 */
public record Reference(Meta from, Kind kind, String namespace, String name, String detail, Place place) {

    /** What a reference points at. */
    public enum Kind {
        /** A host of a route: short name, name.namespace or the full name of a Service, or an outside host. */
        HOST,
        /** A subset of a host. */
        SUBSET,
        /** A gateway of an Istio route. */
        GATEWAY,
        /** A Gateway API Gateway, with its listener as detail. */
        PARENT,
        /** A Service by name, as Gateway API and SMI give it. */
        SERVICE,
        /** A waypoint. */
        WAYPOINT,
        /** A workload that a Canary or Rollout names; detail is the kind. */
        WORKLOAD
    }
}
