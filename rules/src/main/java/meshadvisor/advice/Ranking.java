package meshadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Capability.State;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.model.Answers.Said;
import meshadvisor.signal.Readings;

/** Ranks the variants of the catalogue by its criteria. It knows no variant: renaming two in the catalogue renames them in the ranking. */
final class Ranking {

    private record OfVendor(String vendor, Variant variant) {}

    private final Catalogue catalogue;
    private final Map<String, List<Capability>> capabilities;
    private final List<OfVendor> variants = new ArrayList<>();

    /** Reads the variants of the catalogue, once for however many readings are ranked by. */
    Ranking(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.capabilities = catalogue.capabilities().stream().collect(Collectors.groupingBy(Capability::variant));
        for (String path : catalogue.library().paths("meshes/", "/variants.yaml")) {
            String vendor = path.split("/", -1)[1];
            catalogue.library().readList(path, "variants", Variant.class).forEach(v -> variants.add(new OfVendor(vendor, v)));
        }
    }

    /** Ids of the variants and of their vendors. */
    Set<String> ids() {
        return variants.stream().flatMap(v -> Stream.of(v.variant.id(), v.vendor)).collect(Collectors.toSet());
    }

    /** All variants, the best first, those out of the question last. */
    List<Ranked> rank(Readings readings, Set<Need> needs, List<Said> requirements) {
        List<Ranked> ranked = new ArrayList<>();
        variants.forEach(v -> ranked.add(judge(v, readings, needs, requirements)));
        ranked.sort(Comparator.comparing((Ranked r) -> !r.excluded().isEmpty())
                .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
                .thenComparingDouble(r -> r.variant().complexity()).thenComparing(r -> r.variant().id()));
        return ranked;
    }

    private Ranked judge(OfVendor one, Readings readings, Set<Need> needs, List<Said> requirements) {
        Variant variant = one.variant;
        List<String> reasons = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<String> open = new ArrayList<>();
        double score = -variant.complexity();
        reasons.add(points(score) + " how much there is to run (" + variant.complexitySource() + ")");
        for (Variant.Criterion criterion : variant.chooseWhen()) {
            switch (criterion.when().test(readings, catalogue::threshold)) {
                case YES -> {
                    score += criterion.points();
                    reasons.add(points(criterion.points()) + " " + criterion.because() + " (" + criterion.source() + ")");
                }
                case UNKNOWN -> open.add(criterion.because());
                case NO -> {
                    // says nothing for or against it
                }
            }
        }
        variant.excludeWhen().forEach(c -> {
            switch (c.when().test(readings, catalogue::threshold)) {
                case YES -> excluded.add(c.because() + " (" + c.source() + ")");
                case UNKNOWN -> open.add(c.because());
                case NO -> {
                    // not ruled out
                }
            }
        });
        needs.forEach(need -> need.capabilities().forEach(c -> lacking(variant, c, open).ifPresent(excluded::add)));
        requirements.forEach(r -> lacking(variant, r.value(), open).or(() -> sold(variant, r.value(), requirements))
                .ifPresent(e -> excluded.add("required (" + r.attribution() + "): " + e)));
        return new Ranked(variant, one.vendor, score, reasons, excluded, open);
    }

    private static String points(double points) {
        return String.format(Locale.ROOT, "%+.1f", points);
    }

    /** The sentence that says that only a vendor sells what is required, where nothing but open source may be used. */
    private Optional<String> sold(Variant variant, String capability, List<Said> requirements) {
        boolean openSource = requirements.stream().anyMatch(r -> r.value().equals("oss-artifacts"));
        return capabilities.getOrDefault(variant.id(), List.of()).stream()
                .filter(c -> openSource && c.vendorOnly() && c.capability().equals(capability)).findFirst()
                .map(c -> variant.name() + " has " + capability + " in builds that are sold only, and oss-artifacts is required, too ("
                        + c.source() + ", " + c.date() + ")");
    }

    /** The sentence that says that a variant cannot do something; what is unknown is open, not lacking. */
    private Optional<String> lacking(Variant variant, String capability, List<String> open) {
        List<Capability> known =
                capabilities.getOrDefault(variant.id(), List.of()).stream().filter(c -> c.capability().equals(capability)).toList();
        if (known.isEmpty() || known.stream().allMatch(c -> c.state() == State.UNKNOWN)) {
            open.add("whether " + variant.name() + " can do " + capability + " is not known");
            return Optional.empty();
        }
        return known.stream().anyMatch(c -> c.state().there()) ? Optional.empty()
                : Optional.of(
                        variant.name() + " has no " + capability + ": " + known.getFirst().note() + " (" + known.getFirst().source() + ", "
                                + known.getFirst().date() + ")");
    }
}
