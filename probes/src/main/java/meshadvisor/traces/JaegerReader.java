package meshadvisor.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import meshadvisor.model.Observed.Peer;

/** Traces as Jaeger's API and its page give them: {@code data[].spans[]} with {@code data[].processes}. */
final class JaegerReader {

    private final Json json;
    private final Spans spans;
    private boolean full;

    JaegerReader(Json json, Spans spans) {
        this.json = json;
        this.spans = spans;
    }

    /** Reads the array of traces. False if there was no room for all. */
    boolean read() {
        json.items(this::trace);
        return !full;
    }

    private void trace() {
        List<SpanDraft> drafts = new ArrayList<>();
        Map<String, Peer> processes = new HashMap<>();
        json.fields(name -> {
            switch (name) {
                case "spans" -> json.items(() -> span(drafts));
                case "processes" -> json.fields(id -> processes.put(id, process()));
                default -> json.skip();
            }
        });
        drafts.forEach(d -> full |= !d.into(spans, processes.getOrDefault(d.process(), Peer.UNKNOWN)));
    }

    private void span(List<SpanDraft> drafts) {
        if (drafts.size() >= spans.room()) {
            full = true;
            json.skip();
            return;
        }
        SpanDraft draft = new SpanDraft();
        json.fields(name -> {
            switch (name) {
                case "traceID" -> draft.trace(json.text());
                case "spanID" -> draft.id(json.text());
                case "parentSpanID" -> draft.parent(json.text());
                case "references" -> json.items(() -> reference(draft));
                case "processID" -> draft.process(json.text());
                case "startTime" -> draft.startMicros(json.number());
                case "duration" -> draft.durationMicros(json.number());
                case "tags" -> json.items(() -> tag("span.kind", draft::kind));
                default -> json.skip();
            }
        });
        drafts.add(draft);
    }

    private void reference(SpanDraft draft) {
        String[] said = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "refType" -> said[0] = json.text();
                case "spanID" -> said[1] = json.text();
                default -> json.skip();
            }
        });
        if (said[0].equals("CHILD_OF") || said[0].equals("FOLLOWS_FROM")) {
            draft.parent(said[1]);
        }
    }

    private Peer process() {
        String[] said = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "serviceName" -> said[0] = json.text();
                case "tags" -> json.items(() -> tag("k8s.namespace.name", value -> said[1] = value));
                default -> json.skip();
            }
        });
        return new Peer(said[1], said[0]);
    }

    private void tag(String wanted, Consumer<String> taker) {
        String[] said = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "key" -> said[0] = json.text();
                case "value" -> said[1] = json.text();
                default -> json.skip();
            }
        });
        if (said[0].equals(wanted)) {
            taker.accept(said[1]);
        }
    }
}
