package meshadvisor.traces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Chains;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Load;
import meshadvisor.model.Observed.Path;
import meshadvisor.model.Observed.Peer;
import meshadvisor.model.Observed.Spread;

/** What all traces together show. */
final class CallGraph {

    private static final int PATHS = 5;
    private static final Measured SAMPLE = new Measured.Missing("traces are a sample whose share of all requests is unknown");

    private record Call(Peer from, Peer to) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    private final Map<Call, Durations> calls = new TreeMap<>();
    private final Map<List<String>, Durations> paths = new HashMap<>();
    private final Durations depths = new Durations();
    private final Durations fanOuts = new Durations();
    private int widestFan;
    private String widest = "";
    private int traces;
    private int orphans;
    private int circles;

    /** Takes in one trace. */
    void add(TraceTree tree) {
        orphans += tree.orphans();
        circles += tree.inCircles();
        if (tree.root() < 0) {
            return;
        }
        traces++;
        int size = tree.spans().size();
        int[] entry = new int[size];
        int[] hops = new int[size];
        int[] fan = new int[size];
        tree.order().forEach(index -> {
            int parent = tree.parent(index);
            boolean crosses = tree.crosses(index);
            entry[index] = parent < 0 || crosses ? index : entry[parent];
            hops[index] = parent < 0 ? 0 : hops[parent] + (crosses ? 1 : 0);
            if (crosses) {
                fan[entry[parent]]++;
                call(tree.spans().get(parent), tree.spans().get(index));
            }
        });
        depths.add(Arrays.stream(hops).max().orElse(0));
        fans(tree, fan);
        path(tree);
    }

    private void call(Span from, Span to) {
        calls.computeIfAbsent(new Call(from.service(), to.service()), c -> new Durations()).add(to.duration());
    }

    private void fans(TraceTree tree, int[] fan) {
        for (int i = 0; i < fan.length; i++) {
            if (fan[i] > 0) {
                fanOuts.add(fan[i]);
                String service = tree.spans().get(i).service().toString();
                if (fan[i] > widestFan || fan[i] == widestFan && service.compareTo(widest) < 0) {
                    widestFan = fan[i];
                    widest = service;
                }
            }
        }
    }

    /** From the first root always on to the child that ends last; steps inside one service are one. */
    private void path(TraceTree tree) {
        Comparator<Integer> byEnd = Comparator.comparingLong((Integer i) -> tree.spans().get(i).end())
                .thenComparing(i -> tree.spans().get(i), Span.ORDER);
        Map<Integer, Integer> last = new HashMap<>();
        tree.order().filter(index -> tree.parent(index) >= 0)
                .forEach(index -> last.merge(tree.parent(index), index, (one, other) -> byEnd.compare(one, other) >= 0 ? one : other));
        int root = tree.root();
        List<String> services = new ArrayList<>(List.of(tree.spans().get(root).service().toString()));
        for (Integer at = last.get(root); at != null; at = last.get(at)) {
            if (tree.crosses(at)) {
                services.add(tree.spans().get(at).service().toString());
            }
        }
        paths.computeIfAbsent(services, s -> new Durations()).add(tree.spans().get(root).duration());
    }

    /** Who calls whom, in order; how often in all is not told by a sample. */
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        calls.forEach((call, durations) -> flows.add(new Flow(call.from(), call.to(), "", Encryption.NO_DATA,
                new Load(SAMPLE, SAMPLE, SAMPLE, durations.quantile(0.5), durations.quantile(0.99), new Measured.Value(durations.count())),
                TraceFiles.SOURCE, "spans of both services in one trace")));
        return flows;
    }

    Chains chains() {
        Comparator<Path> often = Comparator.comparingInt(Path::traces).reversed();
        List<Path> all = new ArrayList<>();
        paths.forEach((services, durations) -> all
                .add(new Path(services, durations.count(), durations.quantile(0.5), durations.quantile(0.99))));
        List<Path> first = all.stream().sorted(often.thenComparing(p -> String.join("\n", p.services()))).limit(PATHS).toList();
        return new Chains(traces, spread(depths), spread(fanOuts), widest, first);
    }

    private static Spread spread(Durations numbers) {
        return new Spread(numbers.whole(0.5), numbers.whole(1));
    }

    /** What to know about the traces. */
    List<String> noted() {
        List<String> noted = new ArrayList<>(List.of("a sample: which share of all requests it is, the file does not say, so it tells"
                + " who calls whom and no rates"));
        if (orphans > 0) {
            noted.add(orphans + (orphans == 1 ? " span has" : " spans have")
                    + " a parent that is not in the files: chains may be longer than they look");
        }
        if (circles > 0) {
            noted.add(circles + " spans are left out: each is its own ancestor");
        }
        return noted;
    }
}
