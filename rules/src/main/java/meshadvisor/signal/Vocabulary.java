package meshadvisor.signal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Protocol;
import meshadvisor.model.MtlsSetting;
import meshadvisor.signal.code.ProgramSignals;

/** The words that signals can take, of those whose words are the program's own and not the input's. */
final class Vocabulary {

    private static final Map<String, Set<String>> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("membership", words(Membership.State.values())), Map.entry("proxy-kind", words(Sidecar.Kind.values())),
            Map.entry("identity-match", words(PolicySignals.Match.values())),
            Map.entry("version-distance", words(ProxySignals.Distance.values())),
            Map.entry("retried-requests", words(RouteSignals.Retried.values())), Map.entry("weights", words(RouteSignals.Weights.values())),
            Map.entry("mtls-mode", words(MtlsSetting.Mode.values())), Map.entry("resolution", words(References.Resolution.values())),
            Map.entry("standing", words(MeshSeen.Standing.values())), Map.entry("proxy-absence", words(Absence.Why.values())),
            Map.entry("node-kind", words(NodeKinds.Kind.values())), Map.entry("kubernetes-age", words(KubernetesSignals.Age.values())),
            Map.entry("gateway-api", words(GatewayApiSignals.Fit.values())), Map.entry("hazard", words(Hazards.Worst.values())),
            Map.entry("clients", words(StickyPort.Clients.values())), Map.entry("first-speaker", words(Protocol.First.values())),
            Map.entry("guarded-calls", words(ProgramSignals.Share.values()))));

    private Vocabulary() {}

    /** The words of a signal; empty where any word is possible, or where it is no word. */
    static Set<String> of(String signal) {
        return WORDS.getOrDefault(signal, Set.of());
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Kebab::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
