package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

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

    /** {@code several} where two or more were seen; one alone proves nothing about the services that show none, so it stays unknown. */
    static Reading reading(World world) {
        Map<String, List<Evidence>> languages = of(world);
        if (languages.size() > 1) {
            return Reading.choice("several", languages.values().stream().map(List::getFirst).toList());
        }
        return new Reading.Unknown(Gap.of("languages", "in which languages the services are written",
                languages.isEmpty() ? "no manifest tells" : "manifests show only " + languages.keySet(),
                "add the source repositories to the scan"));
    }
}
