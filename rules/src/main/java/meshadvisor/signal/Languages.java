package meshadvisor.signal;

import java.util.List;
import java.util.Map;
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

    /** Evidence by language, sorted by language: one piece for each service. */
    public static SortedMap<String, List<Evidence>> of(World world) {
        List<Coded> code = Coded.all(world).stream().filter(Coded::known).toList();
        SortedMap<String, SortedMap<String, Evidence>> languages = new TreeMap<>();
        code.forEach(c -> c.languages().forEach(l -> add(languages, l, c.application(), CodeReadings.writtenIn(c, l))));
        Set<Application> read = code.stream().map(Coded::application).collect(Collectors.toSet());
        Signs signs = new Signs(world.catalogue().runtimes());
        world.applications().counted().stream().filter(a -> !read.contains(a))
                .forEach(a -> a.workloads().forEach(
                        w -> signs.in(w, world.member(w)).forEach(s -> add(languages, s.says(), a, s.evidence()))));
        return languages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.copyOf(e.getValue().values()),
                (one, other) -> one, TreeMap::new));
    }

    /** One piece of evidence for each service, however often it is defined. */
    private static void add(SortedMap<String, SortedMap<String, Evidence>> languages, String language, Application application,
            Evidence evidence) {
        languages.computeIfAbsent(language, l -> new TreeMap<>()).putIfAbsent(application.namespace() + "/" + application.name(), evidence);
    }
}
