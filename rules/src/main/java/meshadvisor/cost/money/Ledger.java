package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;

/**
 * Resources of meshes that are in use, by what they are worth without the mesh.
 *
 * @param entries by kind of resource
 */
public record Ledger(List<Entry> entries) {

    /** So many resources of a kind. */
    public record Entry(String kind, int count, OwnKind known) {}

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** Of what was read; several definitions of one object count once. */
    static Ledger of(ClusterSnapshot snapshot, List<OwnKind> kinds) {
        Map<String, Long> counts = snapshot.definitions().stream().map(Meta::key).distinct()
                .map(k -> k.group() + "/" + k.kind())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<Entry> entries = new ArrayList<>();
        for (OwnKind own : kinds) {
            own.kinds().forEach(kind -> {
                long count = counts.getOrDefault(own.group() + "/" + kind, 0L);
                if (count > 0) {
                    entries.add(new Entry(kind + " (" + own.group() + ")", (int) count, own));
                }
            });
        }
        return new Ledger(entries);
    }

    /** Hours of work to replace them. */
    List<Term> hours() {
        return entries.stream().map(e -> Term.of(new Factor("hours for one " + e.kind, e.known.hours(), e.known.said()),
                Factor.counted(e.kind, e.count, "resources of the scan"))).toList();
    }
}
