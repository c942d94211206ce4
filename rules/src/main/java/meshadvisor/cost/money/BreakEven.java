package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.ProxyRequests;
import meshadvisor.catalog.ProxyRequests.Per;
import meshadvisor.model.Quantity;

/**
 * From how many meshed pods on a node one variant of a mesh requests less with one proxy for the node than another with one in each pod.
 *
 * @param perPod id of the variant with a proxy in each pod
 * @param perNode id of the variant with proxies on each node
 * @param cpu pods, by processors; empty if never
 * @param memory pods, by memory; empty if never
 */
public record BreakEven(String mesh, String perPod, String perNode, OptionalInt cpu, OptionalInt memory, String source, String date) {

    /** Of every mesh of the catalogue that can be run in both ways. */
    public static List<BreakEven> of(Catalogue catalogue) {
        List<BreakEven> all = new ArrayList<>();
        for (String mesh : catalogue.vendors()) {
            List<ProxyRequests> requests = catalogue.requests(mesh);
            for (String pod : variants(requests, Per.POD)) {
                for (String node : variants(requests, Per.NODE)) {
                    all.add(of(mesh, pick(requests, pod), pick(requests, node)));
                }
            }
        }
        return all;
    }

    private static BreakEven of(String mesh, List<ProxyRequests> pod, List<ProxyRequests> node) {
        return new BreakEven(mesh, pod.getFirst().variant(), node.getFirst().variant(), pods(cpu(pod), cpu(node)),
                pods(memory(pod), memory(node)),
                pod.getFirst().source() + "; " + node.getFirst().source(), pod.getFirst().date());
    }

    private static List<String> variants(List<ProxyRequests> requests, Per per) {
        return requests.stream().filter(r -> r.per() == per).map(ProxyRequests::variant).distinct().sorted().toList();
    }

    private static List<ProxyRequests> pick(List<ProxyRequests> requests, String variant) {
        return requests.stream().filter(r -> r.variant().equals(variant)).toList();
    }

    private static long cpu(List<ProxyRequests> parts) {
        return parts.stream().mapToLong(p -> Quantity.thousandths(p.cpu()).orElse(0)).sum();
    }

    private static long memory(List<ProxyRequests> parts) {
        return parts.stream().mapToLong(p -> Quantity.whole(p.memory()).orElse(0)).sum();
    }

    private static OptionalInt pods(long pod, long node) {
        return pod == 0 ? OptionalInt.empty() : OptionalInt.of((int) (node / pod) + 1);
    }
}
