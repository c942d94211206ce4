package meshadvisor.report;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import meshadvisor.advice.Variant;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Fact;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.Versions;
import meshadvisor.report.Block.Table;

/** What the catalogue knows of some meshes, to be read by people: who can do what, and where each word of it was read. */
public final class CatalogPage {

    private final Catalogue catalogue;
    private final Collection<String> vendors;
    private final Map<String, Integer> sources = new LinkedHashMap<>();

    private CatalogPage(Catalogue catalogue, Collection<String> vendors) {
        this.catalogue = catalogue;
        this.vendors = vendors;
    }

    /** The page of some vendors. */
    public static Page of(Catalogue catalogue, Collection<String> vendors) {
        return new CatalogPage(catalogue, vendors).page();
    }

    /** The facts of some vendors, by topic. */
    public static List<Section> facts(Catalogue catalogue, Collection<String> vendors) {
        return vendors.stream().flatMap(v -> MeshPages.facts("Facts of " + v + ": ", catalogue.facts(v)).stream()).toList();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Meshes", List.of(meshes())));
        sections.add(new Section("Capabilities (the number is the source)", capabilities()));
        vendors.forEach(v -> versions(v, sections));
        sections.add(new Section("Sources",
                sources.entrySet().stream().map(e -> new Block.Item(0, "[" + e.getValue() + "]", e.getKey())).toList()));
        return new Page("What the catalogue knows of meshes", sections, List.copyOf(vendors));
    }

    private Table meshes() {
        return new Table(List.of("mesh", "name", "variants", "facts", "newestFact"),
                vendors.stream().flatMap(v -> catalogue.marks(v).stream())
                        .map(m -> List.of(m.mesh(), name(m), String.join(", ", variants(m.mesh())),
                                Integer.toString(catalogue.facts(m.mesh()).size()), newestFact(m.mesh())))
                        .toList());
    }

    private static String name(Marks marks) {
        return marks.name() + (marks.generic() ? " (an interface)" : "") + (marks.ended().isEmpty() ? "" : " (ends " + marks.ended() + ")");
    }

    private String newestFact(String vendor) {
        return catalogue.facts(vendor).stream().map(Fact::date).max(String::compareTo).orElse("");
    }

    private List<String> variants(String vendor) {
        return catalogue.library().readList("meshes/" + vendor + "/variants.yaml", "variants", Variant.class).stream().map(Variant::id)
                .toList();
    }

    private List<Block> capabilities() {
        List<String> variants = vendors.stream().flatMap(v -> variants(v).stream()).toList();
        Map<String, List<Capability>> byName = catalogue.capabilities().stream().filter(c -> variants.contains(c.variant()))
                .collect(Collectors.groupingBy(Capability::capability, LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        byName.forEach((name, states) -> {
            List<String> row = new ArrayList<>(List.of(name));
            variants.forEach(
                    v -> row.add(states.stream().filter(c -> c.variant().equals(v)).map(this::cell).collect(Collectors.joining(" "))));
            rows.add(List.copyOf(row));
        });
        List<String> columns = new ArrayList<>(List.of("capability"));
        columns.addAll(variants);
        return rows.isEmpty() ? List.of() : List.of(new Table(columns, rows), new Block.Paragraph("An asterisk: only with a waypoint."));
    }

    private String cell(Capability capability) {
        String waypoint = capability.needsWaypoint() ? "*" : "";
        return capability.state().name().toLowerCase(ROOT) + waypoint + " " + number(Citation.of(capability));
    }

    private String number(Citation citation) {
        return "[" + sources.computeIfAbsent(citation.words(), w -> sources.size() + 1) + "]";
    }

    private void versions(String vendor, List<Section> sections) {
        Versions versions = catalogue.versions().get(vendor);
        if (versions != null) {
            sections.add(new Section("Versions of " + catalogue.marks(vendor).map(Marks::name).orElse(vendor), List.of(new Table(
                    List.of("version", "released", "supportedUntil", "kubernetes", "nativeSidecars", "source"),
                    versions.versions().stream().map(this::release).toList()))));
        }
    }

    private List<String> release(Versions.Release release) {
        return List.of(release.version(), release.released(), release.supportedUntil(),
                release.kubernetesMin().isEmpty() ? "" : release.kubernetesMin() + "+", release.nativeSidecarDefault() ? "default" : "",
                number(new Citation(release.source(), release.date(), release.mark())));
    }
}
