package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ClusterUnavailable;

/**
 * Proofs that stand in fields of objects. They must hold before a drive and after it: what was changed meanwhile was not what is measured.
 *
 * @param seeing sees them as they are now
 */
record FieldProofs(Function<Variant, List<Proved>> seeing) {

    private static final int TRIES = 12;
    private static final long PAUSE_MILLIS = 5_000;

    /** As they are now; nobody is asked for a variant that has none. An API server that is away for a minute costs no proof. */
    List<Proved> now(Variant variant) throws Stopped {
        List<Proof> fields = variant.prove().stream().filter(Proof.Field.class::isInstance).toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        String why = "";
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                return seeing.apply(variant);
            } catch (ClusterUnavailable e) {
                why = e.sentence();
                Waiting.pause(PAUSE_MILLIS);
            }
        }
        String seen = "it could not be seen: " + why;
        return fields.stream().map(field -> new Proved(field.shows(), false, seen)).toList();
    }

    /** What held before and holds now. */
    List<Proved> still(Variant variant, List<Proved> before) throws Stopped {
        List<Proved> both = new ArrayList<>();
        List<Proved> after = now(variant);
        for (int i = 0; i < after.size() && i < before.size(); i++) {
            both.add(both(before.get(i), after.get(i)));
        }
        return List.copyOf(both);
    }

    private static Proved both(Proved before, Proved after) {
        String seen = before.seen().equals(after.seen()) ? after.seen() + ", before and after"
                : before.seen() + " before, and " + after.seen() + " after";
        return new Proved(after.shows(), before.held() && after.held(), seen);
    }
}
