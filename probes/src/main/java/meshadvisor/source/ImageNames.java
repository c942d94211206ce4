package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Says;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Place;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** Which image is built of which folder, as Skaffold, Compose and Tilt say it. */
final class ImageNames {

    /** A name of what is built in a folder. */
    record OfFolder(String folder, Name name) {}

    private static final Pattern TILT =
            Pattern.compile("docker_build(?:_with_restart)?\\(\\s*['\"]([^'\"]+)['\"]\\s*,\\s*['\"]([^'\"]+)['\"]");
    private static final int LONGEST = 1 << 20;

    private final String path;
    private final List<OfFolder> names = new ArrayList<>();

    private ImageNames(String path) {
        this.path = path;
    }

    static List<OfFolder> in(String path, byte[] content) {
        ImageNames reading = new ImageNames(path);
        if (content.length > LONGEST) {
            return List.of();
        }
        if (path.endsWith("Tiltfile")) {
            reading.tilt(new String(content, StandardCharsets.UTF_8));
        } else {
            YamlReader.read(content, Limits.DEFAULT, d -> reading.document(d.root()), problem -> {});
        }
        return List.copyOf(reading.names);
    }

    private void tilt(String text) {
        Matcher build = TILT.matcher(text);
        while (build.find()) {
            int line = (int) text.substring(0, build.start()).chars().filter(c -> c == '\n').count() + 1;
            add(build.group(2), build.group(1), line);
        }
    }

    private void document(Node root) {
        root.at("build", "artifacts").items()
                .forEach(a -> add(a.get("context").text().isEmpty() ? "." : a.get("context").text(), a.get("image").text(), a.line()));
        if (root.get("services") instanceof Mapping services) {
            for (Entry service : services.entries()) {
                Node build = service.value().get("build");
                String context = build.text().isEmpty() ? build.get("context").text() : build.text();
                if (!context.isEmpty()) {
                    add(context, service.key().text(), service.key().line());
                    add(context, service.value().get("image").text(), service.key().line());
                }
            }
        }
    }

    private void add(String context, String image, int line) {
        String plain = ImageReference.name(image);
        if (!plain.isEmpty() && !context.contains("://")) {
            names.add(new OfFolder(Folders.resolved(Folders.of(path), context), new Name(Says.IMAGE, plain, new Place(path, line, 0))));
        }
    }
}
