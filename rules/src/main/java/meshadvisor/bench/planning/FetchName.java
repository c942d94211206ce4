package meshadvisor.bench.planning;

import java.util.Optional;

/**
 * Under which name a generator tells a page that it fetched for the proofs of a cell, such as
 * {@code hop-http1-kept-200-1.before.client-15020-stats-prometheus.client}. None of the parts has a dot.
 *
 * @param cell for which it is
 * @param page its name, unique among the pages of a variant
 * @param from whose page it is, the same before and after
 */
public record FetchName(String cell, When when, String page, String from) {

    /** Before or after the drive. */
    public enum When {
        BEFORE, AFTER
    }

    /** Reads one; empty if it is the name of something else. */
    public static Optional<FetchName> parse(String name) {
        String[] parts = name.split("\\.", -1);
        boolean fits = parts.length == 4 && (parts[1].equals("before") || parts[1].equals("after"));
        return fits ? Optional.of(new FetchName(parts[0], parts[1].equals("before") ? When.BEFORE : When.AFTER, parts[2], parts[3]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return cell + (when == When.BEFORE ? ".before." : ".after.") + page + "." + from;
    }
}
