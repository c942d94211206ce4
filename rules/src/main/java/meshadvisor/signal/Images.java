package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import meshadvisor.catalog.ImageFamily;
import meshadvisor.catalog.ImageFamily.Family;
import meshadvisor.model.Container;

/** Tells from its image and ports what runs in a container. */
final class Images {

    private final Map<String, List<ImageFamily>> exact = new HashMap<>();
    private final List<ImageFamily> patterns = new ArrayList<>();

    Images(List<ImageFamily> families) {
        for (ImageFamily family : families) {
            if (family.image().indexOf('*') < 0) {
                exact.computeIfAbsent(family.image(), k -> new ArrayList<>()).add(family);
            } else {
                patterns.add(family);
            }
        }
    }

    /** The family of the container, given the ports under which it is reached; empty for what nobody knows, such as first-party code. */
    Optional<ImageFamily> of(Container container, Set<Integer> ports) {
        String image = container.image().value();
        String repository = VersionText.repository(image);
        String name = VersionText.imageName(image);
        for (ImageFamily family : exact.getOrDefault(name, List.of())) {
            if (fits(family, repository, ports)) {
                return Optional.of(family);
            }
        }
        for (ImageFamily family : patterns) {
            if (matches(family.image(), name) && fits(family, repository, ports)) {
                return Optional.of(family);
            }
        }
        return byTag(VersionText.tag(image));
    }

    /** Some projects publish all their programs under one name and tell them apart by tag; a load generator's tag says what it is. */
    private Optional<ImageFamily> byTag(String tag) {
        return patterns.stream().filter(f -> f.family() == Family.LOAD_GENERATOR && f.ports().isEmpty() && f.from().isEmpty()
                && matches(f.image(), tag)).findFirst();
    }

    private static boolean fits(ImageFamily family, String repository, Set<Integer> ports) {
        boolean port = family.ports().isEmpty() || family.ports().stream().anyMatch(ports::contains);
        return port && (family.from().isEmpty() || family.from().stream().anyMatch(p -> matches(p, repository)));
    }

    /** Whether the text is what the pattern says, {@code *} standing for any text. */
    static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        if (rest.isEmpty()) {
            return true;
        }
        for (int from = star; from <= text.length(); from++) {
            if (matches(rest, text.substring(from))) {
                return true;
            }
        }
        return false;
    }
}
