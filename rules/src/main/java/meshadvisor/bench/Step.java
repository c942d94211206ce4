package meshadvisor.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One thing that a benchmark does. Steps are carried out one after the other; what they need was decided before the first, except what
 * only the cluster can say. For that, texts of manifests hold words that whoever carries them out replaces: {@code $uid:NAMESPACE} by the
 * uid of a namespace, {@code $podip:JOB} and {@code $podip:JOB.1} by the address of the first and the second pod of a Job in the
 * namespace of the manifest, {@code $podname:JOB} by the name of it, {@code $nodeagentip:NODE} by that of the variant's node agent on a node, {@code $deadline:SECONDS} by the
 * time, in ISO 8601, so long after the API server made the namespace of the manifest, and {@code $made:FILE}
 * in a Secret by an authority ({@code ca.crt}), a server of {@code *.NAMESPACE.svc.cluster.local} ({@code server.crt}, {@code server.key})
 * or a client ({@code client.crt}, {@code client.key}) that are made for the run and kept nowhere else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({@JsonSubTypes.Type(value = Step.Apply.class, name = "apply"),
        @JsonSubTypes.Type(value = Step.Deliver.class, name = "deliver"),
        @JsonSubTypes.Type(value = Step.AwaitReady.class, name = "await-ready"),
        @JsonSubTypes.Type(value = Step.Idle.class, name = "idle"), @JsonSubTypes.Type(value = Step.Drive.class, name = "drive"),
        @JsonSubTypes.Type(value = Step.Ask.class, name = "ask"),
        @JsonSubTypes.Type(value = Step.Look.class, name = "look"), @JsonSubTypes.Type(value = Step.Remove.class, name = "remove")})
public sealed interface Step {

    /** Makes objects. Those with a namespace live in one that an earlier step made. */
    record Apply(String why, List<Manifest> objects) implements Step {}

    /**
     * Makes ConfigMaps of the load generator's jars in each namespace.
     *
     * @param files name, bytes and SHA-256 of each
     */
    record Deliver(List<String> namespaces, List<File> files) implements Step {}

    /** A file to deliver. */
    record File(String name, long bytes, String sha256) {}

    /** Waits until pods of a Job are ready, and enrolled. */
    record AwaitReady(String namespace, String job, int pods, String variant, int atMostSeconds) implements Step {}

    /** Waits without load, while usage is read: what everything costs when nothing happens. */
    record Idle(int seconds) implements Step {}

    /**
     * Drives one variant in one block: makes the generator's Job, waits for its end, reads its log and removes it.
     *
     * @param cells in the order in which they are driven
     * @param job the generator's Job, with the script of what it does
     */
    record Drive(int session, int block, String variant, List<Cell> cells, Manifest job, int atMostSeconds) implements Step {}

    /**
     * A part of a block: one load on one variant.
     *
     * @param name under which the generator tells its result, unique in its Job
     * @param scenarios what it belongs to, also if nothing is done to this variant; none: the load is steady
     * @param disturbance what is done to the cluster meanwhile, in the order of time
     */
    record Cell(String name, Load load, List<Order.Scenario> scenarios, List<Disturbance> disturbance) {}

    /**
     * What is done during a cell, or right after it if it could not be done before: at its end everything is as it was.
     *
     * @param afterSeconds of its plateau, at the earliest
     * @param ready Jobs of the variant's namespace whose pods must be ready before
     * @param apply objects that are made or changed
     * @param delete objects that are deleted; one without a name stands for all of its kind in its namespace with its labels
     */
    record Disturbance(Course.What what, double afterSeconds, List<String> ready, List<Manifest> apply, List<Manifest> delete) {}

    /** Runs a Job to its end, reads the results that it tells in its log, and removes it. What it asks is part of the variant's proofs. */
    record Ask(String variant, Manifest job, int atMostSeconds) implements Step {}

    /** Looks at what has come back: if it is enough, no further block is driven. */
    record Look(int session, int blocks) implements Step {}

    /** Removes namespaces and waits until they are gone. Also done when an earlier step failed. */
    record Remove(List<String> namespaces) implements Step {}
}
