package meshadvisor.traces;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.model.Observed.Peer;

/** Traces of OpenTelemetry's protocol as JSON: {@code resourceSpans[].scopeSpans[].spans[]}. */
final class OtlpReader {

    private final Json json;
    private final Spans spans;
    private boolean full;

    OtlpReader(Json json, Spans spans) {
        this.json = json;
        this.spans = spans;
    }

    /** Reads the array of resources. False if there was no room for all. */
    boolean read() {
        json.items(this::resource);
        return !full;
    }

    private void resource() {
        List<SpanDraft> drafts = new ArrayList<>();
        String[] service = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "resource" -> json.fields(part -> {
                    if (part.equals("attributes")) {
                        json.items(() -> attribute(service));
                    } else {
                        json.skip();
                    }
                });
                case "scopeSpans", "scope_spans", "instrumentationLibrarySpans" -> json.items(() -> scope(drafts));
                default -> json.skip();
            }
        });
        Peer peer = new Peer(service[0], service[1]);
        drafts.forEach(d -> full |= !d.into(spans, peer));
    }

    /** Takes the namespace into the first and the name into the second place. */
    private void attribute(String[] service) {
        String[] said = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "key" -> said[0] = json.text();
                case "value" -> json.fields(type -> said[1] = json.text());
                default -> json.skip();
            }
        });
        switch (said[0]) {
            case "k8s.namespace.name" -> service[0] = said[1];
            case "service.name" -> service[1] = said[1];
            default -> {
                // what else is told of a resource is not asked for
            }
        }
    }

    private void scope(List<SpanDraft> drafts) {
        json.fields(name -> {
            if (name.equals("spans")) {
                json.items(() -> span(drafts));
            } else {
                json.skip();
            }
        });
    }

    private void span(List<SpanDraft> drafts) {
        if (drafts.size() >= spans.room()) {
            full = true;
            json.skip();
            return;
        }
        SpanDraft draft = new SpanDraft();
        long[] nanos = new long[2];
        json.fields(name -> {
            switch (name) {
                case "traceId", "trace_id" -> draft.trace(json.text());
                case "spanId", "span_id" -> draft.id(json.text());
                case "parentSpanId", "parent_span_id" -> draft.parent(json.text());
                case "kind" -> draft.kind(json.text());
                case "startTimeUnixNano", "start_time_unix_nano" -> nanos[0] = json.number();
                case "endTimeUnixNano", "end_time_unix_nano" -> nanos[1] = json.number();
                default -> json.skip();
            }
        });
        draft.nanos(nanos[0], nanos[1]);
        drafts.add(draft);
    }
}
