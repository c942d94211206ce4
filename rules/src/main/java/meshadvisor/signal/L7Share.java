package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import meshadvisor.model.ByName;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Use;

/**
 * The share of traffic for which something asks for HTTP-level features: what decides whether waypoints or node proxies pay. Of observed
 * requests, or of application services where nobody looked.
 */
final class L7Share {

    private L7Share() {}

    /** In [0, 1]; unknown where nothing asks for such a feature, for needs that nobody wrote down cannot be seen. */
    static Reading reading(World world) {
        List<Use> uses = world.snapshot().uses().stream()
                .filter(u -> HttpNeeds.CAPABILITIES.contains(u.capability()) && u.hop() != Use.Hop.EDGE).toList();
        if (uses.isEmpty() || world.count() == 0) {
            return new Reading.Unknown(Gap.of("l7-share", "how many services need HTTP-level features between services",
                    "nothing in the scan uses one", "state the needs with --need"));
        }
        Set<String> touched = HttpNeeds.of(world).touched();
        List<Application> needing = world.applications().counted().stream()
                .filter(a -> touched.contains(a.name()) || a.services().stream().anyMatch(s -> touched.contains(s.meta().name()))).toList();
        List<Evidence> evidence = new ArrayList<>(uses.stream().map(Use::evidence).sorted().limit(5).toList());
        double all = requests(world, world.applications().counted());
        if (all > 0) {
            double some = requests(world, needing);
            evidence.addFirst(Evidence.of(String.format(Locale.ROOT, "of %.3g requests/s to application services %.3g go to those, seen in"
                    + " the %s before %s", all, some, world.snapshot().observed().window().length(),
                    world.snapshot().observed().window().end())));
            return Reading.amount(some / all, evidence);
        }
        return Reading.amount((double) needing.size() / world.count(), evidence);
    }

    /** Observed requests per second to some services; 0 where nobody looked. */
    private static double requests(World world, List<Application> applications) {
        ByName<Boolean> names = new ByName<>();
        for (Application application : applications) {
            names.add(application.name(), application.namespace(), true);
            application.services().forEach(s -> names.add(s.meta().name(), s.meta().namespace(), true));
            application.workloads().forEach(w -> names.add(w.meta().name(), w.meta().namespace(), true));
        }
        return world.snapshot().observed().flows().stream().filter(f -> !names.near(f.to().name(), f.to().namespace()).isEmpty())
                .mapToDouble(f -> f.load().requests().orNothing()).sum();
    }
}
