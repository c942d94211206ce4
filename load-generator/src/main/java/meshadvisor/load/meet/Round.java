package meshadvisor.load.meet;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One rendezvous of so many parties. It happens once: whoever comes afterwards is told so. */
final class Round {

    private static final double NANOS = 1e9;

    private final int parties;
    private final Set<String> come = new HashSet<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private long over;

    /** What a party is told. */
    record Outcome(Kind kind, String words) {}

    /** How a rendezvous went for a party. */
    enum Kind {
        /** All are there. */
        MET,
        /** Somebody lost patience. */
        GIVEN_UP,
        /** It expects another number of parties than others do. */
        CONTRADICTS,
        /** It came when all was over. */
        LATE
    }

    Round(int parties) {
        this.parties = parties;
    }

    /**
     * A party comes and waits until all have. If one loses patience all are told: the others would wait in vain.
     *
     * @param party who; the same again counts once
     * @param expected of how many parties it knows, with itself
     */
    Outcome come(String party, int expected, Duration within) {
        var refused = enter(party, expected);
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            return outcome.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return giveUp(party + " waited for " + seconds(within.toNanos()));
        } catch (InterruptedException | ExecutionException e) {
            return giveUp("the rendezvous was ended");
        }
    }

    private synchronized Optional<Outcome> enter(String party, int expected) {
        if (outcome.isDone()) {
            return Optional.of(new Outcome(Kind.LATE, party + " came " + seconds(System.nanoTime() - over) + " late: "
                    + (outcome.join().kind() == Kind.MET ? "all " + parties + " had met" : outcome.join().words())));
        }
        if (expected != parties) {
            return Optional.of(new Outcome(Kind.CONTRADICTS, party + " expects " + expected + " parties, and others " + parties));
        }
        come.add(party);
        if (come.size() == parties) {
            end(new Outcome(Kind.MET, "all " + parties + " are there"));
        }
        return Optional.empty();
    }

    private synchronized Outcome giveUp(String why) {
        end(new Outcome(Kind.GIVEN_UP, "only " + come.size() + " of " + parties + " came, and " + why));
        return outcome.join();
    }

    private void end(Outcome how) {
        if (outcome.complete(how)) {
            over = System.nanoTime();
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / NANOS);
    }
}
