package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.signal.code.CodeReadings;
import meshadvisor.signal.code.Coded;

/** Whether the application services send metrics or traces by themselves, as far as manifests and code tell. */
public final class Telemetry {

    private Telemetry() {}

    /**
     * Yes if at least half of the application services show a sign that is on; no if it is switched off where it is mentioned and on nowhere,
     * or if the code of so many shows none that the others make no half; unknown otherwise, for code that nobody gave may do it without a word
     * in a manifest. What a manifest switches off is off, whatever the code could do.
     */
    static Reading reading(World world) {
        List<Evidence> on = new ArrayList<>();
        List<Evidence> off = new ArrayList<>();
        int lit = 0;
        int open = 0;
        Look look = Look.at(world);
        for (Application application : world.applications().counted()) {
            List<Evidence> bright = look.on(application);
            off.addAll(look.off(application));
            on.addAll(bright);
            lit += bright.isEmpty() ? 0 : 1;
            open += bright.isEmpty() && look.unread(application) ? 1 : 0;
        }
        return judge(world, new Count(lit, open, on, off));
    }

    /** Application services of which neither manifests nor code show that they send anything; their code may do it without a word. */
    public static List<Application> silent(World world) {
        Look look = Look.at(world);
        return world.applications().counted().stream().filter(a -> look.on(a).isEmpty()).toList();
    }

    /** What manifests and code say of each service. */
    private record Look(World world, Signs signs, Map<Application, Coded> code) {

        static Look at(World world) {
            Map<Application, Coded> code = new HashMap<>();
            Coded.all(world).forEach(c -> code.put(c.application(), c));
            return new Look(world, new Signs(world.catalogue().telemetry()), code);
        }

        private List<Signs.Seen> seen(Application application) {
            return application.workloads().stream().flatMap(w -> signs.in(w, world.member(w)).stream()).toList();
        }

        List<Evidence> off(Application application) {
            return seen(application).stream().filter(s -> s.says().equals("off")).map(Signs.Seen::evidence).toList();
        }

        List<Evidence> on(Application application) {
            if (!off(application).isEmpty()) {
                return List.of();
            }
            List<Evidence> on = new ArrayList<>(seen(application).stream().map(Signs.Seen::evidence).toList());
            Coded coded = code.get(application);
            if (coded != null) {
                on.addAll(CodeReadings.telemetry(coded));
            }
            return on;
        }

        boolean unread(Application application) {
            Coded coded = code.get(application);
            return coded == null || coded.coverage() != Coded.Coverage.FOUND;
        }
    }

    /** Services that show it, services of which nobody knows. */
    private record Count(int lit, int open, List<Evidence> on, List<Evidence> off) {}

    private static Reading judge(World world, Count count) {
        if (count.lit > 0 && count.lit * 2 >= world.count()) {
            return Reading.flag(true, summary(count.lit + " of " + world.count() + " application services show telemetry", count.on));
        }
        if (!count.off.isEmpty() && count.lit == 0) {
            return Reading.flag(false, summary("telemetry is built in and switched off, and on nowhere", count.off));
        }
        if ((count.lit + count.open) * 2 < world.count()) {
            List<Evidence> shown = count.on.isEmpty() ? count.off : count.on;
            return Reading.flag(false, summary("the code of " + (world.count() - count.open) + " of " + world.count()
                    + " application services was read, and " + count.lit + " of them show telemetry", shown));
        }
        String seen =
                count.lit == 0 ? "no manifest shows any" : "there are signs of it for " + count.lit + " of " + world.count() + " services";
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
