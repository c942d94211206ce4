package meshadvisor.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kit;
import meshadvisor.model.Code.Attempts;
import meshadvisor.model.Code.Guarding;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Code.Library;
import meshadvisor.model.Code.Limit;
import meshadvisor.model.Code.Method;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Code.Standing;
import meshadvisor.model.Place;
import meshadvisor.model.Trait;
import meshadvisor.source.Build.Brought;
import meshadvisor.source.Draft.Shown;
import meshadvisor.source.FileFacts.Found;

/** Makes a program of what was gathered: which libraries it uses, what guards what, which calls may wait for ever. */
final class Finishing {

    /** Lines between a guard and what it guards: an annotation before a method, a wrapper around some lines. */
    private static final int NEAR = 40;

    private final Draft draft;
    private final List<Draft> whole;
    /** What files of settings show. */
    private final List<Found> settings;
    private final boolean limitedSomewhere;
    private final boolean guardedEverywhere;

    Finishing(Draft draft) {
        this.draft = draft;
        this.whole = draft.whole();
        List<Found> all = whole.stream().flatMap(d -> d.shown().stream()).flatMap(s -> s.found().stream()).toList();
        this.settings = whole.stream().flatMap(d -> d.shown().stream()).filter(s -> s.file().language().configuration())
                .flatMap(s -> s.found().stream()).toList();
        this.limitedSomewhere = all.stream().anyMatch(f -> f.shows(Trait.TIMEOUT));
        this.guardedEverywhere = all.stream().anyMatch(f -> f.use().everywhere() && f.guard());
    }

    Program program() {
        List<Site> sites = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (Draft part : whole) {
            part.shown().forEach(s -> {
                sites.addAll(sites(s));
                hosts.addAll(s.file().hosts());
            });
        }
        String place = draft.builds().isEmpty() ? draft.folder() : draft.builds().getFirst().path();
        List<Name> names = draft.names().stream().distinct().sorted(Comparator.comparing(Name::by).thenComparing(Name::text)).toList();
        return new Program(draft.folder(), new Place(place, 0, 0), names, languages(), libraries(), sites, hosts, draft.broken());
    }

    /** A language that a build file speaks of counts, else those of the files: bundled scripts are not what a service is written in. */
    private NavigableMap<String, Integer> languages() {
        NavigableMap<String, Integer> files = new TreeMap<>();
        draft.facts().stream().filter(f -> !f.language().configuration())
                .forEach(f -> files.merge(f.language().language(), 1, Integer::sum));
        Set<String> built = draft.builds().stream().map(b -> b.of().language().language()).filter(files::containsKey)
                .collect(Collectors.toSet());
        if (!built.isEmpty()) {
            files.keySet().retainAll(built);
        }
        return files;
    }

    private List<Library> libraries() {
        Map<String, Set<Trait>> used = new HashMap<>();
        Set<String> languages = new HashSet<>();
        for (Draft part : whole) {
            languages.addAll(part.languages());
            part.shown().forEach(s -> s.found().forEach(f -> used
                    .computeIfAbsent(key(s.file().language().language(), f.kit()), k -> EnumSet.noneOf(Trait.class)).addAll(f.shows())));
        }
        Map<String, Library> libraries = new LinkedHashMap<>();
        for (Draft part : whole) {
            for (Build build : part.given()) {
                String language = build.of().language().language();
                build.brought().stream().filter(b -> languages.contains(language))
                        .forEach(b -> libraries.computeIfAbsent(key(language, b.kit()),
                                k -> library(language, b, used.getOrDefault(k, Set.of()))));
            }
        }
        return List.copyOf(libraries.values());
    }

    private static String key(String language, Kit kit) {
        return language + "/" + kit.library();
    }

    /** It gives what its places show; one that works by being there, or of which no place was found, what it can give. */
    private static Library library(String language, Brought brought, Set<Trait> shown) {
        Kit kit = brought.kit();
        Set<Trait> gives = new TreeSet<>(shown);
        gives.addAll(kit.byItself() || shown.isEmpty() ? kit.gives() : Set.of());
        return new Library(kit.library(), language, gives, kit.byItself() || !shown.isEmpty() ? Standing.USED : Standing.DECLARED_ONLY,
                brought.declared(), brought.place());
    }

