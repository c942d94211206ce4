package meshadvisor.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.gate.Told.Found;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule;
import meshadvisor.signal.Reserved;

/** What an assessed system gives to budgets: findings, what could not be judged, coverage, and what its pods request. */
public final class SystemAccount {

    private static final Set<String> ALWAYS =
            Set.of(Gate.FINDINGS, "rules-open", "coverage", "gaps", "needs-open", "services", "pods", "proxies",
                    "requested-cpu", "requested-memory");
    private static final double MEBIBYTE = 1 << 20;

    private final Told told;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    private SystemAccount(Told told, List<Rule> rules) {
        this.told = told;
        rules.forEach(r -> this.rules.put(r.code(), r));
    }

    /**
     * Of a report.
     *
     * @param name of the report, for readers
     * @param rules of this build, which tell how severe a finding of a rule that could not be judged would be
     */
    public static Account of(String name, Told told, List<Rule> rules) {
        return new SystemAccount(told, rules).account(name);
    }

    private Account account(String name) {
        told.findings().forEach(f -> pieces.add(found(f)));
        told.notAssessed().forEach(this::open);
        told.gaps()
                .forEach(g -> pieces.add(Piece.counted("gaps", g.id() + " " + g.what(), Map.of("gap", g.id()), 1, g.what() + ": " + g.why())
                        .at(g.place())));
        told.open().forEach(n -> pieces.add(Piece.counted("needs-open", n, Map.of("need", n), 1, "the answer to " + n + " is open")));
        pieces.add(Piece.counted("coverage", "coverage", Map.of(), told.scope().coveragePercent(),
                told.scope().understood() + " of " + told.scope().documents() + " documents were understood"));
        pieces.add(Piece.counted("services", "services", Map.of(), told.services(), told.services() + " application services"));
        told.reserved().forEach(this::reserved);
        unread();
        Set<String> all = new TreeSet<>(ALWAYS);
        Map<String, Gap> untold = new TreeMap<>();
        told.nodes().ifPresentOrElse(n -> {
            all.add("nodes");
            pieces.add(Piece.counted("nodes", "nodes", Map.of(), n, n + " nodes of the cluster"));
        }, () -> untold.put("nodes", Gap.of("read-nodes", "the number of nodes", "no nodes were read",
                "read a cluster: meshadvisor gate without a path, or --snapshot FILE")));
        return new Account(name, told.scope().asOf(), all, pieces, Map.of(), untold, incomplete());
    }

    private List<String> incomplete() {
        int unreadable = told.scope().unreadable();
        return unreadable == 0 ? List.of()
                : List.of(unreadable == 1 ? "A document could not be read; findings MA900 to MA905 name it."
                        : unreadable + " documents could not be read; findings MA900 to MA905 name them.");
    }

    /** Files of the input are called as they are wherever they were checked out. */
    private Piece found(Found found) {
        String name = found.kind().equals("File") ? told.local(found.name()) : found.name();
        Map<String, String> labels = labels(found.code(), found.severity(), found.applies(), found.kind(), found.namespace());
        String object = found.kind() + " " + (found.namespace().isEmpty() ? "" : found.namespace() + "/") + name;
        return Piece.counted(Gate.FINDINGS, found.code() + " " + object, labels, 1, found.code() + " " + found.rule() + ", " + object + ": "
                + found.message()).at(found.place());
    }

    private static Map<String, String> labels(String code, String severity, String applies, String kind, String namespace) {
        return Map.of("rule", code, "severity", severity, "applies", applies, "kind", kind, "namespace", namespace);
    }

    /** A rule that could not tell may have as many findings more as there are subjects. */
    private void open(NotAssessed open) {
        Rule rule = rules.get(open.code());
        String applies = rule == null ? Piece.OPEN : Told.word(told.meshThere() ? Rule.Applies.NOW : rule.applies());
        Set<String> severities = new TreeSet<>();
        if (rule != null) {
            rule.cases().forEach(c -> severities.add(c.severity().id()));
        }
        String severity = severities.size() == 1 ? severities.iterator().next() : Piece.OPEN;
        String says = open.code() + " " + open.rule() + " could not tell for " + open.subjects()
                + (open.subjects() == 1 ? " object" : " objects");
        pieces.add(Piece.counted("rules-open", open.code(), Map.of("rule", open.code()), 1, says));
        pieces.add(Piece.counted(Gate.FINDINGS, open.code() + " not assessed",
                labels(open.code(), severity, applies, Piece.OPEN, Piece.OPEN), 0, says).with(upTo(open.subjects()), open.gaps()));
    }

    private static Quantity upTo(double most) {
        return new Quantity(0, new Interval(0, most));
    }

    private void reserved(Reserved each) {
        String object = each.workload().toString();
        Map<String, String> labels = Map.of("namespace", each.workload().namespace(), "kind", each.workload().kind());
        List<Gap> gaps = each.open().isEmpty() ? List.of()
                : List.of(Gap.of("pods-open", "how many pods " + object + " has", each.open(),
                        "read the running cluster, or write unseen: ignore"));
        Piece piece =
                new Piece("pods", object, new TreeMap<>(labels), quantity(each.pods(), 1), Ground.COUNTED, object, Place.NOWHERE, gaps);
        pieces.add(piece);
        pieces.add(piece.of("requested-cpu", quantity(each.cpuMillis(), 1)));
        pieces.add(piece.of("requested-memory", quantity(each.memoryBytes(), MEBIBYTE)));
        if (!each.mesh().isEmpty()) {
            Map<String, String> meshed = new TreeMap<>(labels);
            meshed.put("mesh", each.mesh());
            pieces.add(
                    new Piece("proxies", object, new TreeMap<>(meshed), quantity(each.proxies(), 1), Ground.COUNTED, object, Place.NOWHERE,
                            gaps));
        }
    }

    private static Quantity quantity(Reserved.Span span, double unit) {
        OptionalLong high = span.high();
        double low = span.low() / unit;
        return new Quantity(low, new Interval(low, high.isPresent() ? high.getAsLong() / unit : Double.POSITIVE_INFINITY));
    }

    /** What was not understood may hold anything; how much of it there is tells it from that of another report. */
    private void unread() {
        int unread = told.scope().documents() - told.scope().understood();
        if (unread <= 0) {
            return;
        }
        String says = unread == 1 ? "a document that was not understood" : unread + " documents that were not understood";
        Gap gap = Gap.of("not-understood", says, "findings and gaps of the report name them",
                "correct or render them (--render), leave them out (--exclude), or write unseen: ignore");
        Map<String, String> open = new TreeMap<>();
        List.of("rule", "severity", "applies", "kind", "namespace", "mesh").forEach(l -> open.put(l, Piece.OPEN));
        List.of(Gate.FINDINGS, "pods", "proxies", "requested-cpu", "requested-memory").forEach(metric -> pieces
                .add(Piece.counted(metric, "not understood: " + unread, open, 0, says).with(upTo(Double.POSITIVE_INFINITY), List.of(gap))));
    }
}
