package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

/** Whether the application services send metrics or traces by themselves, as far as manifests tell. */
final class Telemetry {

    private Telemetry() {}

    /**
     * Yes if at least half of the application services show a sign that is on; no if it is switched off where it is mentioned and on nowhere;
     * unknown otherwise, for the code may do it without a word in a manifest.
     */
    static Reading reading(World world) {
        List<Evidence> on = new ArrayList<>();
        List<Evidence> off = new ArrayList<>();
        int lit = 0;
        Signs signs = new Signs(world.catalogue().telemetry());
        for (Application application : world.applications().counted()) {
            List<Signs.Seen> seen = application.workloads().stream().flatMap(w -> signs.in(w, world.member(w)).stream()).toList();
            List<Evidence> dark = seen.stream().filter(s -> s.says().equals("off")).map(Signs.Seen::evidence).toList();
            List<Evidence> bright = dark.isEmpty() ? seen.stream().map(Signs.Seen::evidence).toList() : List.of();
            off.addAll(dark);
            on.addAll(bright);
            lit += bright.isEmpty() ? 0 : 1;
        }
        return judge(world, new Count(lit, on, off));
    }

    private record Count(int lit, List<Evidence> on, List<Evidence> off) {}

    private static Reading judge(World world, Count count) {
        if (count.lit > 0 && count.lit * 2 >= world.count()) {
            return Reading.flag(true, summary(count.lit + " of " + world.count() + " application services show telemetry", count.on));
        }
        if (!count.off.isEmpty() && count.lit == 0) {
            return Reading.flag(false, summary("telemetry is built in and switched off, and on nowhere", count.off));
        }
        String seen =
                count.lit == 0 ? "no manifest shows any" : "manifests show it for " + count.lit + " of " + world.count() + " services";
        return new Reading.Unknown(Gap.of("telemetry-in-place", "whether the services send metrics and traces",
                seen + "; code may do it without a word in a manifest",
                "answer \"telemetry-in-place\" in an answers file (meshadvisor questions writes one)"));
    }

    private static List<Evidence> summary(String sentence, List<Evidence> details) {
        List<Evidence> all = new ArrayList<>();
        all.add(Evidence.of(sentence));
        details.stream().sorted().distinct().limit(10).forEach(all::add);
        return all;
    }
}
