package meshadvisor.signal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import meshadvisor.model.Evidence;

/** Languages of the application services as far as manifests tell. */
public final class Languages {

    private Languages() {}

    /** Evidence by language, sorted by language. */
    public static SortedMap<String, List<Evidence>> of(World world) {
        SortedMap<String, List<Evidence>> languages = new TreeMap<>();
        world.applications().counted().forEach(a -> a.workloads().forEach(w -> Signs.in(w, world.member(w), world.catalogue().runtimes())
                .forEach(s -> languages.merge(s.says(), List.of(s.evidence()), Languages::join))));
        return languages;
    }

    private static List<Evidence> join(List<Evidence> one, List<Evidence> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
