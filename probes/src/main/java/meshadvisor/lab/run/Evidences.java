package meshadvisor.lab.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Variant;

/** Gathers what proofs need of what pods told. */
final class Evidences {

    private final Map<String, List<Told>> outside = new HashMap<>();

    /** What is proved for a cell. */
    List<Proved> of(Variant variant, Site site, Cells.Cellular cell) {
        return List.of();
    }

    /** Takes answers from outside; what they speak against, whole sentences. */
    List<String> asked(Variant variant, List<Told> told) {
        outside.put(variant.id(), told);
        return List.of();
    }
}
