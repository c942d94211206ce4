package meshadvisor.dialect.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import meshadvisor.dialect.Item;
import meshadvisor.model.Service;
import meshadvisor.tree.Node;

/** Reads Services. */
final class Services {

    /**
     * Argo Rollouts adds this to the selectors of the Services of a Rollout in a running cluster, and to the pods of each version, but the
     * template of the Rollout does not carry it: with it, the Service would select nothing.
     */
    private static final String VERSION_OF_ROLLOUT = "rollouts-pod-template-hash";

    private Services() {}

    static Service read(Item item) {
        Node spec = item.spec();
        List<Service.Port> ports = new ArrayList<>();
        for (Node port : spec.get("ports").items()) {
            String transport = port.get("protocol").text();
            ports.add(new Service.Port(port.get("name").text(), Item.number(port.get("port")).orElse(0), port.get("targetPort").text(),
                    transport.isEmpty() ? "TCP" : transport.toUpperCase(Locale.ROOT), port.get("appProtocol").text(), item.place(port)));
        }
        String type = spec.get("type").text();
        Map<String, String> selector = new LinkedHashMap<>(item.strings(spec.get("selector")));
        selector.remove(VERSION_OF_ROLLOUT);
        return new Service(item.meta(), selector, type.isEmpty() ? "ClusterIP" : type,
                spec.get("clusterIP").text().equals("None"), ports);
    }
}
