package meshadvisor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.bench.ComparisonOfRuns.Contrast;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Load;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Statistic;
import meshadvisor.catalog.Kebab;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/** What a benchmark gives to budgets: steady loads only. */
public final class BenchAccount {

    private static final String ADDED = "latency-added";
    private static final String LATENCY = "latency";
    private static final String CPU = "cpu-per-1000-rps";
    private static final String MEMORY = "memory-per-pod";
    private static final double MICROS = 1_000;
    private static final double MILLIS = 1_000;
    private static final double CONFIDENCE = 0.95;

    /** With so many blocks their median lies between the least and the most with 1 − 2^(1 − n), 97 %, whatever they are distributed like. */
    private static final int BLOCKS_FOR_A_RANGE = 6;

    private BenchAccount() {}

    /** Of a run. */
    public static Account of(BenchRun run) {
        BenchReport report = Analysis.of(run);
        List<Piece> pieces = new ArrayList<>();
        Map<String, Quantity> wholes = new TreeMap<>();
        for (Situation situation : report.situations().stream().filter(s -> s.scenarios().isEmpty()).toList()) {
            situation.comparisons().forEach(c -> {
                Piece piece = added(report.run(), situation, c);
                pieces.add(piece);
                c.outcome().effect().ifPresent(e -> wholes.put(Account.whole(piece), level(e)));
            });
            situation.points().forEach(p -> pieces.add(point(report.run(), situation, p)));
        }
        report.bills().stream().filter(b -> b.scenarios().isEmpty()).forEach(b -> bill(report.run(), b, pieces));
        return new Account("run " + report.run() + " of " + report.startedAt(), "", Set.of(ADDED, LATENCY, CPU, MEMORY), pieces, wholes,
                Map.of(), List.of());
    }

    /** A share is as uncertain as what it is a share of. */
    private static Quantity level(Effect effect) {
        return new Quantity(effect.referenceMicros() / MICROS, effect.reference().interval(CONFIDENCE).over(MICROS));
    }

