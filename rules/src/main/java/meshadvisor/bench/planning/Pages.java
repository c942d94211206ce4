package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Proof.Counter;
import meshadvisor.catalog.Kebab;

/** The pages that hold the counters of a way's proofs. Each is read before and after a drive. */
final class Pages {

    private Pages() {}

    /**
     * A page.
     *
     * @param from whose page it is
     * @param keep which of its lines
     */
    record Page(String name, String from, String url, String keep) {}

    /**
     * All pages, each once.
     *
     * @param servers Jobs whose pods a request passes
     * @param pods of each of them
     * @param nodes on which generators and servers stand
     */
    static List<Page> of(List<Proof> proofs, List<String> servers, int pods, List<String> nodes) {
        Map<String, List<Counter>> byPage = new LinkedHashMap<>();
        for (Proof proof : proofs) {
            if (proof instanceof Counter counter) {
                byPage.computeIfAbsent(counter.at() + " " + counter.port() + counter.path(), page -> new ArrayList<>()).add(counter);
            }
        }
        return byPage.values().stream().flatMap(counters -> pages(counters, places(counters.getFirst(), servers, pods, nodes))).toList();
    }

    private static Stream<Page> pages(List<Counter> counters, Map<String, String> places) {
        Counter first = counters.getFirst();
        String keep = counters.stream().map(Counter::counter).distinct().map(Pattern::quote)
                .collect(Collectors.joining("|", "^(?:", ")(?:[{ ].*)?$"));
        return places.entrySet().stream().map(place -> new Page(name(first), place.getKey(),
                "http://" + place.getValue() + ":" + first.port() + first.path(), keep));
    }

    private static String name(Counter counter) {
        return Kebab.of(counter.at()) + "-" + counter.port()
                + counter.path().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Addresses by names. */
    private static Map<String, String> places(Counter counter, List<String> servers, int pods, List<String> nodes) {
        Map<String, String> places = new LinkedHashMap<>();
        switch (counter.at()) {
            case CLIENT -> places.put("client", "127.0.0.1");
            case SERVER -> servers.forEach(server -> IntStream.range(0, pods).mapToObj(pod -> pod == 0 ? server : server + "." + pod)
                    .forEach(pod -> places.put(pod.replace('.', '-'), "$podip:" + pod)));
            case NODE_AGENT -> IntStream.range(0, nodes.size())
                    .forEach(at -> places.put("agent-" + (at + 1), "$nodeagentip:" + nodes.get(at)));
            case PROXY -> places.put("proxies", "proxies"); // a Service in the generator's own namespace
        }
        return places;
    }
}
