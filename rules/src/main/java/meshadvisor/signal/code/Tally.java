package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.model.Evidence;
import meshadvisor.model.Trait;
import meshadvisor.signal.World;

/**
 * Application services by whether their code shows something.
 *
 * @param lacking those whose whole code was read and shows nothing of it
 * @param open those of which nobody knows
 */
record Tally(Set<Trait> traits, List<Coded> shown, List<Coded> lacking, List<Coded> open) {

    private static final int SHOWN = 10;

    /** Of one of these; empty where nobody gave code. */
    static Tally of(World world, Trait first, Trait... others) {
        Set<Trait> traits = Set.copyOf(EnumSet.of(first, others));
        List<Coded> shown = new ArrayList<>();
        List<Coded> lacking = new ArrayList<>();
        List<Coded> open = new ArrayList<>();
        for (Coded coded : Coded.all(world)) {
            boolean shows = traits.stream().anyMatch(coded::shows);
            (shows ? shown : coded.coverage() == Coded.Coverage.FOUND ? lacking : open).add(coded);
        }
        return new Tally(traits, shown, lacking, open);
    }

    int all() {
        return shown.size() + lacking.size() + open.size();
    }

    /** How many show it and who does not, then one place of each that does. */
    List<Evidence> evidence(String what) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(shown.size() + " of " + all() + " application services show " + what + " in their code"
                + (lacking.isEmpty() ? "" : "; nothing of it is in that of " + names(lacking))
                + (open.isEmpty() ? "" : "; not all of the code of " + names(open) + " was read")));
        shown.stream().flatMap(c -> traits.stream().flatMap(t -> c.evidence(t).stream()).min(Comparator.naturalOrder()).stream())
                .limit(SHOWN).forEach(evidence::add);
        return List.copyOf(evidence);
    }

    /** Names of the first of them. */
    static String names(List<Coded> services) {
        return services.stream().limit(SHOWN).map(Coded::name).collect(Collectors.joining(", "))
                + (services.size() > SHOWN ? " and " + (services.size() - SHOWN) + " more" : "");
    }
}
