package meshadvisor.format;

import java.util.Comparator;
import java.util.Optional;
import meshadvisor.model.Place;

/**
 * Something to say at a line of a file.
 *
 * @param rule by which others of its kind are found: the code of a rule, or a metric
 * @param id that stays the same when lines move
 * @param waived why nobody has to act, whole clauses; empty if somebody has to
 */
record Notice(Loudness loudness, String rule, String title, String message, String id, Place place, Optional<String> waived)
        implements Comparable<Notice> {

    /** How loud it is. */
    enum Loudness {
        ERROR, WARNING, NOTE
    }

    private static final Comparator<Notice> ORDER = Comparator.comparing(Notice::loudness).thenComparing(Notice::place)
            .thenComparing(Notice::rule).thenComparing(Notice::message).thenComparing(Notice::id);

    @Override
    public int compareTo(Notice other) {
        return ORDER.compare(this, other);
    }
}
