package meshadvisor.gate;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gate says.
 *
 * @param asOf the day at which waivers are judged
 * @param strictness where the result is not known
 * @param result of all checks that count together
 * @param checks in the order of the file, and then of what was judged
 * @param expired waivers that are over, and do not count
 * @param idle waivers of checks that pass without them
 * @param now what was judged, and what of it could not be read
 * @param before what it was compared with; empty name for nothing
 * @param changes numbers that are not what they were
 * @param appeared findings that the baseline does not have
 * @param gone findings that only the baseline has
 */
public record GateReport(String file, String asOf, Strictness strictness, GateResult result, List<Check> checks, List<Waiver> expired,
        List<Waiver> idle,
        Source now, Source before, List<Change> changes, List<Piece> appeared, List<Piece> gone) {

    /** Name of the file format, without its version. */
    public static final String SCHEMA = "meshadvisor/gate";

    /** Version of the file format: the first number changes when a reader must change. */
    public static final String SCHEMA_VERSION = "1.1";

    private static final Set<String> TELLING = Set.of("variant", "quantile", "rate", "when", "answer", "counted");

    /**
     * What was read.
     *
     * @param incomplete what could not be read, whole sentences
     */
    public record Source(String name, List<String> incomplete) {
        public Source {
            incomplete = List.copyOf(incomplete);
        }
    }

    /**
     * A number before and after.
     *
     * @param selection of what
     * @param by after less before, piece by piece
     */
    public record Change(Metric metric, Selection selection, Quantity before, Quantity after, Quantity by) {}

    public GateReport {
        checks = List.copyOf(checks);
        expired = List.copyOf(expired);
        idle = List.copyOf(idle);
        changes = List.copyOf(changes);
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** Checks with a result that counts. */
    public List<Check> counting() {
        return checks.stream().filter(Check::counts).toList();
    }

    /** The labels by which readers tell a check from the others of its budget. */
    public SortedMap<String, String> shown(Check check) {
        List<Check> others = checks.stream().filter(c -> c.budget().equals(check.budget()) && c.bound().equals(check.bound())).toList();
        SortedMap<String, String> shown = new TreeMap<>();
        check.of().forEach((label, value) -> {
            boolean usual = check.budget().metric().label(label).filter(l -> l.usual().equals(value)).isPresent();
            boolean told = check.budget().metric().form() == Metric.Form.SUM ? !usual : TELLING.contains(label);
            if (told || others.stream().anyMatch(c -> !value.equals(c.of().get(label)))) {
                shown.put(label, value);
            }
        });
        return shown;
    }
}
