package meshadvisor.signal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.MtlsSetting;

/** The words that signals can take, of those whose words are the program's own and not the input's. */
final class Vocabulary {

    private static final Map<String, Set<String>> WORDS = new TreeMap<>(Map.of("membership", words(Membership.State.values()), "proxy-kind",
            words(Sidecar.Kind.values()), "identity-match", words(PolicySignals.Match.values()), "version-distance",
            words(ProxySignals.Distance.values()), "retried-requests", words(RouteSignals.Retried.values()), "weights",
            words(RouteSignals.Weights.values()), "mtls-mode", words(MtlsSetting.Mode.values()), "resolution",
            words(References.Resolution.values()), "standing", words(MeshSeen.Standing.values())));

    private Vocabulary() {}

    /** The words of a signal; empty where any word is possible, or where it is no word. */
    static Set<String> of(String signal) {
        return WORDS.getOrDefault(signal, Set.of());
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Kebab::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
