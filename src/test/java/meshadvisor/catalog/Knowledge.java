package meshadvisor.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.files.FileQuery;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.model.Text;
import meshadvisor.signal.Application;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;
import meshadvisor.tree.Limits;

/** The knowledge as it stands in the repository, and what it sees in a manifest. */
final class Knowledge {

    private static final Path FOLDER = Path.of("../rules/catalog");
    static final Catalogue CATALOGUE = Catalogue.of(library());

    private Knowledge() {}

    private static Library library() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return Library.ofYaml(files.filter(f -> f.toString().endsWith(".yaml"))
                    .collect(Collectors.toMap(f -> FOLDER.relativize(f).toString().replace('\\', '/'), Knowledge::text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is seen in manifests. */
    static World world(String manifests) {
        ByteArrayInputStream input = new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8));
        FileQuery query = new FileQuery(List.of("-"), List.of(), List.of(), Limits.DEFAULT);
        return World.of(Manifests.read(new Manifests.Source(query, ObjectFilter.ALL, input, "2026-09-17")).snapshot(), CATALOGUE,
                Answers.NONE);
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