    private List<Site> sites(Shown shown) {
        FileFacts file = shown.file();
        List<Found> found = shown.found();
        List<Found> calls = found.stream().filter(Found::call).toList();
        List<Found> stores = found.stream().filter(f -> f.shows(Trait.DATASTORE)).toList();
        List<Found> guards = found.stream().filter(Found::guard).toList();
        boolean limitedHere = found.stream().anyMatch(f -> f.shows(Trait.TIMEOUT));
        return found.stream().map(f -> {
            Guarding guarding = f.guard() ? guarded(f, calls, stores) : f.call() ? guardOf(f, guards) : Guarding.NOTHING;
            return new Site(f.kit().library(), file.language().language(), Set.copyOf(f.shows()), new Place(file.path(), f.line(), 0),
                    f.use().speaks(), f.words(), f.call() ? limit(f, limitedHere) : Limit.NO_CALL, guarding, attempts(f, found),
                    f.guard() && f.method() != Method.HARMLESS ? nearest(f, calls).map(Found::method).findFirst().orElse(f.method())
                            : f.method());
        }).toList();
    }

    /** A number that stands elsewhere in the file, or in settings beside the code, goes before the default of the library: the largest of them. */
    private Attempts attempts(Found retry, List<Found> here) {
        Attempts own = retry.attempts();
        return own.stated() || own.tries() == 0 ? own
                : Stream.concat(here.stream(), settings.stream()).filter(f -> f.kit().library().equals(retry.kit().library()))
                        .map(Found::attempts).filter(a -> a.stated() && a.tries() > 0).max(Comparator.comparingInt(Attempts::tries))
                        .orElse(own);
    }

    private Limit limit(Found call, boolean limitedHere) {
        Kit.Deadline deadline = call.kit().deadline();
        boolean set = call.limited() || switch (deadline.within()) {
            case CALL -> false;
            case FILE -> limitedHere;
            case PROGRAM -> limitedSomewhere;
        };
        return set ? Limit.SET
                : switch (deadline.usual()) {
                    case "" -> Limit.OPEN;
                    case "none" -> Limit.MISSING;
                    default -> Limit.BY_DEFAULT;
                };
    }

    /** What a guard is around: what stands closest to it, calls before databases where both are as close. */
    private Guarding guarded(Found guard, List<Found> calls, List<Found> stores) {
        int call = nearest(guard, calls).mapToInt(f -> distance(guard, f)).findFirst().orElse(Integer.MAX_VALUE);
        int store = nearest(guard, stores).mapToInt(f -> distance(guard, f)).findFirst().orElse(Integer.MAX_VALUE);
        boolean anyCall = call < Integer.MAX_VALUE;
        if (guard.use().everywhere()) {
            return Guarding.CALL;
        }
        return !anyCall && store == Integer.MAX_VALUE ? Guarding.NOTHING : call <= store ? Guarding.CALL : Guarding.DATASTORE;
    }

    private Guarding guardOf(Found call, List<Found> guards) {
        boolean own = guardedEverywhere || nearest(call, guards).anyMatch(g -> distance(g, call) <= 2 * NEAR);
        return own ? Guarding.CALL : Guarding.NOTHING;
    }

    /** Of those that stand near, in the order of their lines. */
    private static Stream<Found> nearest(Found from, List<Found> all) {
        return all.subList(firstFrom(all, from.line() - NEAR), firstFrom(all, from.line() + NEAR + 1)).stream()
                .min(Comparator.comparingInt(f -> distance(from, f))).stream();
    }

    /** Where those begin that do not stand before a line. */
    private static int firstFrom(List<Found> all, int line) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** In lines; what stands before a guard is half as likely to be what it guards. */
    private static int distance(Found guard, Found other) {
        int lines = other.line() - guard.line();
        return lines >= 0 ? lines : -2 * lines;
    }
}
