package meshadvisor.lab.scene;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.catalog.Network;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/** What results of a cluster are only true of, by stable names. */
final class Fingerprint {

    private static final Pattern MODE = Pattern.compile("(?m)^mode:\\s*\"?([a-z]*)\"?\\s*$");

    private Fingerprint() {}

    /** All that could be seen; what could not is added to the gaps. */
    static Map<String, String> of(Found found, List<Network> networks, Map<String, Presence> presences, List<Gap> gaps) {
        Map<String, String> print = new TreeMap<>();
        print.put("kubernetes", found.version());
        print.put("nodes", shapes(Room.nodes(found)));
        for (String field : List.of("kubeletVersion", "kernelVersion", "osImage", "containerRuntimeVersion", "architecture")) {
            print.put(field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                    distinct(found, node -> node.at("status", "nodeInfo", field).text()));
        }
        print.put("zones", distinct(found, node -> Found.label(node, "topology.kubernetes.io/zone")));
        print.put("cni", cni(found, networks, gaps));
        print.put("kube-proxy", proxy(found, gaps));
        presences.forEach((id, presence) -> {
            if (presence instanceof Presence.There there && !there.version().isEmpty()) {
                print.put(id, Stream.of(there.version(), there.revision().isEmpty() ? "" : "revision " + there.revision(), there.flavour())
                        .filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
            }
        });
        print.values().removeIf(String::isEmpty);
        return print;
    }

    /** Such as {@code 3 × 4000m/15994Mi (m7i.xlarge, amd64)}. */
    private static String shapes(List<Scene.Node> nodes) {
        return nodes.stream()
                .collect(Collectors.groupingBy(n -> n.cpu() + "m/" + n.memoryMebibytes() + "Mi (" + n.shape() + ")", TreeMap::new,
                        Collectors.counting()))
                .entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).collect(Collectors.joining(", "));
    }

    private static String distinct(Found found, Function<Node, String> field) {
        return found.of("v1/nodes").stream().filter(Room::takesPods).map(field).filter(text -> !text.isEmpty()).distinct().sorted()
                .collect(Collectors.joining(", "));
    }

    private static String cni(Found found, List<Network> networks, List<Gap> gaps) {
        String seen =
                found.of("apps/v1/daemonsets").stream().flatMap(set -> set.at("spec", "template", "spec", "containers").items().stream())
                        .map(container -> container.get("image").text()).flatMap(image -> networks.stream()
                                .filter(network -> network.images().stream().anyMatch(known -> is(image, known)))
                                .map(network -> network.name() + " " + Presences.tag(image)))
                        .distinct().collect(Collectors.joining(", "));
        String cilium = found.of("apps/v1/daemonsets").stream().filter(set -> Found.label(set, "k8s-app").equals("cilium"))
                .map(set -> "Cilium " + Presences.tag(set.at("spec", "template", "spec", "containers").items().stream().findFirst()
                        .map(c -> c.get("image").text()).orElse("")))
                .findFirst().orElse("");
        String both = Stream.of(cilium, seen).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        if (both.isEmpty()) {
            gaps.add(Gap.of("bench-cni", "which network the pods have", "no DaemonSet of a known one runs in the cluster",
                    "say it with the results: the network is part of what they are true of"));
        }
        return both;
    }

    private static boolean is(String image, String known) {
        String untagged = image.replaceFirst("@.*", "").replaceFirst(":[^:/]*$", "");
        return untagged.equals(known) || untagged.endsWith("/" + known);
    }

    /** The mode that its ConfigMap says; Cilium may stand in for it. */
    private static String proxy(Found found, List<Gap> gaps) {
        if (found.one("v1/configmaps", "kube-system", "cilium-config")
                .anyMatch(config -> config.at("data", "kube-proxy-replacement").text().matches("true|strict"))) {
            return "replaced by Cilium";
        }
        String mode =
                found.one("v1/configmaps", "kube-system", "kube-proxy").map(config -> MODE.matcher(config.at("data", "config.conf").text()))
                        .filter(Matcher::find).map(match -> match.group(1).isEmpty() ? "iptables (default)" : match.group(1)).findFirst()
                        .orElse("");
        if (mode.isEmpty()) {
            gaps.add(Gap.of("bench-kube-proxy", "in which mode kube-proxy works",
                    "there is no ConfigMap kube-proxy in kube-system, or it may not be read",
                    "say it with the results; on a node, curl localhost:10249/proxyMode tells it"));
        }
        return mode;
    }
}
