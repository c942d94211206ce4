package meshadvisor.tree;

import java.util.Arrays;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes the tree of one document after the other from parser events. Nodes lie on one stack until the collection
 * they belong to ends, so nothing here recurses, and depth costs one frame.
 */
final class TreeBuilder {

    /** More than the largest documents in use have, and about 200 MB. */
    private static final int MOST_NODES = 2_000_000;

    private final Limits limits;
    private final Warnings warnings;
    private final Values values;
    private final MappingEnd mappings;
    private final Anchors anchors;
    private final Consumer<Mapping> objects;
    private final Frame[] frames;
    private Node[] nodes = new Node[256];
    private int top;
    private int depth;
    private int firstLine;
    private long count;

    /** The objects of a list go to the consumer one by one, so that a long list is never held as a whole. */
    TreeBuilder(Limits limits, Warnings warnings, Consumer<Mapping> objects) {
        this.limits = limits;
        this.warnings = warnings;
        this.values = new Values(limits, warnings);
        this.mappings = new MappingEnd(warnings);
        this.anchors = new Anchors(limits);
        this.objects = objects;
        this.frames = new Frame[limits.depth()];
        Arrays.setAll(frames, i -> new Frame());
    }

    /** Begins a document in a text whose first line has this number in the file. */
    void begin(int textStartsAtLine) {
        firstLine = textStartsAtLine;
        top = 0;
        depth = 0;
        count = 0;
        anchors.begin();
        warnings.begin();
    }

    /** The document, once its last node is there. */
    Node root() {
        return nodes[0];
    }

    void scalar(ScalarEvent event) {
        Scalar scalar = values.make(event, firstLine);
        count++;
        if (event.getAnchor().isPresent()) {
            anchors.close(event.getAnchor().get().getValue(), new Anchors.Anchored(scalar, 1, 0));
        }
        push(scalar, 0);
    }

    void alias(AliasEvent event) {
        Mark mark = event.getStartMark().orElseThrow();
        int line = firstLine + mark.getLine();
        int column = mark.getColumn() + 1;
        Anchors.Anchored named = anchors.resolve(event.getAlias().getValue(), line, column);
        if (depth + named.height() > limits.depth()) {
            throw tooDeep(line, column);
        }
        count += named.nodes();
        push(named.node(), named.height());
    }

    private Unreadable tooDeep(int line, int column) {
        return Unreadable.beyond(line, column,
                "Mappings and lists stand more than " + limits.depth() + " levels inside one another.");
    }

    void start(CollectionStartEvent event, boolean mapping) {
        Mark mark = event.getStartMark().orElseThrow();
        int line = firstLine + mark.getLine();
        int column = mark.getColumn() + 1;
        if (depth == limits.depth()) {
            throw tooDeep(line, column);
        }
        if (event.getTag().isPresent()) {
            Tags.check(event.getTag().get(), line, column, warnings);
        }
        Frame frame = frames[depth];
        frame.mapping = mapping;
        frame.objects = !mapping && depth == 1 && ObjectList.begins(nodes, top);
        frame.start = top;
        frame.line = line;
        frame.column = column;
        frame.height = 0;
        frame.nodesBefore = count;
        frame.anchor = "";
        if (event.getAnchor().isPresent()) {
            frame.anchor = event.getAnchor().get().getValue();
            anchors.open(frame.anchor);
        }
        depth++;
    }

    void end() {
        depth--;
        Frame frame = frames[depth];
        Node node = frame.mapping ? mappings.make(nodes, frame, top) : sequence(frame);
        top = frame.start;
        count++;
        int height = frame.height + 1;
        if (!frame.anchor.isEmpty()) {
            anchors.close(frame.anchor, new Anchors.Anchored(node, count - frame.nodesBefore, height));
        }
        push(node, height);
    }

    private Sequence sequence(Frame frame) {
        return new Sequence(Arrays.asList(nodes).subList(frame.start, top), frame.line, frame.column);
    }

    private void push(Node node, int height) {
        if (depth > 0) {
            Frame frame = frames[depth - 1];
            frame.height = Math.max(frame.height, height);
            if (frame.objects && node instanceof Mapping item && ObjectList.isObject(item)) {
                objects.accept(item);
                forgetLast();
                return;
            }
        }
        if (count > MOST_NODES) {
            throw Unreadable.beyond(node.line(), node.column(), "This document has more than " + MOST_NODES + " values.");
        }
        if (top == nodes.length) {
            nodes = Arrays.copyOf(nodes, top * 2);
        }
        nodes[top++] = node;
    }

    /** What was handed over is not held here and does not count, unless an alias may still ask for it. */
    private void forgetLast() {
        if (anchors.none()) {
            count = frames[depth].nodesBefore;
        }
    }
}
