package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import meshadvisor.catalog.Reads;
import meshadvisor.catalog.Reads.Form;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonObject;

/** Reads every kind that is wanted, each list once, a handful at a time. */
final class ClusterReader {

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
        return AtOnce.all(Wanted.of(discovery, wish.reads, wish.namespaces, wish.optIns)
                .stream().<AtOnce.Doing<Read<T>>>map(list -> () -> one(list, takers, progress)).toList());
    }

    private <T extends Taker> Read<T> one(Wanted task, Taker.Maker<T> takers, Consumer<String> progress) {
        Resource resource = task.resource();
        T taker = takers.of(resource.name(), task.namespace());
        if (taker.complete()) {
            return new Read<>(resource, taker, 0, List.of(), Optional.empty());
        }
        Listing listing = new Listing(api, resource.path(task.namespace()), task.reads().form() == Form.METADATA ? Api.METADATA : Api.JSON,
                Projection.pruning(task.reads().form()));
        List<Gap> missing = new ArrayList<>();
        Optional<ApiFailure> failed = Optional.empty();
        try {
            listing.read(object -> taker.take(Projection.discreet(whole(object.named(resource.apiVersion(), resource.kind()), resource))));
        } catch (ApiFailure failure) {
            failed = Optional.of(failure);
            missing.add(Missing.list(resource, task.namespace(), failure, listing.count()));
        }
        if (!listing.leftOut().isEmpty()) {
            missing.add(Missing.objects(resource, listing.leftOut()));
        }
        taker.end(missing);
        progress.accept(listing.count() + " " + resource.name());
        return new Read<>(resource, taker, listing.count(), missing, failed);
    }

    private JsonObject whole(JsonObject object, Resource resource) {
        return resource.plural().equals("customresourcedefinitions") ? CustomKinds.described(object, discovery) : object;
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
