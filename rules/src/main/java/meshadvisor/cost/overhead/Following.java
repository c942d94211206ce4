package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import meshadvisor.signal.CallGraph.Call;

/**
 * Follows requests along the calls that they cause. What a request takes longer is a distribution; those of one call after another are
 * convolved, and of calls at once the largest counts, by drawing requests: never by adding percentiles, because no request is slow at every
 * hop. What a service and all behind it add is drawn once, and whoever calls it draws from those, so that no graph is too large.
 */
final class Following {

    /** Requests that are followed, powers of 2, so that a few bits choose one. */
    private static final int MOST = 1 << 14;
    private static final int LEAST = 1 << 10;

    /** Services behind one another; what lies deeper is left out, so that no graph overflows. */
    private static final int DEEPEST = 64;

    /** Draws that are worth their time. */
    private static final int BUDGET = 1_000_000;

    private final Map<Integer, List<Integer>> calls = new HashMap<>();
    private final Map<Integer, Follow> known = new HashMap<>();
    private final IntFunction<double[]> hop;
    private final SplittableRandom random;
    private final int requests;

    /**
     * Requests that were followed from one service on.
     *
     * @param atOnce what each takes longer where calls are made at once, in ms
     * @param inTurn likewise where they are made one after the other
     * @param calls how many follow from one request
     * @param longest the places of the services along the longest way
     */
    record Follow(Sampled atOnce, Sampled inTurn, double calls, List<Integer> longest) {}

    /**
     * Over a graph; a call that leads back is left out.
     *
     * @param hop for the place of a called service, what a call to it takes longer, as values of equal chance in ascending order, as many as a power of 2
     */
    Following(List<Call> calls, IntFunction<double[]> hop, long seed) {
        calls.forEach(c -> this.calls.computeIfAbsent(c.from(), k -> new ArrayList<>()).add(c.to()));
        this.hop = hop;
        this.random = new SplittableRandom(seed);
        this.requests = Integer.highestOneBit(Math.clamp(BUDGET / Math.max(1, calls.size()), LEAST, MOST));
    }

    /** Services that call and that nobody calls; every service that calls where all are called. */
    List<Integer> entrances() {
        Set<Integer> called = new HashSet<>();
        calls.values().forEach(called::addAll);
        List<Integer> first = calls.keySet().stream().filter(c -> !called.contains(c)).sorted().toList();
        return first.isEmpty() ? calls.keySet().stream().sorted().toList() : first;
    }

    /** All that follows from a request to a service. */
    Follow from(int service) {
        return follow(service, new HashSet<>());
    }

    private Follow follow(int service, Set<Integer> above) {
        Follow before = known.get(service);
        if (before != null) {
            return before;
        }
        above.add(service);
        double[] atOnce = new double[requests];
        double[] inTurn = new double[requests];
        double count = 0;
        List<Integer> longest = List.of();
        for (int callee : calls.getOrDefault(service, List.of())) {
            if (!above.contains(callee) && above.size() < DEEPEST) {
                Follow behind = follow(callee, above);
                add(atOnce, inTurn, behind, hop.apply(callee));
                count += 1 + behind.calls;
                longest = behind.longest.size() > longest.size() ? behind.longest : longest;
            }
        }
        above.remove(service);
        List<Integer> way = new ArrayList<>(List.of(service));
        way.addAll(longest);
        Follow follow = new Follow(Sampled.of(atOnce), Sampled.of(inTurn), count, way);
        known.put(service, follow);
        return follow;
    }

    /**
     * Adds a call to each request. Every part of the table that is as likely as another is met equally often, and so is what lies behind: that makes
     * the quantiles much firmer than as many free draws would.
     */
    private void add(double[] atOnce, double[] inTurn, Follow behind, double[] table) {
        Shuffle steps = new Shuffle(requests, random);
        Shuffle any = new Shuffle(requests, random);
        Shuffle within = new Shuffle(requests, random);
        int width = Math.max(1, table.length / requests);
        for (int i = 0; i < requests; i++) {
            double first = table[(int) ((long) steps.at(i) * table.length / requests) + (within.at(i) & width - 1)];
            int next = any.at(i);
            atOnce[i] = Math.max(atOnce[i], first + behind.atOnce.at(next));
            inTurn[i] += first + behind.inTurn.at(next);
        }
    }
}
