package meshadvisor.report;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.advice.Variant;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Fact;
import meshadvisor.catalog.Versions.Release;
import meshadvisor.report.Block.Table;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import meshadvisor.rule.Severity;

/** The knowledge as tables for programs, every row with its source, date and mark. */
public record Listings(Catalogue catalogue) {

    /** All rules, by code. The severity is that of the worst case. */
    public Table rules() {
        return new Table(List.of("code", "id", "severity", "applies", "title"), Rules.of(catalogue.library()).all().stream()
                .map(r -> List.of(r.code(), r.id(), worst(r), r.applies().name().toLowerCase(ROOT).replace('_', '-'), r.title())).toList());
    }

    private static String worst(Rule rule) {
        return rule.cases().stream().map(Rule.Case::severity).max(Severity::compareTo).orElse(Severity.INFO).id();
    }

    /** What the catalogue knows of some meshes, without their facts. */
    public Map<String, Table> meshes(Collection<String> vendors) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("meshes", new Table(List.of("mesh", "name", "ended"),
                vendors.stream().flatMap(v -> catalogue.marks(v).stream()).map(m -> List.of(m.mesh(), m.name(), m.ended())).toList()));
        tables.put("variants", new Table(List.of("mesh", "variant", "name"), each(vendors, "variants", Variant.class,
                v -> List.of(v.id(), v.name()))));
        tables.put("capabilities", new Table(
                List.of("mesh", "variant", "capability", "state", "needsWaypoint", "from", "note", "source", "date", "mark"),
                each(vendors, "capabilities", Capability.class,
                        c -> List.of(c.variant(), c.capability(), c.state().name().toLowerCase(ROOT),
                                c.needsWaypoint() ? "yes" : "no", c.from(), c.note(), c.source(), c.date(), mark(c.mark())))));
        tables.put("versions", new Table(List.of("mesh", "version", "released", "supportedUntil", "kubernetesMin", "nativeSidecarDefault",
                "source", "date", "mark"),
                each(vendors, "versions", Release.class, r -> List.of(r.version(), r.released(), r.supportedUntil(), r.kubernetesMin(),
                        r.nativeSidecarDefault() ? "yes" : "no", r.source(), r.date(), mark(r.mark())))));
        return tables;
    }

    /** The facts of some meshes. */
    public Table facts(Collection<String> vendors) {
        return new Table(List.of("mesh", "fact", "topic", "says", "value", "appliesTo", "source", "date", "mark"),
                each(vendors, "facts", Fact.class, f -> List.of(f.id(), f.topic(), f.says(), f.value(), f.appliesTo(), f.source(), f.date(),
                        mark(f.mark()))));
    }

    /** The entries of the list that a vendor's file of that name holds under its own name. */
    private <T> List<List<String>> each(Collection<String> vendors, String list, Class<T> type, Function<T, List<String>> row) {
        List<List<String>> rows = new ArrayList<>();
        for (String vendor : vendors) {
            catalogue.library().readList("meshes/" + vendor + "/" + list + ".yaml", list, type)
                    .forEach(entry -> rows.add(Stream.concat(Stream.of(vendor), row.apply(entry).stream()).toList()));
        }
        return List.copyOf(rows);
    }

    private static String mark(String mark) {
        return new Citation("", "", mark).kind();
    }
}
