package meshadvisor.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Name;
import meshadvisor.source.FileFacts.Found;

/** A program while its files are gathered. */
final class Draft {

    /** Programs that one has as libraries, itself included; what has more is known in part only. */
    static final int MOST_INCLUDED = 200;

    /** What a file shows of libraries that the program has. */
    record Shown(FileFacts file, List<Found> found) {}

    private final String folder;
    private final List<Name> names = new ArrayList<>();
    private final List<Build> builds = new ArrayList<>();
    private final List<Build> given = new ArrayList<>();
    private final List<FileFacts> facts = new ArrayList<>();
    private final Set<Draft> included = new LinkedHashSet<>();
    private List<Shown> shown = List.of();
    private boolean broken;

    Draft(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    List<Name> names() {
        return names;
    }

    List<Build> builds() {
        return builds;
    }

    /** Build files that say what it needs: its own, then those of folders above that speak for it, too. */
    List<Build> given() {
        return given;
    }

    List<FileFacts> facts() {
        return facts;
    }

    /** Programs of the same repository that it has as libraries. */
    Set<Draft> included() {
        return included;
    }

    boolean broken() {
        return broken;
    }

    /** One of its files could not be understood, or not all that it has as libraries was followed. */
    void breaks() {
        broken = true;
    }

    /** Itself and what it has as libraries, each once, the closest first. */
    List<Draft> whole() {
        Set<Draft> all = new LinkedHashSet<>(Set.of(this));
        List<Draft> next = new ArrayList<>(all);
        for (int i = 0; i < next.size(); i++) {
            for (Draft draft : next.get(i).included) {
                if (all.size() == MOST_INCLUDED && !all.contains(draft)) {
                    breaks();
                    return next;
                }
                if (all.add(draft)) {
                    next.add(draft);
                }
            }
        }
        return next;
    }

    /**
     * Looks at all its files; what everything needs is known by now. A library counts that it or a program declares which it has as a library, or
     * that is part of the language; all count where nothing says what it needs.
     */
    void look() {
        Set<String> brought = new HashSet<>();
        whole().forEach(d -> d.given.forEach(b -> b.libraries().forEach(l -> brought.add(key(b.of().language(), l)))));
        Set<String> speaking = new HashSet<>();
        given.stream().filter(b -> !b.needs().isEmpty()).forEach(b -> speaking.add(b.of().language().language()));
        builds.forEach(b -> speaking.add(b.of().language().language()));
        shown = facts.stream().map(f -> new Shown(f, f.found().stream().filter(u -> u.kit().names().isEmpty()
                || !speaking.contains(f.language().language()) || brought.contains(key(f.language(), u.kit().library()))).toList()))
                .toList();
    }

    private static String key(Language language, String library) {
        return language.language() + "/" + library;
    }

    /** What its files show. */
    List<Shown> shown() {
        return shown;
    }

    /** Names of its languages: of its files, and of its own build files. */
    Set<String> languages() {
        Set<String> languages = new HashSet<>();
        facts.forEach(f -> languages.add(f.language().language()));
        builds.forEach(b -> languages.add(b.of().language().language()));
        return languages;
    }
}
