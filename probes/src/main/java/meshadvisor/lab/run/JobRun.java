package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.tree.Node;

/** Follows a Job whose pods tell results in their logs, until all have told everything. */
final class JobRun {

    private final Site site;
    private final String namespace;
    private final String job;
    private final int pods;
    private final Map<String, PodLog> logs = new LinkedHashMap<>();
    private final Map<String, Frames> frames = new HashMap<>();
    private List<String> trouble = List.of();
    private boolean allEnded;

    /**
     * @param pods that tell
     */
    JobRun(Site site, String namespace, String job, int pods) {
        this.site = site;
        this.namespace = namespace;
        this.job = job;
        this.pods = pods;
    }

    /** Something that is done again and again meanwhile. */
    interface Meanwhile {
        /** Does it; the frames are those that were read until now. */
        void go(JobRun run) throws ApiFailure, Stopped;
    }

    /** Waits for the end. What keeps pods from it is told by {@link #trouble}, and so is that it was too late. */
    List<Told> follow(int atMostSeconds, Meanwhile meanwhile) throws Stopped {
        try {
            Waiting.until(atMostSeconds, "The Job " + job + " in " + namespace + " did not end within " + atMostSeconds + " s.", waited -> {
                meanwhile.go(this);
                return look(waited) ? Optional.of(true) : Optional.empty();
            });
        } catch (Stopped late) {
            if (late.why() != Stopped.Why.TROUBLE) {
                throw late;
            }
            trouble = List.of(late.sentences());
        }
        return logs.keySet().stream().map(pod -> Told.of(pod, frames.getOrDefault(pod, new Frames()))).toList();
    }

    /** What kept pods from telling everything, whole sentences. */
    List<String> trouble() {
        return trouble;
    }

    /** When the last generator began to measure a cell, in milliseconds since the epoch; nothing before all have. */
    Optional<Double> measuring(String cell) {
        List<Double> begun = frames.values().stream().map(each -> each.results().get(cell + "/measuring.json")).filter(Objects::nonNull)
                .map(bytes -> Json.number(Json.read(bytes).get("atMillis"))).toList();
        return begun.size() < pods ? Optional.empty() : begun.stream().max(Double::compare);
    }

    private boolean look(int waited) throws ApiFailure {
        List<Node> all = site.pods(namespace, job);
        List<String> ended = new ArrayList<>();
        for (Node pod : all) {
            String phase = pod.at("status", "phase").text();
            if (PodState.ended(pod)) {
                ended.add(PodState.name(pod));
            }
            if (!phase.equals("Pending") && !phase.isEmpty()) {
                read(PodState.name(pod));
            }
        }
        long done = frames.values().stream().filter(each -> each.done().isPresent()).count();
        if (done >= pods) {
            return true;
        }
        List<String> causes = waited < 2 ? List.of() : site.causes(namespace, job, waited);
        boolean hopeless = !causes.isEmpty() && (ended.size() >= all.size() || logs.isEmpty());
        if (hopeless) {
            trouble = causes;
        } else if (ended.size() >= pods && allEnded) { // a runtime may write the last lines a moment after the end
            trouble = List.of("The pods of " + job + " ended before they had told everything: " + talk());
            return true;
        }
        allEnded = ended.size() >= pods;
        return hopeless;
    }

    private void read(String pod) throws ApiFailure {
        PodLog log = logs.computeIfAbsent(pod, name -> PodLog.of(site.api(), namespace, name, Execution.CONTAINER));
        Frames mine = frames.computeIfAbsent(pod, name -> new Frames());
        try {
            log.more().forEach(mine::take);
        } catch (ApiFailure failure) {
            if (failure.status() != 400) { // the container is still being made
                throw failure;
            }
        }
    }

    private String talk() {
        return frames.values().stream().flatMap(each -> each.lastTalk().stream()).reduce((a, b) -> a + " / " + b)
                .orElse("their logs say nothing more") + ".";
    }

    /** The number of pods that a Job's manifest wants. */
    static int wanted(Map<String, Object> job) {
        return job.get("spec") instanceof Map<?, ?> spec && spec.get("completions") instanceof Number number ? number.intValue() : 1;
    }
}
