package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import meshadvisor.catalog.Reads;
import meshadvisor.catalog.Reads.Form;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.model.Gap;

/** Reads every kind that is wanted, each list once, a handful at a time. */
final class ClusterReader {

    private static final int AT_ONCE = 4;

    private final Api api;
    private final Discovery discovery;
    private final Wish wish;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * What to read.
     *
     * @param namespaces only these; all if empty
     * @param optIns options that the user gave, for kinds that are not read without
     */
    record Wish(List<Reads> reads, Set<String> namespaces, Set<String> optIns) {}

    /** What one list gave: who took its objects, and what was missing. */
    record Read<T extends Taker>(Resource resource, T taker, int count, List<Gap> gaps, Optional<ApiFailure> failure) {}

    /** A list that is to be read. */
    private record Task(Resource resource, Form form, String namespace) {}

    ClusterReader(Api api, Discovery discovery, Wish wish) {
        this.api = api;
        this.discovery = discovery;
        this.wish = wish;
        this.gaps.addAll(discovery.gaps());
    }

    /** Groups that have something to read. */
    static Set<String> groups(List<Reads> reads) {
        Set<String> groups = new HashSet<>();
        reads.forEach(r -> groups.add(r.group()));
        return groups;
    }

    /** Gaps that belong to no list. */
    List<Gap> gaps() {
        return gaps;
    }

    /** Reads; the results stand in the order of the wish, whoever was ready first. */
    <T extends Taker> List<Read<T>> read(Taker.Maker<T> takers, Consumer<String> progress) throws ApiFailure {
        unknownKinds();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "cluster-reader");
            thread.setDaemon(true); // an interrupted run does not wait for answers
            return thread;
        });
        try {
            List<Future<Read<T>>> running = tasks().stream().map(task -> pool.submit(() -> one(task, takers, progress))).toList();
            List<Read<T>> results = new ArrayList<>();
            for (Future<Read<T>> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(Kind.TIMEOUT, "interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Reads reads : wish.reads) {
            for (String plural : wanted(reads) ? reads.resources() : List.<String>of()) {
                discovery.find(reads.group(), plural).ifPresent(resource -> {
                    if (wish.namespaces.isEmpty() || !resource.namespaced()) {
                        tasks.add(new Task(resource, reads.form(), ""));
                    } else {
                        new TreeSet<>(wish.namespaces).forEach(n -> tasks.add(new Task(resource, reads.form(), n)));
                    }
                });
            }
        }
        return tasks;
    }

    private boolean wanted(Reads reads) {
        return reads.optIn().isEmpty() || wish.optIns.contains(reads.optIn());
    }

    private <T extends Taker> Read<T> one(Task task, Taker.Maker<T> takers, Consumer<String> progress) {
        Resource resource = task.resource;
        T taker = takers.of(resource.name(), task.namespace);
        if (taker.complete()) {
            return new Read<>(resource, taker, 0, List.of(), Optional.empty());
        }
        Listing listing = new Listing(api, resource.path(task.namespace), task.form == Form.METADATA ? Api.METADATA : Api.JSON,
                Projection.pruning(task.form));
        List<Gap> missing = new ArrayList<>();
        Optional<ApiFailure> failed = Optional.empty();
        try {
            listing.read(object -> taker.take(Projection.discreet(object.named(resource.apiVersion(), resource.kind()))));
        } catch (ApiFailure failure) {
            failed = Optional.of(failure);
            missing.add(Missing.list(resource, task.namespace, failure, listing.count()));
        }
        if (!listing.leftOut().isEmpty()) {
            missing.add(Missing.objects(resource, listing.leftOut()));
        }
        taker.end(missing);
        progress.accept(listing.count() + " " + resource.name());
        return new Read<>(resource, taker, listing.count(), missing, failed);
    }

    /** Kinds of a mesh's groups that are newer than this program, or older: better said than left out in silence. */
    private void unknownKinds() {
        for (String group : new TreeSet<>(groups(wish.reads))) {
            Set<String> known = new HashSet<>();
            wish.reads.stream().filter(r -> r.group().equals(group)).forEach(r -> {
                known.addAll(r.resources());
                known.addAll(r.leftAlone());
            });
            List<String> unknown = discovery.resources().stream().filter(r -> r.group().equals(group) && !known.contains(r.plural()))
                    .map(Resource::plural).sorted().toList();
            if (!unknown.isEmpty() && !group.isEmpty()) {
                gaps.add(Missing.kinds(group, unknown));
            }
        }
    }
}
