package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.Order;
import meshadvisor.bench.Variant;
import meshadvisor.lab.run.GeneratorRun.Span;
import meshadvisor.lab.run.Quotas.Kept;
import meshadvisor.lab.run.Usages.Payer;

/**
 * Cells whose servers and proxies must not have been kept from running by a CPU quota. Kubelets look seldom, so what there is to know of a cell comes after
 * it. Generators see their own quota themselves.
 */
final class Throttling {

    /**
     * Of the time that was seen. Arrivals that are independent of the server find it in a state as often as it is in that state (R. W. Wolff,
     * <i>Operations Research</i> 30, 1982, pp. 223–231), so that this share of requests meets a container that may not run: with more than
     * 1 % their p99 is that of the quota. The seconds are those of all processors together, so the limit is reached a little early where
     * several wait at once. The load generator takes no more for itself.
     */
    static final double MOST_KEPT = 0.01;

    /** What kubelets do not look at for longer than this is not there any more. */
    private static final double SELDOM_MILLIS = 15_000;

    private static final String GENERATOR = "/drive-";

    private final Quotas quotas;
    private final Usages usages;
    private final Notes notes;
    private final List<Open> open = new ArrayList<>();
    private final Map<String, Integer> unseen = new TreeMap<>();

    Throttling(Quotas quotas, Usages usages, Notes notes) {
        this.quotas = quotas;
        this.usages = usages;
        this.notes = notes;
    }

    /** A cell of which not all is known yet. */
    private record Open(CellResult cell, Variant variant, Span plateau, Span sending) {}

    /** Takes a cell that was driven. */
    void drove(CellResult cell, Variant variant, Span plateau, Span sending) {
        open.add(new Open(cell, variant, plateau, sending));
    }

    /** Whether there are cells of which more may come to be known. */
    boolean waits() {
        return !open.isEmpty() && quotas.blind().isEmpty() && quotas.newest() > 0;
    }

    /** Judges the cells of which all is known by now. */
    void judge() {
        double known = quotas.newest() - SELDOM_MILLIS;
        for (Iterator<Open> each = open.iterator(); each.hasNext();) {
            Open cell = each.next();
            if (cell.plateau.toMillis() <= known) {
                judge(cell);
                each.remove();
            }
        }
    }

    /** Judges what is left by what is known, and writes down what is not. */
    void end() {
        open.forEach(this::judge);
        open.clear();
        String why = quotas.blind().orElse("the kubelets' figures do not reach over their plateaus, or there are none of them");
        if (!unseen.isEmpty()) {
            notes.gap(Execution.gap("throttling",
                    "whether a CPU quota kept servers or proxies from running, in these cells: " + Results.counted(unseen), why,
                    "grant get of nodes/proxy, and measure plateaus of 30 s or more with --plateau"));
        }
    }

    private void judge(Open which) {
        boolean seen = false;
        for (Map.Entry<String, NavigableMap<Double, Double>> each : quotas.looks().entrySet()) {
            Optional<Payer> payer = usages.payer(each.getKey()).filter(whose -> concerns(whose, each.getKey(), which));
            Optional<Kept> kept = Quotas.within(each.getValue(), which.plateau, which.sending);
            if (payer.isPresent() && kept.isPresent()) {
                seen = true;
                notes.use(List.of(usages.kept(each.getKey(), payer.get(), kept.get())));
                against(each.getKey(), kept.get()).ifPresent(sentence -> notes.doubt(which.cell, sentence));
            }
        }
        if (!seen) {
            unseen.merge(which.cell.variant(), 1, Integer::sum);
        }
    }

    private static boolean concerns(Payer payer, String container, Open which) {
        return switch (payer.user()) {
            case CONTAINER -> payer.variant().equals(which.cell.variant())
                    && !(container.endsWith("/" + Execution.CONTAINER) && (container.contains(GENERATOR) || starts(which.cell)));
            case NODE_AGENT -> which.variant.bill().nodeAgents().stream().anyMatch(pods -> container.startsWith(pods.namespace() + "/"));
            case CONTROL_PLANE, NODE -> false;
        };
    }

    /** Whether servers start in the cell, which takes all that their quota gives, before they serve. */
    private static boolean starts(CellResult cell) {
        return cell.scenarios().contains(Order.Scenario.ROLLOUT);
    }

    /** What speaks against a cell, if anything does. */
    static Optional<String> against(String container, Kept kept) {
        return kept.seconds() <= MOST_KEPT * kept.in().seconds() ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "The CPU quota of %s kept it from running for %.2f s of %.1f s; the limit is %.0f %%."
                                + " Raise its limit (--cpu-limit for servers, which costs no room; the mesh's own settings for proxies), or lower the rates.",
                        container, kept.seconds(), kept.in().seconds(), MOST_KEPT * 100));
    }
}
