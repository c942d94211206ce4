package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Variant;

/**
 * Which variants are run, and why others are not.
 *
 * @param notRun whole sentences
 * @param mistakes whole sentences
 */
record Ways(List<Way> ways, List<String> notRun, List<String> mistakes) {

    static final String BASELINE = "baseline";
    static final String AGAIN = "baseline-again";
    private static final Presence.There ALWAYS = new Presence.There("", "", "");

    /** Finds them in the catalogue and in the cluster. */
    static Ways of(Order order, Scene scene, List<Variant> catalogue) {
        Map<String, Variant> known = catalogue.stream()
                .collect(Collectors.toMap(Variant::id, each -> each, (first, second) -> first, LinkedHashMap::new));
        if (!known.containsKey(BASELINE)) {
            return new Ways(List.of(), List.of(), List.of("the catalogue has no variant " + BASELINE + ", to which all are compared"));
        }
        known.putIfAbsent(AGAIN, named(known.get(BASELINE), AGAIN, "baseline, again"));
        Ways found = new Ways(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ids(order).forEach(id -> found.find(id, known, scene));
        IntStream.range(0, order.design().knownDelays().size()).forEach(at -> found.delayed(order, known.get(BASELINE), at));
        return order.target().isEmpty() ? found.withinState(order) : Foreign.ways(found, order.target().getFirst());
    }

    private static Set<String> ids(Order order) {
        Set<String> ids = new LinkedHashSet<>(List.of(BASELINE, AGAIN));
        ids.addAll(order.variants());
        return ids;
    }

    private void find(String id, Map<String, Variant> known, Scene scene) {
        Variant variant = known.get(id);
        if (variant == null) {
            mistakes.add("there is no variant \"" + id + "\"; known are " + String.join(", ", known.keySet()));
            return;
        }
        boolean always = variant.detect().signs().isEmpty();
        switch (scene.presence(id).orElse(always ? ALWAYS : new Presence.NotThere("nobody looked for it", variant.detect().remedy()))) {
            case Presence.There there -> ways.add(new Way(variant, there, Way.NO_TIME));
            case Presence.NotThere(String because, String toRun) -> notRun.add(
                    id + " is not run because " + because + (toRun.isEmpty() ? "" : "; to run it: " + toRun));
        }
    }

    private void delayed(Order order, Variant baseline, int at) {
        String delay = order.design().knownDelays().get(at);
        ways.add(new Way(named(baseline, "known-delay-" + (at + 1), "baseline, and " + delay + " more in the server"), ALWAYS, delay));
    }

    private static Variant named(Variant variant, String id, String name) {
        return new Variant(id, name, variant.rank(), variant.scope(), variant.tls(), variant.detect(), variant.enrol(), variant.prove(),
                variant.bill(), variant.faults(), variant.install(), variant.refuses(), variant.cautions(), variant.source(),
                variant.proveClient());
    }

    /**
     * Where the cluster itself encrypts all between nodes, nothing in it is plain: only that state is run, and its baseline is what the
     * same session has from before or after.
     */
    private Ways withinState(Order order) {
        List<Way> states = ways.stream().filter(Ways::coversAll).toList();
        if (states.isEmpty()) {
            return this;
        }
        String state = states.stream().map(Way::id).collect(Collectors.joining(", "));
        if (order.pods().placement() == Order.Placement.SAME_NODE) {
            mistakes.add(state + " encrypts between nodes only, and with --placement same-node nothing leaves the node;"
                    + " say --placement cross-node");
        }
        ways.stream().filter(way -> !states.contains(way)).forEach(way -> notRun.add(way.id() + " is not run because the cluster is in the"
                + " state " + state
                + ", which holds for all pods; to run it: run the same session once more in the plain state, with --into"
                + " and the same file"));
        return new Ways(states, notRun, mistakes);
    }

    static boolean coversAll(Way way) {
        Variant variant = way.variant();
        return variant.scope() == Variant.Scope.CLUSTER && variant.tls() == Variant.Tls.MESH && variant.enrol().namespaceLabels().isEmpty()
                && variant.enrol().podLabels().isEmpty() && variant.enrol().podAnnotations().isEmpty()
                && variant.enrol().manifests().isEmpty();
    }

    /** With what has to be known of them. */
    List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        for (Way way : ways) {
            way.variant().cautions().forEach(caution -> cautions.add(way.id() + ": " + caution));
            String level = way.variant().enrol().podSecurity();
            if (!level.isEmpty() && !level.equals("restricted")) {
                cautions.add(way.id() + ": its namespace enforces Pod Security \"" + level + "\" instead of \"restricted\","
                        + " because what the mesh puts into pods needs more; the probes themselves do not.");
            }
            if (!way.there().flavour().isEmpty()) {
                cautions.add(way.id() + ": this is no stock installation (" + way.there().flavour() + "); results carry that name.");
            }
        }
        return cautions;
    }
}
