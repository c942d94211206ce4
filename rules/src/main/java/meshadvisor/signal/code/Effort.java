package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Language;
import meshadvisor.catalog.Language.Advised;
import meshadvisor.model.Code.Guarding;
import meshadvisor.model.Code.Limit;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Trait;
import meshadvisor.signal.World;

/**
 * What the library route takes for a need: a mesh takes a proxy or a node agent for every service, this takes work in the services that lack
 * something.
 *
 * @param need id of the need
 * @param rows one for each language, in the order of their names
 * @param done services that need nothing more
 * @param unknown services whose code was not found
 */
public record Effort(String need, List<Row> rows, List<String> done, List<String> unknown) {

    /**
     * Work in the services of one language.
     *
     * @param library that answers the need there
     * @param how what has to be done in each
     * @param services that lack it
     * @param files with calls that lack it; none where no code has to be changed
     */
    public record Row(String language, String library, String how, List<String> services, List<String> files) {
        public Row {
            services = List.copyOf(services);
            files = List.copyOf(files);
        }
    }

    public Effort {
        rows = List.copyOf(rows);
        done = List.copyOf(done);
        unknown = List.copyOf(unknown);
    }

    /** What shows that a service has what it needs; a need that is not here is one about its calls. */
    private static final Map<String, Set<Trait>> DONE_BY = Map.of("l7-observability", Set.of(Trait.TRACING, Trait.METRICS),
            "mtls", Set.of(Trait.MUTUAL_TLS, Trait.SPIFFE, Trait.DAPR));

    /** For each need that libraries of the known languages answer; none where nobody gave code. */
    public static List<Effort> of(World world) {
        List<Coded> all = Coded.all(world);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Language> languages = Language.all(world.catalogue().library());
        Set<String> needs = languages.stream().flatMap(l -> l.advise().stream()).map(Advised::need)
                .collect(Collectors.toCollection(TreeSet::new));
        return needs.stream().map(need -> effort(need, all, languages)).toList();
    }

    private static Effort effort(String need, List<Coded> all, List<Language> languages) {
        Map<String, List<Coded>> lacking = new TreeMap<>();
        List<String> done = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Coded coded : all) {
            if (!coded.known()) {
                unknown.add(coded.name());
            } else if (!lacks(need, coded)) {
                done.add(coded.name());
            } else {
                coded.languages().forEach(l -> lacking.computeIfAbsent(l, k -> new ArrayList<>()).add(coded));
            }
        }
        List<Row> rows = new ArrayList<>();
        lacking.forEach((language, services) -> rows.add(row(need, language, services, languages)));
        return new Effort(need, rows, done, unknown);
    }

    private static Row row(String need, String language, List<Coded> services, List<Language> languages) {
        Advised advised = languages.stream().filter(l -> l.language().equals(language)).flatMap(l -> l.advise().stream())
                .filter(a -> a.need().equals(need)).findFirst()
                .orElse(new Advised(need, "a library of your choice", "nothing is known of this language", List.of()));
        List<String> files = services.stream().flatMap(c -> touched(advised, c))
                .filter(s -> s.language().equals(language)).map(s -> s.place().file()).distinct().sorted().toList();
        return new Row(language, advised.library(), advised.how(), services.stream().map(Coded::name).sorted().toList(), files);
    }

    /** Places that have to be changed: of calls those alone that lack something. */
    private static Stream<Site> touched(Advised advised, Coded coded) {
        return DONE_BY.containsKey(advised.need()) ? advised.touches().stream().flatMap(t -> coded.sites(t).stream())
                : open(coded).stream();
    }

    private static boolean lacks(String need, Coded coded) {
        return DONE_BY.containsKey(need) ? DONE_BY.getOrDefault(need, Set.of()).stream().noneMatch(coded::shows) : !open(coded).isEmpty();
    }

    /** Calls without a guard or without an end. */
    private static List<Site> open(Coded coded) {
        return coded.calls().stream().filter(s -> s.guarding() != Guarding.CALL || s.limit() == Limit.MISSING).toList();
    }
}
