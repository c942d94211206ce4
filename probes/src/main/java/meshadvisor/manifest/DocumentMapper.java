package meshadvisor.manifest;

import java.util.Map;
import meshadvisor.dialect.Dialects;
import meshadvisor.dialect.Item;
import meshadvisor.files.SourceFile;
import meshadvisor.model.InputProblem;
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
    private final ObjectFilter filter;

    private DocumentMapper(FileReading reading, ObjectFilter filter) {
        this.reading = reading;
        this.filter = filter;
    }

    static FileReading read(SourceFile file, Limits limits, ObjectFilter filter) {
        FileReading reading = new FileReading(file.shown());
        DocumentMapper mapper = new DocumentMapper(reading, filter);
        YamlReader.read(file.content(), limits, mapper::document, mapper::problem);
        return reading;
    }

    private void problem(Problem problem) {
        Place place = new Place(reading.file, problem.line(), problem.column());
        switch (problem.kind()) {
            case TEMPLATE -> {
                reading.templateLine = reading.templateLine == 0 ? Math.max(1, problem.line()) : reading.templateLine;
            }
            case UNREADABLE, LIMIT -> {
                reading.documents++;
                add(problem.kind() == Problem.Kind.LIMIT ? InputProblem.Kind.LIMIT : InputProblem.Kind.UNREADABLE, place, problem);
            }
            case DUPLICATE_KEY -> add(InputProblem.Kind.DUPLICATE_KEY, place, problem);
            case SUSPICIOUS_SCALAR -> add(InputProblem.Kind.SUSPICIOUS_SCALAR, place, problem);
            case NOTE -> add(InputProblem.Kind.NOTE, place, problem);
        }
    }

    private void add(InputProblem.Kind kind, Place place, Problem problem) {
        reading.facts.problems.add(new InputProblem(kind, place, problem.sentence(), problem.remedy()));
    }

    private void document(ParsedDocument document) {
        Node root = document.root();
        if (root instanceof Sequence) {
            reading.operations.add(item(root, "", ""));
            return;
        }
        String apiVersion = root.get("apiVersion").text();
        String kind = root.get("kind").text();
        Item item = item(root, apiVersion, kind);
        if (item.meta().key().group().equals("kustomize.config.k8s.io") || Kustomizations.isName(reading.name()) && apiVersion.isEmpty()) {
            reading.kustomizations.add(item);
        } else if (apiVersion.isEmpty() || kind.isEmpty()) {
            withoutKind(item);
        } else if (filter.wants(item.meta())) {
            understood(item);
        }
    }

    private void understood(Item item) {
        reading.documents++;
        reading.understood++;
        if (kindOfList(item)) {
            return;
        }
        reading.facts.definitions.add(item.meta());
        Dialects.read(item, reading.facts);
    }

    /** The items of a list have been handed over as documents of their own. */
    private static boolean kindOfList(Item item) {
        return item.kind().endsWith("List") && item.root().get("items").present();
    }

    private void withoutKind(Item item) {
        if (reading.name().equals("Chart.yaml") || reading.name().equals("Chart.yml")) {
            reading.chart = true;
        } else {
            reading.unnamed.add(item);
        }
    }

    private Item item(Node root, String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String version = apiVersion.substring(slash + 1);
        Node metadata = root.get("metadata");
        ObjectKey key = new ObjectKey(group, kind, metadata.get("namespace").text(), metadata.get("name").text());
        Place place = new Place(reading.file, root.line(), root.column());
        Meta bare = new Meta(key, version, place, Map.of(), Map.of(), 0);
        Item item = new Item(bare, root, reading.file);
        return new Item(new Meta(key, version, place, item.texts(metadata.get("labels")), item.texts(metadata.get("annotations")),
                Digest.of(root)), root, reading.file);
    }
}
