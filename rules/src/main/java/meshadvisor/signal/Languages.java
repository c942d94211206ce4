package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import meshadvisor.model.Evidence;

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

}
