package meshadvisor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Place;
import meshadvisor.source.Declared.Need;
import meshadvisor.source.FileFacts.Found;

/** A program while its files are gathered. */
final class Draft {

    /** A dependency and the file that names it. */
    record Needed(String language, Need need, String path) {
        Place place() {
            return new Place(path, need.line(), 0);
        }
    }

    /** A build file of this program. */
    record Build(Kinds.OfLanguage of, Declared declared, String path) {}

    private final String folder;
    private final List<Name> names = new ArrayList<>();
    private final List<Build> builds = new ArrayList<>();
    private final List<FileFacts> facts = new ArrayList<>();
    private final List<Needed> needs = new ArrayList<>();
    private final List<Draft> included = new ArrayList<>();
    private final Map<String, Boolean> known = new HashMap<>();
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

    List<FileFacts> facts() {
        return facts;
    }

    /** Its dependencies, those that it has from folders above included. */
    List<Needed> needs() {
        return needs;
    }

    /** Programs of the same repository that it has as libraries. */
    List<Draft> included() {
        return included;
    }

    boolean broken() {
        return broken;
    }

    /** One of its files could not be understood. */
    void breaks() {
        broken = true;
    }

    /** Itself and everything that it has as a library, each once. */
    List<Draft> whole() {
        Set<Draft> seen = new HashSet<>();
        List<Draft> all = new ArrayList<>();
        List<Draft> next = new ArrayList<>(List.of(this));
        while (!next.isEmpty()) {
            Draft draft = next.removeFirst();
            if (seen.add(draft)) {
                all.add(draft);
                next.addAll(draft.included);
            }
        }
        return all;
    }

    /** Whether this program may use the library: it declares it, or the language has it, or nothing says what the program needs. */
    boolean has(Language language, Kit kit) {
        return known.computeIfAbsent(language.language() + "/" + kit.library(), k -> declares(language, kit));
    }

    private boolean declares(Language language, Kit kit) {
        List<Needed> own = needs.stream().filter(n -> n.language.equals(language.language())).toList();
        return kit.names().isEmpty() || own.isEmpty() && builds.stream().noneMatch(b -> b.of().language().equals(language))
                || own.stream().anyMatch(n -> brings(kit, n.need().name()));
    }

    /** Whether the dependency of that name brings the library. */
    static boolean brings(Kit kit, String name) {
        for (String pattern : kit.names()) {
            int star = pattern.indexOf('*');
            boolean fits = star < 0 ? name.equalsIgnoreCase(pattern)
                    : name.length() >= pattern.length() - 1 && name.startsWith(pattern.substring(0, star))
                            && name.endsWith(pattern.substring(star + 1));
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /** What a file shows of libraries that the program has. */
    List<Found> found(FileFacts file) {
        return file.found().stream().filter(f -> has(file.language(), f.kit())).toList();
    }
}
