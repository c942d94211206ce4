package meshadvisor.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Chains;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Path;
import meshadvisor.model.Observed.Peer;
import meshadvisor.model.Observed.Source;
import meshadvisor.model.Observed.Spread;
import meshadvisor.report.Traffic;
import meshadvisor.signal.MtlsCoverage;

/** Observed traffic as named fields. What nobody measured is null, never 0. */
final class TrafficFields {

    /** More digits than this no measurement has. */
    private static final MathContext DIGITS = new MathContext(6);

    private TrafficFields() {}

    /** The traffic, or null where nobody looked. */
    static void write(Fields out, Traffic traffic) {
        if (!traffic.any()) {
            out.nothing("traffic");
            return;
        }
        out.object("traffic", f -> {
            f.textOrNull("window", traffic.observed().window().length());
            f.textOrNull("windowEnd", traffic.observed().window().end());
            f.objects("sources", traffic.observed().sources(), TrafficFields::source);
            measured(f, "requestsPerSecond", traffic.mtls().total());
            f.object("mtls", g -> mtls(g, traffic.mtls()));
            f.objects("flows", traffic.observed().flows(), TrafficFields::flow);
            chains(f, traffic.observed().chains());
        });
    }

    private static void source(Fields out, Source source) {
        out.text("id", source.id());
        out.text("name", source.name());
        out.number("series", source.series());
        out.number("flows", source.flows());
        out.texts("noted", source.noted());
    }

    private static void mtls(Fields out, MtlsCoverage mtls) {
        out.object("requestShare", f -> {
            for (Encryption each : Encryption.values()) {
                measured(f, camel(each), mtls.share(each));
            }
        });
        Map<Encryption, Integer> edges = mtls.edges();
        out.object("edges", f -> {
            for (Encryption each : Encryption.values()) {
                f.number(camel(each), edges.getOrDefault(each, 0));
            }
        });
        out.objects("plaintextEdges", mtls.plaintext(), (f, edge) -> {
            peer(f, "from", edge.from());
            peer(f, "to", edge.to());
            measured(f, "requestsPerSecond", edge.requests());
            f.text("evidence", edge.evidence().sentence());
        });
    }

    private static String camel(Encryption encryption) {
        return switch (encryption) {
            case ENCRYPTED_WITH_IDENTITY -> "encryptedWithIdentity";
            case ENCRYPTED -> "encrypted";
            case NO_DATA -> "noData";
            case PLAINTEXT -> "plaintext";
        };
    }

    private static void flow(Fields out, Flow flow) {
        peer(out, "from", flow.from());
        peer(out, "to", flow.to());
        out.textOrNull("protocol", flow.protocol());
        out.text("encryption", flow.encryption().name());
        measured(out, "requestsPerSecond", flow.load().requests());
        measured(out, "failedPerSecond", flow.load().failed());
        measured(out, "bytesPerSecond", flow.load().bytes());
        measured(out, "p50Millis", flow.load().p50());
        measured(out, "p99Millis", flow.load().p99());
        measured(out, "sampledCalls", flow.load().sampled());
        out.text("source", flow.source());
        out.text("seenAs", flow.seenAs());
    }

    private static void peer(Fields out, String name, Peer peer) {
        out.object(name, f -> {
            f.text("namespace", peer.namespace());
            f.textOrNull("name", peer.name());
        });
    }

    private static void chains(Fields out, Chains chains) {
        if (chains.traces() == 0) {
            out.nothing("chains");
            return;
        }
        out.object("chains", f -> {
            f.number("traces", chains.traces());
            spread(f, "depth", chains.depth());
            spread(f, "fanOut", chains.fanOut());
            f.textOrNull("widest", chains.widest());
            f.objects("criticalPaths", chains.paths(), TrafficFields::path);
        });
    }

    private static void spread(Fields out, String name, Spread spread) {
        out.object(name, f -> {
            if (spread.max() < 0) {
                f.nothing("median");
                f.nothing("max");
            } else {
                f.number("median", spread.median());
                f.number("max", spread.max());
            }
        });
    }

    private static void path(Fields out, Path path) {
        out.texts("services", path.services());
        out.number("traces", path.traces());
        measured(out, "p50Millis", path.p50());
        measured(out, "p99Millis", path.p99());
    }

    private static void measured(Fields out, String name, Measured measured) {
        switch (measured) {
            case Measured.Value(double value) -> out.number(name, new BigDecimal(value).round(DIGITS).doubleValue());
            case Measured.Missing missing -> out.nothing(name);
        }
    }
}
