package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import meshadvisor.model.Evidence;
import meshadvisor.signal.code.CodeReadings;
import meshadvisor.signal.code.Coded;

/** Languages of the application services as far as their code tells, else their manifests. */
public final class Languages {

    private Languages() {}

    /** Evidence by language, sorted by language. */
    public static SortedMap<String, List<Evidence>> of(World world) {
        List<Coded> code = Coded.all(world).stream().filter(Coded::known).toList();
        SortedMap<String, List<Evidence>> languages = new TreeMap<>(CodeReadings.languages(code));
        Set<Application> read = code.stream().map(Coded::application).collect(Collectors.toSet());
        Signs signs = new Signs(world.catalogue().runtimes());
        world.applications().counted().stream().filter(a -> !read.contains(a))
                .forEach(a -> a.workloads().forEach(w -> signs.in(w, world.member(w))
                        .forEach(s -> languages.computeIfAbsent(s.says(), k -> new ArrayList<>()).add(s.evidence()))));
        return languages;
    }

}
