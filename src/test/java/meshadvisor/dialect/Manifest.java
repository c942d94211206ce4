package meshadvisor.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Weighting;
import meshadvisor.model.Text;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** The facts of a small manifest, in words that a test can compare; every number at an {@code @} is a line. */
record Manifest(Facts facts) {

    /** What one dialect reads from a file under {@code src/test/resources/dialect}. */
    static Manifest read(String name, Dialect dialect) {
        return read(name, (item, facts) -> {
            if (dialect.reads(item.meta().key().group())) {
                dialect.read(item, facts);
            }
        });
    }

    /** The same with a reader that is no dialect of its own. */
    static Manifest read(String name, BiConsumer<Item, Facts> reader) {
        Facts facts = new Facts();
        YamlReader.read(content(name), Limits.DEFAULT, document -> reader.accept(item(document.root(), name), facts), problem -> {
            throw new AssertionError(problem);
        });
        return new Manifest(facts);
    }

    static String content(String name) {
        try (InputStream file = Manifest.class.getResourceAsStream("/dialect/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Item item(Node root, String file) {
        String api = root.get("apiVersion").text();
        int slash = api.indexOf('/');
        Node metadata = root.get("metadata");
        ObjectKey key = new ObjectKey(slash < 0 ? "" : api.substring(0, slash), root.get("kind").text(), metadata.get("namespace").text(),
                metadata.get("name").text());
        Place place = new Place(file, root.line(), root.column());
        Item bare = new Item(new Meta(key, "", place, Map.of(), Map.of(), 0), root, file);
        return new Item(new Meta(key, api.substring(slash + 1), place, bare.texts(metadata.get("labels")),
                bare.texts(metadata.get("annotations")), 0), root, file);
    }

    List<String> uses() {
        return facts.uses.stream().map(u -> u.capability() + " " + u.by() + " " + u.hop() + " @" + u.evidence().place().line()).toList();
    }

    List<String> references() {
        return facts.references.stream().map(r -> words(r.kind(), path(r.namespace(), r.name()), r.detail(), "@" + r.place().line()))
                .toList();
    }

    List<String> provisions() {
        return facts.provisions.stream().map(p -> words(p.kind(), p.name(), p.details().isEmpty() ? "" : p.details())).toList();
    }

    List<String> routes() {
        return facts.routes.stream()
                .map(r -> words(r.by(), r.hop(), r.hosts().isEmpty() ? "" : "hosts " + r.hosts(),
                        r.parents().isEmpty() ? "" : "parents " + r.parents()))
                .toList();
    }

    /** The rules of all routes, each as its conditions, backends and retries. */
    List<String> rules() {
        return facts.routes.stream().flatMap(r -> r.rules().stream()).map(Manifest::rule).toList();
    }

    private static String rule(Route.Rule rule) {
        return words(rule.order(), rule.name(), rule.matches().stream().map(Manifest::match).collect(Collectors.joining(" or ")),
                rule.backends().isEmpty() ? "" : "to " + rule.backends().stream().map(Manifest::backend).collect(Collectors.joining(", ")),
                rule.retries().configured()
                        ? words("retries", rule.retries().attempts(), rule.retries().on(), "@" + rule.retries().place().line()) : "",
                "@" + rule.place().line());
    }

    private static String match(Route.Match match) {
        return words(match.pathKind(), match.path(), match.methods().isEmpty() ? "" : match.methods(), match.narrowed() ? "narrowed" : "",
                match.headers().isEmpty() ? "" : "headers", "@" + match.place().line());
    }

    private static String backend(Route.Backend backend) {
        String weight = backend.weighting() == Weighting.NONE ? "" : backend.weight() + " " + backend.weighting();
        return words(path(backend.namespace(), backend.host().value()), backend.subset(), weight, "@" + backend.place().line());
    }

    List<String> policies() {
        return facts.identityPolicies.stream()
                .map(p -> words(p.action(), p.by(), p.selector().isEmpty() ? "" : p.selector(), p.targets().isEmpty() ? "" : p.targets(),
                        p.rules().stream().map(Manifest::rule).collect(Collectors.joining(" or "))))
                .toList();
    }

    List<String> mtls() {
        return facts.mtlsSettings.stream().map(
                m -> words(m.scope(), m.mode(), m.selector().isEmpty() ? "" : m.selector(), m.ports() ? "ports" : "",
                        "@" + m.place().line()))
                .toList();
    }

    List<String> segmentations() {
        return facts.segmentations.stream()
                .map(s -> words(s.meta().key(), s.by(), s.selector().isEmpty() ? "all pods" : s.selector(), s.simple() ? "simple" : ""))
                .toList();
    }

    List<String> deliveries() {
        return facts.deliveries.stream().map(d -> words(d.tool(), d.targetKind(), d.target(), d.router().given() ? "by " + d.router() : ""))
                .toList();
    }

    private static String rule(IdentityPolicy.Rule rule) {
        return words("if", rule.identities().isEmpty() ? "" : placed(rule.identities()),
                rule.notIdentities().isEmpty() ? "" : "not " + placed(rule.notIdentities()), rule.http() ? "http" : "",
                "@" + rule.place().line());
    }

    List<String> installs() {
        return facts.installs.stream()
                .map(i -> words(i.tool(), i.chart(), i.version(), placed(i.versions()), "into " + i.namespace(),
                        i.via().isEmpty() ? "" : "via " + i.via().getFirst()))
                .toList();
    }

    private static List<String> placed(List<Text> texts) {
        return texts.stream().map(t -> t + " @" + t.place().line()).toList();
    }

    private static String path(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    private static String words(Object... words) {
        return Stream.of(words).map(Object::toString).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
