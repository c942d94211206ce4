package meshadvisor.signal.code;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import meshadvisor.model.Code.Attempts;
import meshadvisor.model.Code.Method;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Trait;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** A retry of a service's code around a call. */
public record Repeating(Coded coded, Site site) {

    /** Signals about it. */
    public static final Map<String, BiFunction<World, Repeating, Reading>> TABLE = Map.of(
            "retry-library", (w, r) -> Reading.choice(r.site.library(), List.of()),
            "retry-service", (w, r) -> Reading.choice(r.coded.name(), List.of()),
            "repeats-changes", (w, r) -> Reading.seen(r.changes()),
            "time-for-tries-too-short", (w, r) -> Reading.seen(r.tooShort()));

    /** All of them. */
    public static List<Repeating> of(World world) {
        return Coded.all(world).stream().flatMap(c -> c.guards().stream().filter(s -> s.shows().contains(Trait.RETRY))
                .map(s -> new Repeating(c, s))).toList();
    }

    /** The object that stands for the service. */
    public ObjectKey object() {
        return coded.object();
    }

    /** Where it stands. */
    public Place place() {
        return site.place();
    }

    private List<Evidence> changes() {
        boolean key = coded.shows(Trait.IDEMPOTENCY_KEY);
        return site.method() == Method.CHANGING && !key && coded.guardsOfCalls().contains(site)
                ? List.of(new Evidence(coded.name() + " retries a POST or PATCH with " + site.library(), site.place())) : List.of();
    }

    private List<Evidence> tooShort() {
        Attempts attempts = site.attempts();
        boolean known = attempts.tries() > 1 && attempts.each() > 0 && attempts.whole() > 0;
        return known && attempts.whole() < attempts.tries() * attempts.each()
                ? List.of(new Evidence(String.format(Locale.ROOT, "%s gives %d tries of %.0f ms each only %.0f ms together", coded.name(),
                        attempts.tries(), attempts.each(), attempts.whole()), site.place()))
                : List.of();
    }
}
