package meshadvisor.signal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import meshadvisor.model.Gap;
import meshadvisor.model.Use;

/** The share of application services for which something asks for HTTP-level features: what decides whether waypoints or node proxies pay. */
final class L7Share {

    private static final Set<String> L7 =
            Set.of("split-weight", "split-header", "retries", "timeouts", "circuit-breaking", "fault-injection",
                    "mirroring", "authorization-http", "rate-limit-local", "rate-limit-global", "l7-telemetry");

    private L7Share() {}

    /** In [0, 1]; unknown where nothing asks for such a feature, for needs that nobody wrote down cannot be seen. */
    static Reading reading(World world) {
        List<Use> uses = world.snapshot().uses().stream().filter(u -> L7.contains(u.capability()) && u.hop() != Use.Hop.EDGE).toList();
        if (uses.isEmpty() || world.count() == 0) {
            return new Reading.Unknown(Gap.of("l7-share", "how many services need HTTP-level features between services",
                    "nothing in the scan uses one", "state the needs with --need"));
        }
        Set<String> touched = world.snapshot().traffic().routes().stream().filter(r -> r.hop() != Use.Hop.EDGE)
                .flatMap(r -> r.rules().stream()).flatMap(r -> r.backends().stream()).map(b -> b.host().value().split("\\.", -1)[0])
                .collect(Collectors.toSet());
        long services = world.applications().counted().stream()
                .filter(a -> touched.contains(a.name()) || a.services().stream().anyMatch(s -> touched.contains(s.meta().name()))).count();
        return Reading.amount((double) services / world.count(), uses.stream().map(Use::evidence).sorted().limit(5).toList());
    }
}
