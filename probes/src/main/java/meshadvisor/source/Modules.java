package meshadvisor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.catalog.BuildFile;
import meshadvisor.source.Declared.Need;

/** Programs of one repository under the names by which build files need them as libraries. Each build file is looked up once. */
final class Modules {

    /** How a build file may name a module. */
    private enum By {
        /** As its own build file does. */
        NAME,
        /** By what follows the group. */
        ARTIFACT,
        /** By its place among the projects. */
        PROJECT
    }

    private record Key(String language, By by, String name) {}

    private static final Pattern PROJECT_FILE = Pattern.compile("\\.\\w{0,9}proj$");

    private final Map<String, Draft> byFolder;
    private final Map<Key, List<Draft>> byName = new HashMap<>();
    private final IdentityHashMap<Build, Set<Draft>> behind = new IdentityHashMap<>();
    private long steps;

    Modules(Map<String, Draft> byFolder) {
        this.byFolder = byFolder;
        byFolder.values().forEach(d -> d.builds().forEach(b -> add(d, b)));
    }

    private void add(Draft draft, Build build) {
        String name = build.name();
        put(build, By.PROJECT, name.isEmpty() ? Folders.name(build.folder()) : name, draft);
        if (!name.isEmpty()) {
            put(build, By.NAME, name, draft);
        }
        if (!name.isEmpty() && build.of().build().format() == BuildFile.Format.XML) {
            put(build, By.ARTIFACT, name, draft);
        }
    }

    private void put(Build build, By by, String name, Draft draft) {
        steps++;
        List<Draft> called = byName.computeIfAbsent(new Key(build.of().language().language(), by, name), k -> new ArrayList<>(1));
        if (called.size() < Draft.MOST_INCLUDED) {
            called.add(draft);
        }
    }

    /** What it needs of the same repository, as many as are followed; what it is itself may be among them. */
    Set<Draft> behind(Build build) {
        return behind.computeIfAbsent(build, this::look);
    }

    private Set<Draft> look(Build build) {
        Set<Draft> found = new LinkedHashSet<>();
        for (Need need : build.needs()) {
            if (found.size() > Draft.MOST_INCLUDED) {
                break;
            }
            String name = need.name();
            String last = name.substring(name.lastIndexOf(':') + 1);
            if (PROJECT_FILE.matcher(name).find()) {
                Draft project = byFolder.get(Folders.of(Folders.resolved(build.folder(), name.replace('\\', '/'))));
                found.addAll(project == null ? Set.of() : Set.of(project));
            }
            found.addAll(called(build, By.NAME, name));
            found.addAll(last.equals(name) ? List.of() : called(build, By.ARTIFACT, last));
            found.addAll(name.startsWith(":") ? called(build, By.PROJECT, last) : List.of());
        }
        return found;
    }

    private List<Draft> called(Build build, By by, String name) {
        List<Draft> drafts = byName.getOrDefault(new Key(build.of().language().language(), by, name), List.of());
        steps += 1 + drafts.size();
        return drafts;
    }

    /** Names that it has looked up, and what it has found under them. */
    long steps() {
        return steps;
    }
}
