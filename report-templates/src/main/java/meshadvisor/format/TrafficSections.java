package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Chains;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Source;
import meshadvisor.report.Report;
import meshadvisor.report.Traffic;
import meshadvisor.signal.MtlsCoverage;

/** What was seen of the requests, in short. */
final class TrafficSections {

    private static final int PLAINTEXT_SHOWN = 10;

    private TrafficSections() {}

    static List<Block> traffic(Report report) {
        Traffic traffic = report.traffic();
        List<Block> blocks = new ArrayList<>();
        if (traffic.any()) {
            Observed observed = traffic.observed();
            blocks.add(Block.item(1, amount(traffic)));
            observed.sources().forEach(s -> source(s, blocks));
            blocks.add(Block.item(1, "mTLS by requests: " + byRequests(traffic.mtls())));
            blocks.add(Block.item(1, "mTLS by edges, the worst flow of each: " + byEdges(traffic.mtls())));
            plaintext(traffic.mtls(), blocks);
            chains(observed.chains(), blocks);
        }
        return Sections.section("Traffic", "traffic", blocks);
    }

    private static String amount(Traffic traffic) {
        String window = traffic.observed().window().length();
        String when = window.isEmpty() ? "" : " in the " + window + " before " + traffic.observed().window().end();
        return switch (traffic.mtls().total()) {
            case Measured.Value(double value) -> number(value) + " requests/s" + when;
            case Measured.Missing(String why) -> "Requests/s: no data" + when + ", " + why;
        };
    }

    private static void source(Source source, List<Block> blocks) {
        blocks.add(Block.item(1, source.name() + ": " + source.series() + (source.id().equals("traces") ? " spans, " : " series, ")
                + Words.count(source.flows(), "flow", "flows")));
        source.noted().forEach(note -> blocks.add(Block.item(2, note)));
    }

    private static String byRequests(MtlsCoverage mtls) {
        if (!(mtls.share(Encryption.PLAINTEXT) instanceof Measured.Value)) {
            return "no data";
        }
        return List.of(Encryption.values()).stream().map(e -> Math.round(100 * mtls.share(e).orNothing()) + " % " + word(e))
                .collect(Collectors.joining(", "));
    }

    private static String byEdges(MtlsCoverage mtls) {
        return List.of(Encryption.values()).stream().map(e -> mtls.edges().getOrDefault(e, 0) + " " + word(e))
                .collect(Collectors.joining(", "));
    }

    private static String word(Encryption encryption) {
        return switch (encryption) {
            case ENCRYPTED_WITH_IDENTITY -> "encrypted with identity";
            case ENCRYPTED -> "encrypted";
            case NO_DATA -> "no data";
            case PLAINTEXT -> "plaintext";
        };
    }

    private static void plaintext(MtlsCoverage mtls, List<Block> blocks) {
        int more = mtls.plaintext().size() - PLAINTEXT_SHOWN;
        mtls.plaintext().stream().limit(PLAINTEXT_SHOWN).forEach(edge -> blocks
                .add(Block.item(2, "plaintext: " + edge.from() + " → " + edge.to() + ", " + edge.evidence().sentence())));
        if (more > 0) {
            blocks.add(Block.item(2, "+" + more + " more; -o json has all"));
        }
    }

    private static void chains(Chains chains, List<Block> blocks) {
        if (chains.traces() == 0) {
            return;
        }
        blocks.add(Block.item(1, Words.count(chains.traces(), "trace", "traces") + ": at most " + Words.count(chains.depth().max(),
                "call", "calls") + " behind one another (median " + chains.depth().median() + ")"
                + (chains.fanOut().max() < 0 ? ""
                        : ", at most " + chains.fanOut().max() + " for one request (" + chains.widest() + ", median "
                                + chains.fanOut().median() + ")")));
        chains.paths().stream().limit(1).forEach(path -> blocks.add(Block.item(2, "the most frequent critical path, of "
                + Words.count(path.traces(), "trace", "traces") + ": " + String.join(" → ", path.services()) + duration(path.p99()))));
    }

    private static String duration(Measured p99) {
        return p99 instanceof Measured.Value(double millis) ? ", p99 " + number(millis) + " ms" : "";
    }

    private static String number(double value) {
        return value >= 100 ? String.format(ROOT, "%.0f", value) : String.format(ROOT, "%.3g", value);
    }
}
