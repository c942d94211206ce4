package meshadvisor.tree;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import meshadvisor.tree.Problem.Kind;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Reads manifests, YAML or JSON, document by document; what is wrong in one document does not spoil the others. */
public final class YamlReader {

    private static final int MOST_FAILURES = 1_000;

    private final Consumer<ParsedDocument> documents;
    private final Consumer<Problem> problems;
    private final TreeBuilder builder;
    private int handedOver;
    private int failures;
    private int empty;
    private int firstEmptyLine = 1;

    private YamlReader(Limits limits, Consumer<ParsedDocument> documents, Consumer<Problem> problems) {
        this.documents = documents;
        this.problems = problems;
        this.builder = new TreeBuilder(limits, new Warnings(problems), this::handOver);
    }

    /** As {@link #read(byte[], Limits, Consumer, Consumer)}, of a text. */
    public static void read(String content, Limits limits, Consumer<ParsedDocument> documents, Consumer<Problem> problems) {
        read(content.getBytes(StandardCharsets.UTF_8), limits, documents, problems);
    }

    /**
     * Reads the content of one file. Each document is handed over as soon as it is complete, and can be dropped before
     * the next is made. Items of a top-level {@code items} that say their apiVersion and kind are handed over as
     * documents of their own, and are no longer in the list that follows them. Throws nothing for any content.
     */
    public static void read(byte[] content, Limits limits, Consumer<ParsedDocument> documents, Consumer<Problem> problems) {
        if (content.length > limits.fileBytes()) {
            problems.accept(tooBig(limits.fileBytes()));
            return;
        }
        new YamlReader(limits, documents, problems).read(content);
    }

    /** What to say about a file that has more bytes than the limit. */
    public static Problem tooBig(long limit) {
        return new Problem(Kind.LIMIT, 0, 0, "The file has more than " + limit + " bytes.",
                "Split it, or allow more with --max-file-size.");
    }

    private void read(byte[] content) {
        byte[] utf8;
        try {
            utf8 = SourceText.utf8(content);
        } catch (Unreadable e) {
            problems.accept(e.problem());
            return;
        }
        DocumentCuts cuts = new DocumentCuts(utf8, SourceText.markLength(utf8));
        while (cuts.next()) {
            readOne(utf8, cuts);
            if (failures > MOST_FAILURES) {
                problems.accept(new Problem(Kind.LIMIT, cuts.firstLine(), 1,
                        "More than " + MOST_FAILURES + " documents of this file cannot be read; the rest was not tried.",
                        "Correct those listed and run again, or leave the file out with --exclude."));
                return;
            }
        }
        noteEmptyOnes();
    }

    private void readOne(byte[] utf8, DocumentCuts cuts) {
        String text = "";
        try {
            text = SourceText.decoded(utf8, cuts.from(), cuts.to(), cuts.firstLine());
            build(new Events(text, cuts.firstLine()), cuts.firstLine());
        } catch (Unreadable e) {
            failures++;
            problems.accept(HelmTemplate.recognised(e.problem(), text, cuts.firstLine()));
        }
    }

    private void build(Events events, int firstLine) {
        builder.begin(firstLine);
        int line = firstLine;
        Event event = events.next();
        while (event.getEventId() != Event.ID.StreamEnd) {
            switch (event.getEventId()) {
                case Scalar -> builder.scalar((ScalarEvent) event);
                case MappingStart -> builder.start((CollectionStartEvent) event, true);
                case SequenceStart -> builder.start((CollectionStartEvent) event, false);
                case MappingEnd, SequenceEnd -> builder.end();
                case Alias -> builder.alias((AliasEvent) event);
                case DocumentStart -> line = firstLine + event.getStartMark().orElseThrow().getLine();
                case DocumentEnd -> finish(builder.root(), line);
                case StreamStart, StreamEnd, Comment -> {}
            }
            event = events.next();
        }
    }

    private void finish(Node root, int line) {
        if (root instanceof Mapping || root instanceof Sequence list && isPatch(list)) {
            handOver(root, line);
        } else if (!root.present()) {
            countEmpty(line);
        } else {
            throw noObject(root, root instanceof Sequence ? "a list" : "a single value");
        }
    }

    private static boolean isPatch(Sequence list) {
        return !list.items().isEmpty()
                && list.items().stream().allMatch(item -> item.get("op").present() && item.get("path").present());
    }

    private static Unreadable noObject(Node root, String what) {
        return new Unreadable(
                new Problem(Kind.NO_OBJECT, root.line(), root.column(), "This document is " + what + ", no Kubernetes object.",
                        "Put apiVersion and kind at the top, or leave the file out with --exclude."));
    }

    private void handOver(Mapping item) {
        handOver(item, item.line());
    }

    private void handOver(Node root, int line) {
        documents.accept(new ParsedDocument(root, line, handedOver++));
    }

    private void countEmpty(int line) {
        if (empty++ == 0) {
            firstEmptyLine = line;
        }
    }

    private void noteEmptyOnes() {
        boolean nothingElse = handedOver + failures == 0;
        if (empty > 0 || nothingElse) {
            String sentence = nothingElse ? "This file has nothing in it but white space or comments."
                    : "Documents of this file that have nothing in them: " + empty + ".";
            problems.accept(new Problem(Kind.NOTE, firstEmptyLine, 1, sentence, "Nothing to do, unless you expected an object here."));
        }
    }
}
