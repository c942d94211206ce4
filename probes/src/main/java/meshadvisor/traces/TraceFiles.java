package meshadvisor.traces;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.model.Gap;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Source;
import meshadvisor.model.Observed.Window;
import meshadvisor.model.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads files with traces: what Jaeger's API gives, and OTLP as JSON, one document or one a line. */
public final class TraceFiles {

    /** The id of the source. */
    public static final String SOURCE = "traces";

    private final TraceLimits limits;
    private final JsonFactory factory;
    private final Spans spans;
    private final List<Gap> gaps = new ArrayList<>();

    private TraceFiles(TraceLimits limits) {
        this.limits = limits;
        this.spans = new Spans(limits.spans());
        this.factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth())
                .maxStringLength(8 << 20).maxNameLength(4 << 10).maxNumberLength(100).build()).build();
    }

    /** What was seen, and what could not be. */
    public record Seen(Observed observed, List<Gap> gaps) {
        public Seen {
            gaps = List.copyOf(gaps);
        }
    }

    /** Reads them all. Nothing is thrown for any content; what was read before a mistake counts. */
    public static Seen read(List<Path> files, TraceLimits limits) {
        TraceFiles reading = new TraceFiles(limits);
        files.forEach(reading::read);
        CallGraph graph = new CallGraph();
        reading.spans.all().forEach(trace -> graph.add(TraceTree.of(trace)));
        List<Flow> flows = graph.flows();
        Source source = new Source(SOURCE, "traces", reading.spans.count(), flows.size(), graph.noted());
        return new Seen(new Observed(Window.NONE, List.of(source), flows, graph.chains()), reading.gaps);
    }

    private void read(Path file) {
        String shown = file.toString().replace('\\', '/');
        int before = spans.count();
        try {
            if (Files.size(file) > limits.fileBytes()) {
                gaps.add(gap(shown, "it is larger than " + (limits.fileBytes() >> 20) + " MiB", "export fewer traces", 0, 0));
                return;
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                    JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
                parse(parser, shown, before);
            }
        } catch (IOException unreadable) {
            gaps.add(gap(shown, "it cannot be read", "give a file that you may read", 0, 0));
        }
    }

    private void parse(JsonParser parser, String shown, int before) {
        try {
            documents(parser, shown, before);
        } catch (JacksonException broken) {
            TokenStreamLocation at = parser.currentLocation();
            String message = String.valueOf(broken.getOriginalMessage()).lines().findFirst().orElse("");
            gaps.add(gap(shown, "it is broken: " + message + "; what stands before is used", "export it again", at.getLineNr(),
                    at.getColumnNr()));
        }
    }

    private void documents(JsonParser parser, String shown, int before) {
        boolean room = true;
        while (room && parser.nextToken() != null) {
            room = document(parser);
        }
        if (!room) {
            gaps.add(gap(shown, "the files hold more than " + limits.spans() + " spans; the others are left out", "export fewer traces",
                    0, 0));
        } else if (spans.count() == before) {
            gaps.add(gap(shown, "no span that is not known from another file is in it",
                    "give what Jaeger's API answers to /api/traces, or OTLP as JSON", 0, 0));
        }
    }

    private boolean document(JsonParser parser) {
        Json json = new Json(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            json.skip();
            return true;
        }
        boolean[] room = {true};
        json.fields(name -> {
            switch (name) {
                case "data" -> room[0] &= new JaegerReader(json, spans).read();
                case "resourceSpans", "resource_spans", "batches" -> room[0] &= new OtlpReader(json, spans).read();
                default -> json.skip();
            }
        });
        return room[0];
    }

    private static Gap gap(String shown, String why, String remedy, int line, int column) {
        return new Gap("traces", "all that " + shown + " tells about calls", why, remedy, new Place(shown, line, column));
    }
}
