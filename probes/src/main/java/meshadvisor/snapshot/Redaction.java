package meshadvisor.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Redacting;
import meshadvisor.cluster.Collected;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.model.Gap;
import meshadvisor.tree.Absent;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/**
 * Takes the names out of a snapshot. Every word of every key and text becomes a keyed hash unless it is known: a word of Kubernetes, of a mesh, of a
 * catalogue. The same word becomes the same hash everywhere, so selectors, hosts and references still lead where they led.
 */
public final class Redaction {

    private final RedactionKey key;
    private final RedactedText texts;
    private final KnownWords words;
    private final KnownWords sentences;
    private final KnownWords paths;
    private final Set<String> pathFields;
    private final NumberFields numbers;

    /** A redaction by what the library knows. */
    public Redaction(RedactionKey key, Library library) {
        Redacting known = Redacting.of(library);
        this.key = key;
        this.texts = new RedactedText(new Pseudonyms(key));
        this.words = KnownWords.of(known.words(), known.marks(library));
        this.sentences = words.and(known.sentenceWords());
        this.paths = words.and(known.pathWords());
        this.pathFields = Set.copyOf(known.pathFields());
        this.numbers = NumberFields.of(known.numberWords());
    }

    /** Which key it is, without telling it. */
    public String keyId() {
        return key.id();
    }

    /** The object without names. Its kind and API version are those of a list that is read, and known. */
    public JsonObject of(JsonObject object) {
        return object.changed(root -> {
            Node redacted = node("", root);
            return redacted instanceof Mapping mapping && root.get("kind").present()
                    ? mapping.with("apiVersion", root.get("apiVersion")).with("kind", root.get("kind")) : redacted;
        });
    }

    /** What is known of the collection, without names. */
    public Collected of(Collected collected) {
        return new Collected(text(collected.cluster()), collected.serverVersion(), collected.at(),
                collected.namespaces().stream().map(this::text).toList(), collected.remarks().stream().map(this::remark).toList(),
                collected.gaps().stream().map(this::gap).toList(), keyId());
    }

    /** A text of which only equality matters: all of it is hidden. */
    String hidden(String text) {
        return texts.hidden(text);
    }

    private Remark remark(Remark remark) {
        return new Remark(text(remark.where()), sentence(remark.sentence()), sentence(remark.remedy()));
    }

    private Gap gap(Gap gap) {
        return Gap.of(text(gap.id()), sentence(gap.what()), sentence(gap.why()), sentence(gap.remedy()));
    }

    private String sentence(String sentence) {
        return texts.sentence(sentence, sentences);
    }

    private String text(String text) {
        return texts.of(text, words);
    }

    private Node node(String field, Node node) {
        return switch (node) {
            case Mapping mapping ->
                    mapping.mapped(this::text, (key, value) -> node(key.equals("value") ? numbers.of(mapping) : key, value));
            case Sequence sequence -> new Sequence(each(field, sequence.items()), sequence.line(), sequence.column());
            case Scalar scalar -> scalar.kind() == Scalar.Kind.STRING
                    ? new Scalar(value(field, scalar.text()), scalar.kind(), scalar.line(), scalar.column(), scalar.plain()) : scalar;
            case Absent absent -> absent;
        };
    }

    private List<Node> each(String field, Collection<Node> items) {
        List<Node> redacted = new ArrayList<>(items.size());
        items.forEach(item -> redacted.add(node(field, item)));
        return redacted;
    }

    private String value(String field, String text) {
        if (numbers.keep(field, text)) {
            return text;
        }
        boolean path = pathFields.contains(field) && (text.startsWith("/") || text.startsWith("^") || field.startsWith("method"));
        return texts.of(text, path ? paths : words);
    }
}
