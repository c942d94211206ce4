package meshadvisor.gate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.model.Gap;

/** Says what is not there to be judged, and how to get it. */
final class Missing {

    private static final int FEW = 6;

    /** Labels that name something: a name that nothing has is mistyped, or what it named is gone, and 0 would say that all is well. */
    private static final Set<String> NAMES = Set.of("namespace", "variant", "part");

    private Missing() {}

    /** That nothing tells the metric; empty if something does. */
    static Optional<Gap> told(Budget budget, Account now) {
        String metric = budget.metric().id();
        return now.told().contains(metric) ? Optional.empty() : Optional.of(untold(budget, now));
    }

    private static Gap untold(Budget budget, Account account) {
        Gap known = account.untold().get(budget.metric().id());
        return known == null ? Gap.of("no-" + budget.metric().id(), budget.metric().title(), from(budget.metric().from()),
                remedy(budget.metric().from())) : known;
    }

    private static String from(Metric.From from) {
        return switch (from) {
            case SYSTEM -> "no system was assessed that tells it";
            case CHANGE -> "there is no earlier report to compare with";
            case BENCH -> "no benchmark was given";
            case ESTIMATE -> "nothing was predicted";
            case COST -> "no cost was predicted";
        };
    }

    private static String remedy(Metric.From from) {
        return switch (from) {
            case SYSTEM -> "name manifests, --snapshot or --report";
            case CHANGE -> "give --baseline, or --base and --head";
            case BENCH -> "measure with meshadvisor bench run, and give --bench FILE";
            case ESTIMATE, COST -> "name manifests or --snapshot, so that a prediction can be made";
        };
    }

    /** That the baseline does not tell it; empty if it does. */
    static Optional<Gap> baseline(Budget budget, Baseline before) {
        String metric = budget.metric().id();
        if (!before.given()) {
            return Optional.of(Gap.of("no-baseline", "the earlier " + budget.metric().title(), "no baseline was given",
                    "give --baseline FILE, or --base and --head"));
        }
        return before.account().told().contains(metric) ? Optional.empty()
                : Optional.of(Gap.of("not-in-baseline", "the earlier " + budget.metric().title(),
                        before.account().name() + " does not tell it", "make the baseline anew with this version, from the same sources"));
    }

    /** That nothing at all has the wanted value of a label; empty if something has. */
    static Optional<Gap> label(Budget budget, Selection scope, Account now, Baseline before) {
        return scope.of().entrySet().stream()
                .filter(e -> NAMES.contains(e.getKey())).flatMap(e -> {
                    Set<String> there = values(e.getKey(), now, before);
                    return there.contains(e.getValue()) ? Stream.empty()
                            : Stream.of(Gap.of("no-such-" + e.getKey(), e.getKey() + " " + e.getValue(),
                                    "nothing that was read has it; there " + listed(there), "correct it in " + budget.place()));
                }).findFirst();
    }

    private static String listed(Set<String> values) {
        return values.isEmpty() ? "is none"
                : "are " + values.stream().limit(FEW).map(v -> v.isEmpty() ? "\"\"" : v).reduce((a, b) -> a + ", " + b).orElse("")
                        + (values.size() > FEW ? " and " + (values.size() - FEW) + " more" : "");
    }

    private static Set<String> values(String label, Account now, Baseline before) {
        Set<String> all = new TreeSet<>();
        Stream.concat(now.pieces().stream(), before.account().pieces().stream()).map(p -> p.labels().getOrDefault(label, Piece.OPEN))
                .filter(v -> !v.equals(Piece.OPEN)).forEach(all::add);
        return all;
    }

    /** That nothing is there to be judged on its own. */
    static Gap piece(Budget budget, Selection scope, Account now) {
        if (!now.told().contains(budget.metric().id())) {
            return untold(budget, now);
        }
        String has = now.pieces().stream().filter(p -> p.metric().equals(budget.metric().id()))
                .map(p -> new Selection(p.metric(), p.labels()).words()).distinct().limit(FEW).reduce((a, b) -> a + "; " + b).orElse("");
        return Gap.of("no-such-" + budget.metric().id(), budget.metric().title() + " of " + scope.words(),
                has.isEmpty() ? "nothing was measured" : "nothing that was measured has these labels; there are " + has,
                "measure it, or correct " + budget.place());
    }

    /** That there is nothing to be a share of. */
    static Gap whole(Budget budget) {
        return Gap.of("no-whole", budget.metric().shareOf(), "it is not known", remedy(budget.metric().from()));
    }

    /** That the baseline lacks one piece. */
    static Gap before(Budget budget, Piece piece, Baseline before) {
        return baseline(budget, before).orElseGet(() -> Gap.of("not-in-baseline", "the earlier " + budget.metric().title() + " of "
                + new Selection(piece.metric(), piece.labels()).words(), before.account().name() + " does not have it",
                "give a baseline that measured the same"));
    }

    /** That a number is not known exactly enough. */
    static Gap exactness(Piece piece) {
        return switch (piece.ground()) {
            case MEASURED -> Gap.of("noise", piece.says(), "noise is larger than the margin to the budget",
                    "measure more blocks: meshadvisor bench run --resume or --into FILE");
            case COUNTED -> Gap.of("not-seen", piece.says(), "not all of it was seen", "name everything that belongs to it");
            case PREDICTED, PUBLISHED, ASSUMED -> Gap.of("range", piece.says(), "the prediction is a range that holds the budget",
                    "measure it: meshadvisor bench run");
        };
    }
}
