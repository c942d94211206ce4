package meshadvisor.cli;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.cluster.Right;
import meshadvisor.cluster.Right.May;
import meshadvisor.cluster.Rights;
import meshadvisor.report.Block.Table;

/** What the present identity may see, as a table. */
final class RightsTable {

    private static final int MOST_WORDS = 12;
    private static final String PROXY = "services/proxy";

    private RightsTable() {}

    /** For people: what is missing is granted by one command below, so that the table stays narrow. */
    static Table brief(Rights.Seen seen) {
        boolean everywhere = seen.rights().stream().allMatch(r -> r.namespace().isEmpty());
        List<String> columns = everywhere ? List.of("kind", "mayList", "goodFor") : List.of("kind", "where", "mayList", "goodFor");
        return new Table(columns, seen.rights().stream().map(r -> everywhere ? List.of(r.resource(), word(r.may()), r.goodFor())
                : List.of(r.resource(), where(r), word(r.may()), r.goodFor())).toList());
    }

    /** For programs: every row with the command that grants it. */
    static Table full(Rights.Seen seen) {
        return new Table(List.of("kind", "namespace", "mayList", "goodFor", "because", "grant"), seen.rights().stream()
                .map(r -> List.of(r.resource(), r.namespace(), word(r.may()), r.goodFor(), r.because(),
                        r.may() == May.YES ? "" : r.grant()))
                .toList());
    }

    /** What follows the table: the sum, and what to do. */
    static List<String> below(Rights.Seen seen) {
        long yes = seen.rights().stream().filter(r -> r.may() == May.YES).count();
        List<Right> missing = seen.rights().stream().filter(r -> r.may() != May.YES).toList();
        List<String> lines = new ArrayList<>(List.of(yes + " of " + seen.rights().size() + " lists may be read."));
        seen.gaps().forEach(g -> lines.add("Not seen: " + g.what() + ", because " + g.why() + "."));
        missing.stream().filter(r -> r.may() == May.UNKNOWN).findFirst()
                .ifPresent(r -> lines.add("Unknown: " + r.resource() + ", because " + r.because() + "."));
        if (!missing.isEmpty()) {
            boolean proxied = missing.stream().anyMatch(r -> r.resource().equals(PROXY));
            lines.add("To grant what is missing, give an administrator the output of: meshadvisor rbac"
                    + (proxied ? " --prometheus-service with the same Service" : ""));
        }
        missing.stream().map(Right::namespace).distinct().forEach(n -> lines.add((n.isEmpty() ? "Missing in the cluster: "
                : "Missing in the namespace " + n + ": ") + names(missing.stream().filter(r -> r.namespace().equals(n)).toList())));
        return List.copyOf(lines);
    }

    private static String names(List<Right> rights) {
        return rights.stream().limit(MOST_WORDS).map(r -> (r.resource().equals(PROXY) ? "get " : "list ") + r.resource())
                .collect(Collectors.joining(", "))
                + (rights.size() > MOST_WORDS ? " and " + (rights.size() - MOST_WORDS) + " more" : "");
    }

    private static String where(Right right) {
        return right.namespace().isEmpty() ? "cluster" : right.namespace();
    }

    private static String word(May may) {
        return may.name().toLowerCase(ROOT);
    }
}
