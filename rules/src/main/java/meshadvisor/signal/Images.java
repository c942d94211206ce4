package meshadvisor.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import meshadvisor.catalog.ImageFamily;
import meshadvisor.catalog.ImageFamily.Family;
import meshadvisor.model.Container;
import meshadvisor.model.ImageReference;

/** Tells from its image and ports what runs in a container. */
final class Images {

    private final Patterns<ImageFamily> byName = new Patterns<>();
    private final Patterns<ImageFamily> byTag = new Patterns<>();

    Images(List<ImageFamily> families) {
        for (ImageFamily family : families) {
            byName.add(family.image(), family);
            boolean needsNoMore = family.ports().isEmpty() && family.from().isEmpty();
            if (family.family() == Family.LOAD_GENERATOR && needsNoMore && family.image().indexOf('*') >= 0) {
                byTag.add(family.image(), family);
            }
        }
    }

    /**
     * The family of the container, given the ports under which it is reached; empty for what nobody knows, such as first-party code. Some
     * projects publish all their programs under one name and tell them apart by tag; a load generator's tag says what it is.
     */
    Optional<ImageFamily> of(Container container, Set<Integer> ports) {
        String image = container.image().value();
        String repository = ImageReference.repository(image);
        for (ImageFamily family : byName.fitting(ImageReference.name(image))) {
            if (fits(family, repository, ports)) {
                return Optional.of(family);
            }
        }
        return byTag.fitting(ImageReference.tag(image)).stream().findFirst();
    }

    private static boolean fits(ImageFamily family, String repository, Set<Integer> ports) {
        boolean port = family.ports().isEmpty() || family.ports().stream().anyMatch(ports::contains);
        return port && (family.from().isEmpty() || family.from().stream().anyMatch(p -> Patterns.fits(p, repository)));
    }
}
