package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import meshadvisor.model.Code.Limit;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/**
 * The calls of others that a service makes with one library.
 *
 * @param sites in the order of their places
 * @param source of what the library does when the code says nothing
 */
public record Client(Coded coded, String library, List<Site> sites, String source) {

    /** Signals about it. */
    public static final Map<String, BiFunction<World, Client, Reading>> TABLE = Map.of(
            "client-library", (w, c) -> Reading.choice(c.library, List.of()),
            "client-service", (w, c) -> Reading.choice(c.coded.name(), List.of()),
            "call-without-timeout", (w, c) -> Reading.seen(c.unlimited()));

    public Client {
        sites = List.copyOf(sites);
    }

    /** All of them. */
    public static List<Client> of(World world) {
        List<Client> clients = new ArrayList<>();
        Defaults defaults = Defaults.of(world);
        for (Coded coded : Coded.all(world)) {
            Map<String, List<Site>> byLibrary = new TreeMap<>();
            coded.calls().forEach(s -> byLibrary.computeIfAbsent(s.library(), k -> new ArrayList<>()).add(s));
            byLibrary.forEach((library, sites) -> clients.add(new Client(coded, library, sites, defaults.source(sites.getFirst()))));
        }
        return clients;
    }

    /** The object that stands for the service. */
    public ObjectKey object() {
        return coded.object();
    }

    /** The first call that may wait for ever, else the first call. */
    public Place place() {
        return sites.stream().filter(s -> s.limit() == Limit.MISSING).findFirst().orElse(sites.getFirst()).place();
    }

    private List<Evidence> unlimited() {
        return sites.stream().filter(s -> s.limit() == Limit.MISSING)
                .map(s -> new Evidence(coded.name() + " calls without a timeout: " + s.words() + " (the default: " + source + ")",
                        s.place()))
                .toList();
    }
}
