package meshadvisor.dialect.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import meshadvisor.dialect.Item;
import meshadvisor.model.Service;
import meshadvisor.tree.Node;

/** Reads Services. */
final class Services {

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
        return new Service(item.meta(), item.strings(spec.get("selector")), type.isEmpty() ? "ClusterIP" : type,
                spec.get("clusterIP").text().equals("None"), ports);
    }
}
