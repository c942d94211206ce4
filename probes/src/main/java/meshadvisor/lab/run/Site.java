package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.planning.Names;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.cluster.OwnedApi.Mode;
import meshadvisor.lab.run.Stopped.Why;
import meshadvisor.tree.Node;

/**
 * The part of a cluster that a run owns.
 *
 * @param run its name
 */
record Site(OwnedApi api, String run) {

    static final String OWNER = Names.OWNER_LABEL + "=" + Names.OWNER;
    static final String RUN = Names.RUN_LABEL;

    private static final int CONFLICT = 409;

    /** The namespace of helpers. */
    String control() {
        return new Names(run).control();
    }

    /** The namespace of a variant. */
    String namespace(String variant) {
        return new Names(run).namespace(variant);
    }

    /**
     * Makes an object. One that an earlier try has made is as good.
     *
     * @throws Stopped if the cluster does not take it
     */
    void make(Manifest manifest, Mode mode) throws ApiFailure, Stopped {
        try {
            OwnedApi.Place place = api.place(manifest.apiVersion(), manifest.kind());
            api.create(place.in(manifest.namespace()), manifest.name(), Json.text(manifest.object()), mode);
        } catch (ApiFailure failure) {
            if (failure.status() == CONFLICT && (manifest.kind().equals("Secret") || ours(manifest))) {
                return;
            }
            throw refused(manifest, failure);
        }
    }

    /** Makes an object, or changes it to this. */
    void change(Manifest manifest) throws ApiFailure, Stopped {
        try {
            api.apply(path(manifest), Json.text(manifest.object()));
        } catch (ApiFailure failure) {
            throw refused(manifest, failure);
        }
    }

    /** Deletes an object; one without a name stands for all of its kind and labels in its namespace. */
    void delete(Manifest manifest) throws ApiFailure {
        OwnedApi.Place place = api.place(manifest.apiVersion(), manifest.kind());
        String collection = place.in(manifest.namespace());
        if (!manifest.name().isEmpty()) {
            api.delete(collection + "/" + manifest.name());
            return;
        }
        for (Node object : api.list(collection, selector(manifest))) {
            api.delete(collection + "/" + PodState.name(object));
        }
    }

    private static String selector(Manifest manifest) {
        List<String> terms = new ArrayList<>();
        if (manifest.object().get("metadata") instanceof Map<?, ?> metadata && metadata.get("labels") instanceof Map<?, ?> labels) {
            labels.forEach((key, value) -> terms.add(key + "=" + value));
        }
        return String.join(",", terms);
    }

    private boolean ours(Manifest manifest) throws ApiFailure {
        return api.find(path(manifest)).filter(object -> object.at("metadata", "labels", RUN).text().equals(run)).isPresent();
    }

    private String path(Manifest manifest) throws ApiFailure {
        return api.place(manifest.apiVersion(), manifest.kind()).in(manifest.namespace()) + "/" + manifest.name();
    }

    /** What can be told to people, where it is no failure of the connection. */
    private static Stopped refused(Manifest manifest, ApiFailure failure) throws ApiFailure {
        boolean answered = failure.status() >= 400 && failure.status() < 500 && failure.status() != 401 && failure.status() != 429;
        if (!answered && !failure.what().contains("webhook") && failure.kind() != ApiFailure.Kind.NOT_FOUND) {
            throw failure;
        }
        String where = manifest.namespace().isEmpty() ? "" : " in " + manifest.namespace();
        return new Stopped(Why.TROUBLE,
                Remedies.sentence("The cluster does not take the " + manifest.kind() + " " + manifest.name() + where, failure.what()));
    }

    /** Pods of a Job, without those that are leaving. */
    List<Node> pods(String namespace, String job) throws ApiFailure {
        return api.list("/api/v1/namespaces/" + namespace + "/pods", "batch.kubernetes.io/job-name=" + job).stream()
                .filter(pod -> !PodState.leaving(pod)).toList();
    }

    /** All pods of a namespace. */
    List<Node> pods(String namespace) throws ApiFailure {
        return api.list("/api/v1/namespaces/" + namespace + "/pods", "");
    }

    /** Events of a namespace; none if they may not be read. */
    List<Node> events(String namespace) throws ApiFailure {
        try {
            return api.list("/api/v1/namespaces/" + namespace + "/events", "");
        } catch (ApiFailure failure) {
            if (failure.kind() == ApiFailure.Kind.FORBIDDEN) {
                return List.of();
            }
            throw failure;
        }
    }

    /** A Job. */
    Optional<Node> job(String namespace, String job) throws ApiFailure {
        return api.find("/apis/batch/v1/namespaces/" + namespace + "/jobs/" + job);
    }

    /** Why the pods of a Job do not come. */
    List<String> causes(String namespace, String job, int waitedSeconds) throws ApiFailure {
        Optional<Node> object = job(namespace, job);
        if (object.isEmpty()) {
            return List.of("The Job " + job + " in " + namespace + " is gone: somebody has deleted it, or its deadline was over.");
        }
        return Causes.of(new Causes.Seen(job, object.get(), pods(namespace, job), events(namespace), waitedSeconds));
    }
}
