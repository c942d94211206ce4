package meshadvisor.checkout;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Walks the commits of a checkout from the newest on, as far back as is asked for. */
final class History {

    private static final int MOST_COMMITS = 10_000;

    private final ObjectStore objects;
    private final Months months;
    private final PriorityQueue<Commit> next = new PriorityQueue<>(Comparator.comparingLong(Commit::time).reversed());
    private final Set<String> known = new HashSet<>();
    private final Set<String> authors = new HashSet<>();
    private boolean begun;

    private History(ObjectStore objects, Months months) {
        this.objects = objects;
        this.months = months;
    }

    /** The addresses of those who wrote the commits of some months; empty if that cannot be seen. */
    static Optional<Set<String>> authors(GitFolder git, Months months) {
        Optional<String> head = git.head();
        if (head.isEmpty() || git.shallow()) {
            return Optional.empty();
        }
        try (ObjectStore objects = ObjectStore.of(git.common().resolve("objects"))) {
            History history = new History(objects, months);
            history.walk(head.get());
            return history.begun ? Optional.of(history.authors) : Optional.empty();
        } catch (IOException | RuntimeException | InternalError e) {
            // broken in whichever way: who works on it is not seen, and nothing else hangs on it;
            // InternalError is what a mapped file throws that somebody cuts off at this moment
            return Optional.empty();
        }
    }

    private void walk(String head) throws IOException {
        add(List.of(head));
        for (int i = 0; i < MOST_COMMITS && !next.isEmpty(); i++) {
            Commit commit = next.remove();
            begun |= commit.time() <= months.until();
            if (commit.time() >= months.since()) {
                count(commit);
                add(commit.parents());
            }
        }
    }

    private void count(Commit commit) {
        if (commit.time() <= months.until() && !commit.byBot()) {
            authors.add(commit.author());
        }
    }

    private void add(List<String> ids) throws IOException {
        for (String id : ids) {
            if (known.add(id)) {
                next.add(Commit.of(objects.commit(id)));
            }
        }
    }
}