    private static Map<String, String> labels(Load load, String variant) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("variant", variant);
        labels.put("rate", String.format(Locale.ROOT, "%.0f", load.perSecond()));
        labels.put("shape", Kebab.of(load.shape()));
        labels.put("protocol", Kebab.of(load.protocol()));
        labels.put("connections", Kebab.of(load.reuse()) + ":" + load.connections());
        labels.put("payload", load.payloadBytes() + "B");
        return labels;
    }

    private static String id(Map<String, String> labels) {
        return String.join(" ", labels.values());
    }

    private static Piece piece(String metric, Map<String, String> labels, Quantity quantity, String says, List<Gap> gaps) {
        return new Piece(metric, id(labels), new TreeMap<>(labels), quantity, Ground.MEASURED, says, Place.NOWHERE, gaps);
    }

    private static Map<String, String> compared(Load load, String variant, String against, Statistic statistic) {
        Map<String, String> labels = labels(load, variant);
        labels.put("against", against);
        labels.put("quantile", statistic.label());
        return labels;
    }

    private static Piece added(String run, Situation situation, Comparison comparison) {
        Map<String, String> labels = compared(situation.load(), comparison.variant(), comparison.against(), comparison.statistic());
        List<Floor> floors = situation.floors().stream().filter(f -> f.statistic() == comparison.statistic()).toList();
        return judged(labels, comparison.outcome(), floors, "run " + run);
    }

    /** Noise may hide as much as its floor, and the interval as much as it is wide: the truth lies in both together. */
    private static Piece judged(Map<String, String> labels, Outcome outcome, List<Floor> floors, String from) {
        List<String> because = because(outcome);
        Optional<Effect> effect = outcome.effect();
        if (!because.isEmpty() || effect.isEmpty()) {
            double seen = effect.map(e -> e.byMicros() / MICROS).orElse(0.0);
            return piece(ADDED, labels, new Quantity(seen, Quantity.UNKNOWN.span()), from, because.stream()
                    .map(b -> Gap.of("not-measured", "latency of " + id(labels), b, "measure again: meshadvisor bench run")).toList());
        }
        double by = effect.get().byMicros() / MICROS;
        double floor = floors.stream().mapToDouble(Floor::micros).sum() / MICROS;
        Interval own = effect.get().simultaneous().over(MICROS);
        Interval all = new Interval(Math.min(own.low(), by - floor), Math.max(own.high(), by + floor));
        String noise = floors.isEmpty() ? "no noise floor is known" : String.format(Locale.ROOT, "noise floor %.3f ms", floor);
        return piece(ADDED, labels, new Quantity(by, all), String.format(Locale.ROOT,
                "%s: %.3f ms over %d blocks, %.3f to %.3f ms with 95 %% for all that it compares; %s", from, by, effect.get().blocks(),
                own.low(), own.high(), noise), List.of());
    }

    private static List<String> because(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Inconclusive open -> open.because();
            case Outcome.NotComparable not -> List.of(not.because());
            case Outcome.NotAsked not -> List.of(not.because());
            case Outcome.Differs differs -> List.of();
            case Outcome.Equivalent equivalent -> List.of();
            case Outcome.NoDetectableDifference none -> List.of();
        };
    }

    private static Piece point(String run, Situation situation, BenchReport.Point point) {
        Map<String, String> labels = labels(situation.load(), point.variant());
        labels.put("quantile", point.statistic().label());
        double seen = point.blocksMicros() / MICROS;
        boolean enough = point.blocks() >= BLOCKS_FOR_A_RANGE;
        Interval range = enough ? new Interval(point.lowestMicros() / MICROS, point.highestMicros() / MICROS) : Quantity.UNKNOWN.span();
        return piece(LATENCY, labels, new Quantity(seen, range), String.format(Locale.ROOT,
                "run %s: mean of %d blocks %.3f ms, from %.3f to %.3f ms", run, point.blocks(), seen, point.lowestMicros() / MICROS,
                point.highestMicros() / MICROS),
                enough ? List.of()
                        : List.of(Gap.of("few-blocks", "how blocks vary", point.blocks() + " blocks are too few for a range",
                                "measure " + BLOCKS_FOR_A_RANGE + " blocks or more: meshadvisor bench run --resume FILE")));
    }

    private static void bill(String run, BenchReport.Bill bill, List<Piece> pieces) {
        bill.cpu().forEach(cpu -> {
            Map<String, String> labels = labels(bill.load(), bill.variant());
            labels.put("payer", Kebab.of(cpu.payer()));
            double seen = cpu.secondsPer1000() * MILLIS;
            Interval own = cpu.unadjusted();
            boolean known = Double.isFinite(own.low()) && Double.isFinite(own.high());
            Interval span = known ? new Interval(own.low() * MILLIS, own.high() * MILLIS) : Quantity.UNKNOWN.span();
            pieces.add(piece(CPU, labels, new Quantity(seen, span), String.format(Locale.ROOT,
                    "run %s: %.1fm over %d blocks, %.1fm to %.1fm with 95 %%", run, seen, cpu.blocks(), span.low(), span.high()),
                    List.of()));
        });
        bill.memory().stream().filter(m -> m.payer() == Payer.PROXIES && m.containers() > 0).forEach(memory -> {
            Map<String, String> labels = labels(bill.load(), bill.variant());
            labels.put("when", memory.underLoad() ? "loaded" : "idle");
            pieces.add(piece(MEMORY, labels, Quantity.exactly(memory.mebibytes() / memory.containers()), String.format(Locale.ROOT,
                    "run %s: %.1f MiB of %d proxies together, the mean over time; no interval", run, memory.mebibytes(),
                    memory.containers()), List.of()));
        });
    }

    /** What became of what variants add, from one run to a later one. */
    public static List<Piece> changes(BenchRun before, BenchRun after) {
        ComparisonOfRuns compared = ComparisonOfRuns.of(before, after);
        return compared.contrasts().stream().filter(c -> c.scenarios().isEmpty()).map(c -> change(compared, c)).toList();
    }

    private static Piece change(ComparisonOfRuns compared, Contrast contrast) {
        Map<String, String> labels = compared(contrast.load(), contrast.variant(), contrast.against(), contrast.statistic());
        Piece piece = judged(labels, contrast.change(), contrast.floors(),
                "run " + compared.second().run() + " less run " + compared.first().run());
        List<Gap> unlike = compared.environment().stream().map(u -> Gap.of("not-comparable", "the two runs",
                u.what() + " is not the same in both: " + Stream.of(u.first(), u.second()).map(w -> w.isEmpty() ? "not told" : w)
                        .reduce((a, b) -> a + ", then " + b).orElse(""),
                "measure both in one environment")).toList();
        return unlike.isEmpty() ? piece : piece.with(new Quantity(piece.quantity().seen(), Quantity.UNKNOWN.span()), unlike);
    }
}
