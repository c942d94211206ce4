package meshadvisor.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.catalog.Kit;
import meshadvisor.model.Place;
import meshadvisor.source.Declared.Need;

/**
 * A build file, and which known libraries it brings.
 *
 * @param name of the program, empty where it says none
 * @param needs with the names that aliases stand for
 * @param brought in the order of the needs
 * @param libraries names of what is brought
 */
record Build(Kinds.OfLanguage of, String name, String path, List<Need> needs, List<Brought> brought, Set<String> libraries) {

    /** A library and the dependency that brings it. */
    record Brought(Kit kit, String declared, Place place) {}

    /** Looks up each dependency once, whatever number of programs it speaks for. */
    static Build of(Kinds.OfLanguage of, Declared declared, String path, Map<String, String> aliases) {
        List<Need> needs = declared.needs().stream()
                .map(n -> new Need(aliases.getOrDefault(n.name(), n.name()), n.line(), n.alias())).toList();
        List<Brought> brought = new ArrayList<>();
        Set<String> libraries = new HashSet<>();
        for (Need need : needs) {
            for (Kit kit : of.language().libraries()) {
                if (isBrought(kit, need.name())) {
                    brought.add(new Brought(kit, need.name(), new Place(path, need.line(), 0)));
                    libraries.add(kit.library());
                }
            }
        }
        return new Build(of, declared.name(), path, needs, brought, libraries);
    }

    private static boolean isBrought(Kit kit, String name) {
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

    /** The folder in which it lies. */
    String folder() {
        return Folders.of(path);
    }
}
