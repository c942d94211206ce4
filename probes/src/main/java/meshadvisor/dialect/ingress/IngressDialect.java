package meshadvisor.dialect.ingress;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.IngressBackend;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.References;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Ingresses in the current and in the older spelling. */
public final class IngressDialect implements Dialect {

    private static final Set<String> GROUPS = Set.of("networking.k8s.io", "extensions");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        if (!item.kind().equals("Ingress")) {
            return;
        }
        References references = new References(item, facts);
        backend(references, item.spec().get("defaultBackend"));
        backend(references, item.spec().get("backend"));
        for (Node rule : item.spec().get("rules").items()) {
            for (Node path : rule.at("http", "paths").items()) {
                backend(references, path.get("backend"));
                facts.ingressBackends.add(new IngressBackend(item.meta(), NginxAnnotations.canary(item), rule.get("host").text(),
                        path.get("path").text(), service(item, path.get("backend"))));
            }
        }
        NginxAnnotations.note(item, facts);
    }

    private static Text service(Item item, Node backend) {
        return item.text(backend.get("service").present() ? backend.at("service", "name") : backend.get("serviceName"));
    }

    private static void backend(References references, Node backend) {
        Node service = backend.get("service");
        // with this port the load balancer of AWS takes the name for one of its actions
        if (service.at("port", "name").text().equals("use-annotation") || backend.get("servicePort").text().equals("use-annotation")) {
            return;
        }
        references.add(Kind.SERVICE, service.get("name"));
        references.add(Kind.SERVICE, backend.get("serviceName"));
    }
}
