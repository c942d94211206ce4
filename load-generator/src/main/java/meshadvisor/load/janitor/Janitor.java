package meshadvisor.load.janitor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Deletes namespaces and does not give up: others may be away when it is time, the API server too.
 *
 * @param says hears what happens, a sentence each
 */
public record Janitor(Api api, Waits waits, Consumer<String> says) {

    /** What names must begin with. */
    public static final String PREFIX = "meshadvisor-bench-";

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** How long a namespace may be on its way until its own is deleted all the same: what was accepted happens without the janitor. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    /**
     * When it is time.
     *
     * @param at the same for every janitor of a run: one that is started anew does not begin to wait anew
     * @param after so long it waits at most, if its clock is behind
     */
    public record When(Instant at, Duration after) {}

    /** Deletes them when it is time. Its own is the last, because with it the janitor ends. */
    public void remove(List<String> namespaces, When when) {
        long begun = waits.nanos();
        says.accept("deleting " + String.join(", ", namespaces) + " in " + Math.max(0, left(when, begun).toSeconds()) + " s");
        for (var left = left(when, begun); left.isPositive(); left = left(when, begun)) {
            waits.pause(left.compareTo(LONGEST) > 0 ? LONGEST : left); // the clock may be set, and a machine may sleep
        }
        var own = api.own().map(Set::of).orElse(Set.of());
        var others = new LinkedHashSet<>(namespaces);
        others.removeAll(own);
        delete(others);
        namespaces.stream().filter(own::contains).findFirst().ifPresent(this::deleteOwn);
        says.accept("done");
    }

    private Duration left(When when, long begun) {
        var byClock = Duration.between(waits.now(), when.at());
        var byPatience = when.after().minusNanos(waits.nanos() - begun);
        return byClock.compareTo(byPatience) < 0 ? byClock : byPatience;
    }

    private void delete(Set<String> wanted) {
        var open = new LinkedHashMap<String, String>();
        wanted.forEach(namespace -> open.put(namespace, ""));
        long accepted = waits.nanos();
        for (var pause = FIRST; !open.isEmpty(); pause = longer(pause)) {
            if (!askedFor(open)) {
                accepted = waits.nanos();
            } else if (waits.nanos() - accepted > STUCK.toNanos()) {
                says.accept(String.join(", ", open.keySet()) + ": still being deleted after " + STUCK.toMinutes()
                        + " min; not waited for any longer");
                return;
            }
            if (!open.isEmpty()) {
                waits.pause(pause);
            }
        }
    }

    /** Asks for the deletion of all that are not gone, and forgets those that are: whether none was refused. */
    private boolean askedFor(Map<String, String> open) {
        boolean none = true;
        for (var namespace : List.copyOf(open.keySet())) {
            var reply = api.delete(namespace);
            say(namespace, reply, open);
            none &= !(reply instanceof Reply.Refused);
            if (reply instanceof Reply.Gone) {
                open.remove(namespace);
            }
        }
        return none;
    }

    private void deleteOwn(String namespace) {
        var open = new LinkedHashMap<>(Map.of(namespace, ""));
        for (var pause = FIRST; !askedFor(open); pause = longer(pause)) {
            waits.pause(pause);
        }
    }

    /** The same thing is said once. */
    private void say(String namespace, Reply reply, Map<String, String> said) {
        var words = switch (reply) {
            case Reply.Gone gone -> "gone";
            case Reply.Going going -> "being deleted";
            case Reply.Refused refused -> "not deleted yet, and tried again: " + refused.why();
        };
        if (!words.equals(said.put(namespace, words))) {
            says.accept(namespace + ": " + words);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
