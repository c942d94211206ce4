package meshadvisor.manifest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import meshadvisor.dialect.Dialects;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.running.Passing;
import meshadvisor.files.SourceFile;
import meshadvisor.manifest.FileReading.Given;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.ParsedDocument;
import meshadvisor.tree.Problem;
import meshadvisor.tree.Sequence;
import meshadvisor.tree.YamlReader;

/** Turns the documents of one file into facts. Each tree is dropped when its facts are taken. */
final class DocumentMapper {

    private final FileReading reading;
    private final SourceFile source;
    private final ObjectFilter filter;
    /** What was said about the document that is being read. */
    private final List<Problem> warnings = new ArrayList<>();

    private DocumentMapper(FileReading reading, SourceFile source, ObjectFilter filter) {
        this.reading = reading;
        this.source = source;
        this.filter = filter;
    }

    /** Reads a file into a reading that is still empty. */
    static FileReading read(FileReading reading, SourceFile source, Limits limits, ObjectFilter filter) {
        DocumentMapper mapper = new DocumentMapper(reading, source, filter);
        YamlReader.read(source.content(), limits, mapper::document, mapper::problem);
        mapper.warnings.forEach(mapper::add);
        if (Placeholders.in(source.content())) {
            reading.source = Optional.of(source);
        }
        return reading;
    }

    private void problem(Problem problem) {
        switch (problem.kind()) {
            case TEMPLATE -> {
                reading.templateLine = reading.templateLine == 0 ? Math.max(1, problem.line()) : reading.templateLine;
            }
            case NO_OBJECT -> {
                if (reading.given == Given.NAMED || mentionsApi()) {
                    failed(problem);
                }
            }
            case UNREADABLE, LIMIT -> {
                if (reading.given == Given.NAMED || !reading.name().endsWith(".json") || mentionsApi()) {
                    failed(problem);
                }
            }
            case DUPLICATE_KEY, SUSPICIOUS_SCALAR, NOTE -> warnings.add(problem);
        }
    }

    /** Whether this may be a manifest; in a folder lie many other files. */
    private boolean mentionsApi() {
        return Placeholders.contains(source.content(), "apiVersion".getBytes(StandardCharsets.US_ASCII));
    }

    private void failed(Problem problem) {
        reading.documents++;
        warnings.forEach(this::add);
        warnings.clear();
        add(problem);
    }

    private void add(Problem problem) {
        reading.facts.problems.add(Problems.at(reading.file, problem));
    }

    private void document(ParsedDocument document) {
        Node root = document.root();
        Item item = item(root);
        boolean ours = root instanceof Sequence ? operations(item) : mapping(item);
        if (ours || reading.given == Given.NAMED) {
            warnings.forEach(this::add);
        }
        warnings.clear();
    }

    private boolean operations(Item item) {
        count();
        return reading.operations.add(JsonPatch.read(item));
    }

    private boolean mapping(Item item) {
        String apiVersion = item.root().get("apiVersion").text();
        boolean kustomize = item.meta().key().group().equals("kustomize.config.k8s.io");
        if (kustomize || Kustomization.isName(reading.name()) && apiVersion.isEmpty()) {
            return reading.kustomizations.add(item);
        }
        if (apiVersion.isEmpty() || item.kind().isEmpty()) {
            return withoutKind(item);
        }
        return !OtherTools.own(item.meta().key()) && object(item);
    }

    private boolean object(Item item) {
        if (item.root().get("$patch").text().equals("delete")) {
            count();
            return reading.deletions.add(item.meta().key());
        }
        boolean wanted = filter.wants(item.meta());
        if (wanted) {
            count();
        }
        Facts facts = wanted ? reading.facts : reading.unwanted;
        if (!kindOfList(item)) {
            Spelling.check(item.root(), warnings::add);
            map(item, facts);
        }
        return wanted;
    }

    /** Adds what one object says. */
    static void map(Item item, Facts facts) {
        if (!Passing.is(item)) {
            facts.definitions.add(item.meta());
        }
        Dialects.read(item, facts);
    }

    private void count() {
        reading.documents++;
        reading.understood++;
    }

    /** The items of a list have been handed over as documents of their own. */
    private static boolean kindOfList(Item item) {
        return item.kind().endsWith("List") && item.root().get("items").present();
    }

    /** Something that says half of what it is was meant as an object, and no API server takes it. */
    private static Problem half(Item item, String missing) {
        return new Problem(Problem.Kind.UNREADABLE, item.root().line(), item.root().column(),
                "This document has no " + missing + ", so it is no Kubernetes object.",
                "Write " + missing + ", in this spelling and with a text, or leave the file out with --exclude.");
    }

    private boolean withoutKind(Item item) {
        boolean kind = !item.kind().isEmpty();
        boolean version = !item.root().get("apiVersion").text().isEmpty();
        if (kind != version && item.root().at("metadata", "name").present()) {
            failed(half(item, kind ? "apiVersion" : "kind"));
            return true;
        }
        if (reading.name().equals("Chart.yaml") || reading.name().equals("Chart.yml")) {
            reading.chart = Optional.of(item.root().get("type").text());
        } else if (item.root().get("spec").present() || item.root().get("metadata").present()) {
            reading.unnamed.add(JsonPatch.read(item));
        }
        return false;
    }

    /** What makes an object the same object; the namespace is empty where none is stated. */
    static ObjectKey key(Node root) {
        String apiVersion = root.get("apiVersion").text();
        int slash = apiVersion.indexOf('/');
        Node metadata = root.get("metadata");
        return new ObjectKey(slash < 0 ? "" : apiVersion.substring(0, slash), root.get("kind").text(), metadata.get("namespace").text(),
                metadata.get("name").text());
    }

    private Item item(Node root) {
        return item(root, node -> new Place(reading.file, node.line(), node.column()));
    }

    /** An object whose nodes stand where the function says. */
    static Item item(Node root, Function<Node, Place> where) {
        String apiVersion = root.get("apiVersion").text();
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        Node metadata = root.get("metadata");
        Place place = where.apply(root);
        Item bare = new Item(new Meta(key(root), version, place, Map.of(), Map.of(), 0), root, where);
        return new Item(new Meta(key(root), version, place, bare.texts(metadata.get("labels")), bare.texts(metadata.get("annotations")),
                Digest.of(root)), root, where);
    }
}
