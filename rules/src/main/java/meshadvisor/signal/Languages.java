package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

/** Languages of the application services as far as manifests tell. */
public final class Languages {

    private Languages() {}

    /** Evidence by language, sorted by language. */
    public static SortedMap<String, List<Evidence>> of(World world) {
        SortedMap<String, List<Evidence>> languages = new TreeMap<>();
        Signs signs = new Signs(world.catalogue().runtimes());
        world.applications().counted().forEach(a -> a.workloads().forEach(w -> signs.in(w, world.member(w))
                .forEach(s -> languages.computeIfAbsent(s.says(), k -> new ArrayList<>()).add(s.evidence()))));
        return languages;
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
