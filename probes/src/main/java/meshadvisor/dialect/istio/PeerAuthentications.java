package meshadvisor.dialect.istio;

import java.util.Map;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Apart;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads PeerAuthentications. */
final class PeerAuthentications {

    /** The root namespace unless the mesh configuration names another. */
    private static final String ROOT_NAMESPACE = "istio-system";

    private PeerAuthentications() {}

    static void read(Item item, Facts facts) {
        Node mode = item.spec().at("mtls", "mode");
        Node ports = item.spec().get("portLevelMtls");
        Map<String, String> selector = Attachment.selector(item);
        facts.mtlsSettings.add(new MtlsSetting(item.meta(), IstioDialect.ID, scope(item, selector), mode(mode.text()), selector,
                reopened(ports), item.place(mode)));

        Uses uses = new Uses(item, facts, IstioDialect.ID, Hop.INTERNAL);
        noteStrict(uses, mode);
        if (ports instanceof Mapping mapping) {
            mapping.entries().stream().map(Entry::value).forEach(port -> noteStrict(uses, port.get("mode")));
        }
    }

    private static boolean reopened(Node ports) {
        return ports instanceof Mapping mapping
                && mapping.entries().stream().map(e -> mode(e.value().get("mode").text()))
                        .anyMatch(m -> m == Mode.PERMISSIVE || m == Mode.DISABLE);
    }

    private static Scope scope(Item item, Map<String, String> selector) {
        if (!selector.isEmpty()) {
            return Scope.WORKLOAD;
        }
        return Apart.plain(item.meta().namespace()).equals(ROOT_NAMESPACE) ? Scope.MESH : Scope.NAMESPACE;
    }

    private static Mode mode(String written) {
        return switch (written) {
            case "STRICT" -> Mode.STRICT;
            case "PERMISSIVE" -> Mode.PERMISSIVE;
            case "DISABLE" -> Mode.DISABLE;
            default -> Mode.UNSET;
        };
    }

    private static void noteStrict(Uses uses, Node mode) {
        if (mode.text().equals("STRICT")) {
            uses.add("mtls-identity", mode, "accepts only mutual TLS");
        }
    }
}
