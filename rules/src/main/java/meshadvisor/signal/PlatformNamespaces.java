package meshadvisor.signal;

import meshadvisor.catalog.Catalogue;
import meshadvisor.model.Apart;

/** Namespaces that hold no application: those of the cluster, of platforms and of meshes. */
final class PlatformNamespaces {

    private final Patterns<String> patterns = new Patterns<>();

    private PlatformNamespaces() {}

    static PlatformNamespaces of(Catalogue catalogue) {
        PlatformNamespaces namespaces = new PlatformNamespaces();
        catalogue.platformNamespaces().forEach(n -> namespaces.patterns.add(n, n));
        catalogue.marks().forEach(m -> m.namespaces().forEach(n -> namespaces.patterns.add(n, n)));
        return namespaces;
    }

    boolean contains(String namespace) {
        return !patterns.fitting(Apart.plain(namespace)).isEmpty();
    }
}
