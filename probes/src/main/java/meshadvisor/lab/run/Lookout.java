package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.tree.Node;

/** Looks around while load is driven, on a thread of its own: what nodes and containers use, and whether others suffer. */
final class Lookout implements AutoCloseable {

    private static final long PAUSE_MILLIS = 2_000;
    /** Others are looked after less often: that lists all pods of the cluster. */
    private static final int ROUNDS_FOR_OTHERS = 4;
    /** Kubelets renew these figures every ten seconds at most. */
    private static final int ROUNDS_FOR_QUOTAS = 5;

    /** What the Jobs of node probes are called. */
    private static final String PROBE = "node-";

    private final Site site;
    private final List<String> watched;
    private final Containers containers;
    private final Quotas quotas;
    private final Neighbours neighbours;
    private final Map<String, NavigableMap<Double, NodeSample>> nodes = new ConcurrentHashMap<>();
    private final Map<String, PodLog> logs = new HashMap<>();
    private final Map<String, Frames> frames = new HashMap<>();
    private final Map<String, String> nodeOf = new HashMap<>();
    private final TreeSet<String> gaps = new TreeSet<>();
    private final Thread thread;
    private volatile List<String> suffering = List.of();
    private volatile boolean closed;

    Lookout(Site site, List<String> nodes) {
        this.site = site;
        this.watched = nodes;
        this.containers = new Containers(site.api(), nodes);
        this.quotas = new Quotas(site.api(), nodes);
        this.neighbours = new Neighbours(site.api());
        this.thread = Thread.ofPlatform().daemon().name("lookout").start(this::watch);
    }

    /** What containers used. */
    Containers containers() {
        return containers;
    }

    /** For how long quotas kept containers from running. */
    Quotas quotas() {
        return quotas;
    }

    /** What was seen of nodes, by name and time. */
    Map<String, NavigableMap<Double, NodeSample>> nodes() {
        return nodes;
    }

    /** What was seen of each node that has to be watched, also of those of which nothing was. */
    Map<String, NavigableMap<Double, NodeSample>> watched() {
        Map<String, NavigableMap<Double, NodeSample>> all = new TreeMap<>();
        watched.forEach(node -> all.put(node, nodes.getOrDefault(node, new ConcurrentSkipListMap<>())));
        return all;
    }

    /** Who suffers since the run began, whole sentences. */
    List<String> suffering() {
        return suffering;
    }

    /** Why others cannot be looked after, if they cannot. */
    Optional<String> blind() {
        return neighbours.blind();
    }

    /** What probes could not see, as clauses. */
    synchronized List<String> gaps() {
        return List.copyOf(gaps);
    }

    private void watch() {
        for (int round = 0; !closed; round++) {
            try {
                probes();
                containers.look();
                if (round % ROUNDS_FOR_QUOTAS == 0) {
                    quotas.look();
                }
                if (round % ROUNDS_FOR_OTHERS == 0) {
                    suffering = neighbours.suffering();
                }
            } catch (ApiFailure failure) {
                // The API server is away: what is missing then shows as a hole in what was seen.
            } catch (RuntimeException bug) {
                suffering = List.of("Nobody looks after others any more, because what does it broke: " + bug + "."); // so the run ends
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Reads what probes have told since. */
    synchronized void probes() throws ApiFailure {
        if (logs.size() < watched.size()) {
            for (Node pod : site.pods(site.control())) {
                String job = pod.at("metadata", "labels", "batch.kubernetes.io/job-name").text();
                if (job.startsWith(PROBE) && PodState.ready(pod)) {
                    logs.putIfAbsent(job, PodLog.of(site.api(), site.control(), PodState.name(pod), Execution.CONTAINER));
                    nodeOf.put(job, pod.at("spec", "nodeName").text());
                }
            }
        }
        for (Map.Entry<String, PodLog> log : logs.entrySet()) {
            Frames mine = frames.computeIfAbsent(log.getKey(), job -> new Frames());
            log.getValue().more().forEach(mine::take);
            mine.drain().values().forEach(bytes -> keep(nodeOf.getOrDefault(log.getKey(), ""), Json.read(bytes)));
        }
    }

    private void keep(String node, Node told) {
        NodeSample sample = NodeSample.of(told);
        if (!Double.isNaN(sample.atMillis())) {
            nodes.computeIfAbsent(node, name -> new ConcurrentSkipListMap<>()).put(sample.atMillis(), sample);
        }
        told.get("gaps").items().forEach(gap -> gaps.add(gap.text().isEmpty() ? gap.get("what").text() + ": " + gap.get("why").text()
                : gap.text()));
    }

    /** Waits until probes have told of a moment, or it is too late for that. */
    void reach(double millis) throws Stopped {
        for (int tries = 0; tries < 10; tries++) {
            List<NavigableMap<Double, NodeSample>> all = new ArrayList<>(nodes.values());
            if (all.isEmpty() || all.stream().allMatch(each -> each.lastKey() > millis)) {
                return;
            }
            Waiting.pause(500);
            try {
                probes();
            } catch (ApiFailure failure) {
                // It is tried again.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
