package meshadvisor.catalog;

import java.util.List;
import meshadvisor.model.Text;
import meshadvisor.signal.Application;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;
import meshadvisor.support.Scan;

/** The knowledge as it stands in the repository, and what it sees in a manifest. */
final class Knowledge {

    static final Catalogue CATALOGUE = meshadvisor.support.Knowledge.CATALOGUE;

    private Knowledge() {}

    /** What is seen in manifests. */
    static World world(String manifests) {
        return Scan.of(manifests).world();
    }

    /** Each mesh that is seen as variant, standing and versions, such as {@code linkerd data-plane [2.14.1]}. */
    static List<String> meshes(String manifests) {
        return world(manifests).meshes().stream().map(Knowledge::words).toList();
    }

    private static String words(MeshSeen mesh) {
        return mesh.variant() + " " + mesh.standing().id() + " " + mesh.versions().stream().map(Text::value).toList();
    }

    /** Names of the application services. */
    static List<String> services(String manifests) {
        return world(manifests).applications().counted().stream().map(Application::name).toList();
    }

    /** A Deployment and its Service; the lines of the pod's metadata and of its containers are given. */
    static String service(String podMetadata, String containers) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec:
                  selector: {matchLabels: {app: cart}}
                  template:
                    metadata:
                      labels: {app: cart}
                %s
                    spec:
                      containers:
                %s
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec: {selector: {app: cart}, ports: [{port: 80}]}
                """.formatted(podMetadata.indent(6).stripTrailing(), containers.indent(6).stripTrailing());
    }

    /** A Deployment and its Service with one container. */
    static String image(String image, int port) {
        return service("", "- {name: main, image: '%s', ports: [{containerPort: %d}]}".formatted(image, port));
    }
}
