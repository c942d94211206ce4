package meshadvisor.signal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.UpgradeRule;
import meshadvisor.catalog.Versions;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Text;

/** Signals about one proxy of the manifests. */
final class ProxySignals {

    static final Map<String, BiFunction<World, Proxy, Reading>> TABLE = new TreeMap<>(Map.of(
            "proxy-source",
            (w, p) -> Reading.choice(p.source(), List.of(new Evidence(p.object() + " brings its proxy by "
                    + (p.source().equals("injection") ? "" : "a ") + p.source(), p.place()))),
            "proxy-version", (w, p) -> Reading.choice(p.version().given() ? p.version().value() : "unknown", List.of()),
            "control-plane-version", (w, p) -> Reading.choice(farthest(w, p).map(Text::value).orElse("unknown"), List.of()),
            "own-namespace", (w, p) -> new Reading.Flag(w.candidate(p.object().namespace()), List.of()),
            "version-distance", ProxySignals::distance,
            "crossed-changes", (w, p) -> Reading.choice(crossed(w, p), List.of()),
            "skew-window",
            (w, p) -> Reading.choice(Optional.ofNullable(w.catalogue().versions().get(p.mesh())).map(v -> v.skew().says()).orElse(""),
                    List.of())));

    enum Distance {
        SAME, BEHIND_INSIDE, BEHIND_OUTSIDE, AHEAD_INSIDE, AHEAD_OUTSIDE,
        /** Outside the window of every control plane that runs; which one serves it is not told. */
        OUTSIDE_EVERY
    }

    private ProxySignals() {}

    /** The control plane that is farthest from the proxy: the one that decides. */
    private static Optional<Text> farthest(World world, Proxy proxy) {
        Optional<VersionText> own = VersionText.of(proxy.version().value());
        return ControlPlanes.of(world, proxy).versions().stream()
                .max(Comparator.comparingInt(v -> own.map(o -> Math.abs(ahead(VersionText.of(v.value()).orElseThrow(), o))).orElse(0)));
    }

    private static int ahead(VersionText control, VersionText proxy) {
        return (control.major() - proxy.major()) * 1000 + control.minor() - proxy.minor();
    }

    /** What changed in the versions between proxy and control plane: trouble after an upgrade need not come from the distance. */
    private static String crossed(World world, Proxy proxy) {
        Optional<VersionText> own = VersionText.of(proxy.version().value());
        Optional<VersionText> control = farthest(world, proxy).flatMap(v -> VersionText.of(v.value()));
        if (own.isEmpty() || control.isEmpty()) {
            return "";
        }
        return world.catalogue().upgradeRules(proxy.mesh()).stream().filter(r -> VersionText.of(r.crosses())
                .filter(at -> ahead(at, own.get()) > 0 && ahead(control.get(), at) >= 0).isPresent()).map(UpgradeRule::says)
                .collect(Collectors.joining(" "));
    }

    private static Reading distance(World world, Proxy proxy) {
        Optional<VersionText> own = VersionText.of(proxy.version().value());
        Optional<Text> control = farthest(world, proxy);
        Optional<Versions> rules = Optional.ofNullable(world.catalogue().versions().get(proxy.mesh()));
        if (own.isEmpty() || control.isEmpty() || rules.isEmpty()) {
            return new Reading.Unknown(Gap.of("mesh-version", "how far proxy and control plane of " + proxy.object() + " are apart",
                    own.isEmpty() ? "the proxy's version is not told" : "no control plane with a version is in the scan",
                    "add the control plane's manifests to the scan"));
        }
        Versions.Skew skew = rules.get().skew();
        ControlPlanes planes = ControlPlanes.of(world, proxy);
        if (planes.certain()) {
            return Reading.choice(distance(control.get(), own.get(), skew), evidence(proxy, List.of(control.get())));
        }
        boolean outside = planes.versions().stream().map(v -> distance(v, own.get(), skew))
                .allMatch(d -> d == Distance.BEHIND_OUTSIDE || d == Distance.AHEAD_OUTSIDE || d == Distance.AHEAD_INSIDE);
        return outside ? Reading.choice(Distance.OUTSIDE_EVERY, evidence(proxy, planes.versions()))
                : new Reading.Unknown(Gap.of("mesh-revision", "which control plane serves the proxy of " + proxy.object(),
                        "several run, and neither its namespace nor its pods name the revision of one that was seen",
                        "istioctl proxy-status; compare the revisions of namespace and control planes"));
    }

    private static Distance distance(Text control, VersionText own, Versions.Skew skew) {
        int ahead = ahead(VersionText.of(control.value()).orElseThrow(), own);
        return ahead == 0 ? Distance.SAME
                : ahead > 0 ? ahead <= skew.controlPlaneAhead() ? Distance.BEHIND_INSIDE : Distance.BEHIND_OUTSIDE
                        : -ahead <= skew.dataPlaneAhead() ? Distance.AHEAD_INSIDE : Distance.AHEAD_OUTSIDE;
    }

    private static List<Evidence> evidence(Proxy proxy, List<Text> controlPlanes) {
        Evidence own = new Evidence("the proxy " + (proxy.pods().isEmpty() ? "" : "in " + proxy.pods() + " ") + "is " + proxy.version(),
                proxy.version().place());
        return Stream.concat(Stream.of(own), controlPlanes.stream().map(v -> new Evidence("the control plane is " + v, v.place())))
                .toList();
    }
}
