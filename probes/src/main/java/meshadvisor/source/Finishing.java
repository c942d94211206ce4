package meshadvisor.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Guarding;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Code.Library;
import meshadvisor.model.Code.Limit;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Code.Standing;
import meshadvisor.model.Place;
import meshadvisor.model.Trait;
import meshadvisor.source.Draft.Needed;
import meshadvisor.source.FileFacts.Found;

/** Makes a program of what was gathered: which libraries it uses, what guards what, which calls may wait for ever. */
final class Finishing {

    /** Lines between a guard and what it guards: an annotation before a method, a wrapper around some lines. */
    private static final int NEAR = 40;

    private final Draft draft;
    private final List<Draft> whole;
    private final boolean limitedSomewhere;
    private final boolean guardedEverywhere;

    Finishing(Draft draft) {
        this.draft = draft;
        this.whole = draft.whole();
        List<Found> all = whole.stream().flatMap(d -> d.facts().stream().flatMap(f -> d.found(f).stream())).toList();
        this.limitedSomewhere = all.stream().anyMatch(f -> f.shows(Trait.TIMEOUT));
        this.guardedEverywhere = all.stream().anyMatch(f -> f.use().everywhere() && f.guard());
    }

    Program program() {
        List<Site> sites = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (Draft part : whole) {
            part.facts().forEach(f -> {
                sites.addAll(sites(f, part.found(f)));
                hosts.addAll(f.hosts());
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
        Map<String, Library> libraries = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        whole.forEach(d -> d.facts().forEach(f -> d.found(f).forEach(found -> used.add(key(f.language().language(), found.kit())))));
        for (Draft part : whole) {
            for (Needed needed : part.needs()) {
                language(needed).flatMap(l -> l.libraries().stream()).filter(k -> Draft.brings(k, needed.need().name()))
                        .forEach(k -> libraries.putIfAbsent(key(needed.language(), k),
                                library(k, needed, k.byItself() || used.contains(key(needed.language(), k)))));
            }
        }
        return List.copyOf(libraries.values());
    }

    private static String key(String language, Kit kit) {
        return language + "/" + kit.library();
    }

    private static Library library(Kit kit, Needed needed, boolean used) {
        return new Library(kit.library(), needed.language(), Set.copyOf(kit.gives()), used ? Standing.USED : Standing.DECLARED_ONLY,
                needed.need().name(), needed.place());
    }

    private Stream<Language> language(Needed needed) {
        return Stream.concat(draft.builds().stream().map(b -> b.of().language()),
                whole.stream().flatMap(d -> d.facts().stream()).map(FileFacts::language))
                .filter(l -> l.language().equals(needed.language())).limit(1);
    }

    private List<Site> sites(FileFacts file, List<Found> found) {
        List<Found> calls = found.stream().filter(Found::call).toList();
        List<Found> stores = found.stream().filter(f -> f.shows(Trait.DATASTORE)).toList();
        List<Found> guards = found.stream().filter(Found::guard).toList();
        boolean limitedHere = found.stream().anyMatch(f -> f.shows(Trait.TIMEOUT));
        return found.stream().map(f -> {
            Guarding guarding = f.guard() ? guarded(f, calls, stores) : f.call() ? guardOf(f, guards) : Guarding.NOTHING;
            return new Site(f.kit().library(), file.language().language(), Set.copyOf(f.shows()), new Place(file.path(), f.line(), 0),
                    f.words(), f.call() ? limit(f, limitedHere) : Limit.NO_CALL, guarding, f.attempts(),
                    f.guard() ? nearest(f, calls).map(Found::method).findFirst().orElse(f.method()) : f.method());
        }).toList();
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

    private static Stream<Found> nearest(Found from, Collection<Found> all) {
        return all.stream().filter(f -> Math.abs(f.line() - from.line()) <= NEAR).min(Comparator.comparingInt(f -> distance(from, f)))
                .stream();
    }

    /** In lines; what stands before a guard is half as likely to be what it guards. */
    private static int distance(Found guard, Found other) {
        int lines = other.line() - guard.line();
        return lines >= 0 ? lines : -2 * lines;
    }
}
