package meshadvisor.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import meshadvisor.catalog.Versions;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Part;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Text;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Suppositions;
import meshadvisor.signal.MeshSeen;

/**
 * What stands for the holes that are the same for a whole way; what nobody knows is not among them.
 *
 * @param charter folder of its charter
 */
record Known(Ground ground, PathPattern path, Suppositions supposed, String charter) {

    /** Holes that this may fill, beside the words of the way. */
    static final List<String> NAMES =
            List.of("path", "mesh", "way", "release", "release-name", "released", "kubernetes-min", "seen-version", "services",
                    "namespace-count", "peak", "surge", "load", "hop-p99", "hop-p99-kill", "proxy-memory", "proxy-memory-kill", "as-of",
                    "charter", "languages", "one-namespace", "answers");

    Map<String, Object> words() {
        Map<String, Object> known = new LinkedHashMap<>(path.words());
        known.put("path", path.of());
        known.put("as-of", ground.world().snapshot().origin().asOf());
        known.put("charter", charter);
        known.put("answers", ground.answered() ? "--answers=answers.yaml" : "");
        known.put("services", ground.world().count());
        known.put("namespace-count", ground.namespaces().size());
        known.put("one-namespace", ground.namespaces().size() == 1 ? ground.namespaces().iterator().next() : "NAMESPACE");
        if (!ground.languages().isEmpty()) {
            known.put("languages", ground.languages());
        }
        if (!path.mesh().isEmpty()) {
            known.put("mesh", path.mesh());
            release().ifPresent(r -> release(r, known));
            seen().ifPresent(v -> known.put("seen-version", v));
            forecast().ifPresent(f -> forecast(f, known));
        }
        load(known);
        return known;
    }

    private static void release(Versions.Release release, Map<String, Object> known) {
        known.put("release", release.version());
        known.put("release-name", release.version().replace('.', '-'));
        known.put("released", release.released());
        if (!release.kubernetesMin().isEmpty()) {
            known.put("kubernetes-min", release.kubernetesMin());
        }
    }

    /** The newest release that was out on the day of the assessment and is not known to have ended. */
    Optional<Versions.Release> release() {
        String day = ground.world().snapshot().origin().asOf();
        Versions versions = ground.world().catalogue().versions().get(path.mesh());
        return versions == null ? Optional.empty()
                : versions.versions().stream().filter(r -> !r.released().isEmpty() && (day.isEmpty() || r.released().compareTo(day) <= 0))
                        .max(Comparator.comparing(Versions.Release::released));
    }

    /** A sentence, where the version that was seen is known to have no support any more. */
    Optional<String> ended() {
        String day = ground.world().snapshot().origin().asOf();
        Versions versions = ground.world().catalogue().versions().get(path.mesh());
        Optional<MeshSeen> mesh =
                ground.world().meshes().stream().filter(m -> m.marks().mesh().equals(path.mesh()) && m.runs()).findFirst();
        if (versions == null || mesh.isEmpty() || mesh.get().versions().isEmpty()) {
            return Optional.empty();
        }
        String seen = mesh.get().versions().getFirst().value();
        String written = "Commands and values in this plan are those of " + path.title() + " " + release().map(Versions.Release::version)
                .orElse("today") + ": hold each against the documentation of the version that runs, and upgrade before you build on it.";
        Optional<String> over = versions.versions().stream()
                .filter(r -> !r.supportedUntil().isEmpty() && !day.isEmpty() && r.supportedUntil().compareTo(day) < 0)
                .filter(r -> !mesh.get().newerThan(r.version())).findFirst()
                .map(r -> mesh.get().olderThan(r.version()) ? "older than " + r.version() + ", whose support ended on " + r.supportedUntil()
                        : "of a release whose support ended on " + r.supportedUntil());
        Optional<String> ancient = versions.versions().stream().findFirst().filter(r -> mesh.get().olderThan(r.version()))
                .map(r -> "older than " + r.version() + ", the oldest that is known here");
        return over.or(() -> ancient)
                .map(what -> "Out of support: " + path.title() + " " + seen + " was seen; it is " + what + ". " + written);
    }

    private Optional<String> seen() {
        return ground.world().meshes().stream().filter(m -> m.marks().mesh().equals(path.mesh()) && m.runs()).map(MeshSeen::versions)
                .flatMap(List::stream).map(Text::value).findFirst();
    }

    /** Of the way that serves what is needed: another one where something needs HTTP features, if the mesh has such a way. */
    Optional<Forecast> forecast() {
        String plain = path.words().getOrDefault("plain-way", path.of());
        String way = ground.graph().httpNamespaces().isEmpty() ? plain : path.words().getOrDefault("http-way", plain);
        return ground.forecasts().stream().filter(f -> f.overhead().variant().equals(way)).findFirst();
    }

    private void forecast(Forecast forecast, Map<String, Object> known) {
        known.put("way", forecast.overhead().variant());
        limits("hop-p99", forecast.overhead().hopP99().range(), "ms", known);
        forecast.overhead().parts().stream().filter(p -> p.where() != Part.Where.OWN && p.count() > 0).findFirst()
                .ifPresent(p -> limits("proxy-memory", each(p), "Mi", known));
    }

    /** Of one proxy, so that it can be held against what a benchmark measures. */
    private static Range each(Part part) {
        Range all = part.usedMemory().range();
        return new Range(all.low() / part.count(), all.likely() / part.count(), all.high() / part.count());
    }

    private void limits(String name, Range range, String unit, Map<String, Object> known) {
        if (range.high() > 0) {
            known.put(name, amount(range.high(), unit));
            known.put(name + "-kill", amount(range.high() * supposed.kill(), unit));
        }
    }

    private static String amount(double value, String unit) {
        return unit.equals("ms") ? String.format(Locale.ROOT, "%.2f%s", value, unit)
                : String.format(Locale.ROOT, "%.0f%s", Math.ceil(value), unit);
    }

    private void load(Map<String, Object> known) {
        double surge = ground.stated().surge().orElse(supposed.surge());
        known.put("surge", String.format(Locale.ROOT, "%.3g", surge));
        peak().ifPresent(peak -> {
            known.put("peak", whole(peak));
            known.put("load", whole(peak * surge));
        });
    }

    private static String whole(double rate) {
        return String.format(Locale.ROOT, "%.0f", Math.max(1, Math.ceil(rate)));
    }

    /** Requests a second of the busiest service: as stated, else as they were observed, which need not have been at the peak. */
    OptionalDouble peak() {
        Map<String, Double> called = new LinkedHashMap<>();
        for (Flow flow : ground.world().snapshot().observed().flows()) {
            if (flow.to().known() && flow.load().requests().known()) {
                called.merge(flow.to().toString(), flow.load().requests().orNothing(), Double::sum);
            }
        }
        return ground.stated().peak().isPresent() ? ground.stated().peak()
                : called.values().stream().mapToDouble(Double::doubleValue).filter(r -> r > 0).max();
    }
}
