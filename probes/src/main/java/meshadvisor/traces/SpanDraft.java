package meshadvisor.traces;

import java.util.Locale;
import meshadvisor.model.Observed.Peer;
import meshadvisor.traces.Span.Kind;

/** A span of which not all has been read. */
final class SpanDraft {

    private String trace = "";
    private String id = "";
    private String parent = "";
    private String process = "";
    private Kind kind = Kind.OTHER;
    private long start;
    private long duration;

    void trace(String text) {
        trace = text;
    }

    void id(String text) {
        id = text;
    }

    void parent(String text) {
        parent = text;
    }

    void process(String text) {
        process = text;
    }

    String process() {
        return process;
    }

    /** As words or numbers of OpenTelemetry, or words of Jaeger. */
    void kind(String text) {
        kind = switch (text.toUpperCase(Locale.ROOT)) {
            case "2", "SERVER", "SPAN_KIND_SERVER", "5", "CONSUMER", "SPAN_KIND_CONSUMER" -> Kind.SERVER;
            case "3", "CLIENT", "SPAN_KIND_CLIENT", "4", "PRODUCER", "SPAN_KIND_PRODUCER" -> Kind.CLIENT;
            default -> Kind.OTHER;
        };
    }

    void startMicros(long micros) {
        start = micros;
    }

    void durationMicros(long micros) {
        duration = Math.max(0, micros);
    }

    /** After the start is known, in either order. */
    void nanos(long from, long to) {
        start = from / 1_000;
        duration = Math.max(0, to - from) / 1_000;
    }

    /** Gives the span to its trace. One without id, or of nobody, is none. */
    boolean into(Spans spans, Peer service) {
        return id.isEmpty() || !service.known() || spans.add(trace, new Span(Ids.of(id), Ids.of(parent), service, kind, start, duration));
    }
}
