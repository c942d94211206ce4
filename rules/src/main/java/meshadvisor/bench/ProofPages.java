package meshadvisor.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Kebab;

/** Which pages must be fetched before and after a drive, so that a variant's proofs can be judged. */
public final class ProofPages {

    /** The host of {@link Proof.At#PROXY}: the Service that enrolment makes. {@code $namespace} is replaced. */
    public static final String PROXIES = "proxies.$namespace.svc.cluster.local";

    private ProofPages() {}

    /**
     * A page, to be fetched from the generator's pod: of each pod that {@code at} means.
     *
     * @param name unique among the pages of a variant, fit for the name of a result
     * @param keep a regular expression: the lines that are needed
     */
    public record Page(String name, Proof.At at, int port, String path, String keep) {

        /** Where it is, of a pod with that address. */
        public String url(String host) {
            return String.format(Locale.ROOT, "http://%s:%d%s", host.contains(":") ? "[" + host + "]" : host, port, path);
        }
    }

    /** The pages of a variant for loads of a protocol, in the order of the proofs; none if no counter proves it. */
    public static List<Page> of(Variant variant, Load.Protocol protocol) {
        Map<String, Page> pages = new LinkedHashMap<>();
        for (Proof.Counter counter : counters(variant, protocol)) {
            String name = name(counter);
            Set<String> wanted = counters(variant, protocol).stream().filter(c -> name(c).equals(name)).map(Proof.Counter::counter)
                    .collect(Collectors.toCollection(TreeSet::new));
            pages.putIfAbsent(name, new Page(name, counter.at(), counter.port(), counter.path(),
                    "^(?:" + String.join("|", wanted) + ")[{ ].*"));
        }
        return List.copyOf(pages.values());
    }

    private static List<Proof.Counter> counters(Variant variant, Load.Protocol protocol) {
        return variant.prove().stream().filter(Proof.Counter.class::isInstance).map(Proof.Counter.class::cast)
                .filter(c -> c.holdsFor(protocol)).toList();
    }

    /** The name of the page on which a counter stands. */
    static String name(Proof.Counter counter) {
        return Kebab.of(counter.at()) + "-" + counter.port() + counter.path().replaceAll("[^A-Za-z0-9]+", "-");
    }
}
