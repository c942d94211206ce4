package meshadvisor.traces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import meshadvisor.traces.Span.Kind;

/** The spans of one trace as a tree, or as several where parents are missing. Spans in a circle hang on no root and are left out. */
final class TraceTree {

    private final List<Span> spans;
    private final int[] parents;
    private final int[] order;
    private final int orphans;

    private TraceTree(List<Span> spans, int[] parents, int orphans) {
        this.spans = spans;
        this.parents = parents;
        this.order = order(parents);
        this.orphans = orphans;
    }

    /** Of spans in any order that is always the same. */
    static TraceTree of(List<Span> spans) {
        Map<Long, List<Integer>> byId = new HashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            byId.computeIfAbsent(spans.get(i).id(), k -> new ArrayList<>(1)).add(i);
        }
        int[] parents = new int[spans.size()];
        int orphans = 0;
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parent(i, spans, byId);
            orphans += parents[i] < 0 && spans.get(i).parent() != 0 ? 1 : 0;
        }
        return new TraceTree(spans, parents, orphans);
    }

    /** Both sides of a call may bear one id (Zipkin's way): then the called side is the child of the calling side, and parent of the rest. */
    private static int parent(int index, List<Span> spans, Map<Long, List<Integer>> byId) {
        Span span = spans.get(index);
        if (span.kind() == Kind.SERVER) {
            for (int twin : byId.getOrDefault(span.id(), List.of())) {
                if (spans.get(twin).kind() == Kind.CLIENT) {
                    return twin;
                }
            }
        }
        int found = -1;
        for (int candidate : span.parent() == 0 ? List.<Integer>of() : byId.getOrDefault(span.parent(), List.of())) {
            if (found < 0 || spans.get(candidate).kind() == Kind.SERVER) {
                found = candidate;
            }
        }
        return found;
    }

    private static int[] order(int[] parents) {
        int[] firstChild = new int[parents.length];
        int[] nextChild = new int[parents.length];
        Arrays.fill(firstChild, -1);
        int[] order = new int[parents.length];
        int known = 0;
        for (int i = parents.length - 1; i >= 0; i--) {
            if (parents[i] >= 0) {
                nextChild[i] = firstChild[parents[i]];
                firstChild[parents[i]] = i;
            }
        }
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] < 0) {
                order[known++] = i;
            }
        }
        for (int done = 0; done < known; done++) {
            for (int child = firstChild[order[done]]; child >= 0; child = nextChild[child]) {
                order[known++] = child;
            }
        }
        return Arrays.copyOf(order, known);
    }

    List<Span> spans() {
        return spans;
    }

    /** Index of the parent, -1 for a root. */
    int parent(int index) {
        return parents[index];
    }

    /** Indices of all spans that hang on a root, parents before children. */
    IntStream order() {
        return Arrays.stream(order);
    }

    /** The first root, by its start; -1 if there is none. */
    int root() {
        return order.length == 0 ? -1 : order[0];
    }

    /** Spans whose parent is missing. */
    int orphans() {
        return orphans;
    }

    /** Spans that hang on no root. */
    int inCircles() {
        return spans.size() - order.length;
    }

    /** Whether a span is in another service than its parent. */
    boolean crosses(int index) {
        return parents[index] >= 0 && !spans.get(index).service().equals(spans.get(parents[index]).service());
    }
}
