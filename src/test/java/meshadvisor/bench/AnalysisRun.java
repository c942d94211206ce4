package meshadvisor.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import org.HdrHistogram.Histogram;

/** Makes runs as they come back from a cluster, with histograms of simulated requests. */
final class AnalysisRun {

    static final Load STEADY = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 1000, 32, 100);

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<CellResult> cells = new ArrayList<>();
    private final List<BenchRun.Usage> usage = new ArrayList<>();
    private final List<BenchRun.Session> sessions = new ArrayList<>();
    private final List<Variant> variants;
    private Order.Design design = Order.Design.USUAL;
    private double clock = 60;

    AnalysisRun(Variant... variants) {
        this.variants = List.of(variants);
    }

    AnalysisRun designed(Order.Design other) {
        design = other;
        return this;
    }

    AnalysisRun session(int number, String... installed) {
        sessions.add(new BenchRun.Session(number, List.of(installed), 3_000));
        return this;
    }

    /** A cell whose requests take 200 µs and an exponential rest of 100 µs, and what is added to each. */
    AnalysisRun cell(int block, String variant, DoubleUnaryOperator micros) {
        return cell(1, block, variant, STEADY, micros);
    }

    AnalysisRun cell(int session, int block, String variant, Load load, DoubleUnaryOperator micros) {
        int requests = (int) (20 * load.perSecond());
        var latencies = new Histogram(3);
        for (int i = 0; i < requests; i++) {
            double each = 200 - 100 * Math.log(1 - random.nextDouble());
            latencies.recordValue(Math.round(1000 * micros.applyAsDouble(each)));
        }
        cells.add(new CellResult(session, block, variant, load, List.of(), List.of(), packed(latencies), counts(requests), List.of(), clock,
                clock + 20, Map.of()));
        clock += 30;
        return this;
    }

    AnalysisRun invalid(int block, String variant, String because) {
        cells.add(new CellResult(1, block, variant, STEADY, List.of(), List.of(because), "", counts(0), List.of(), clock, clock + 20,
                Map.of()));
        clock += 30;
        return this;
    }

    /** All cells of the run so far with what they used. */
    AnalysisRun used(BenchRun.User who, String name, String variant, double cpuSeconds, double bytes) {
        for (CellResult cell : cells) {
            if (variant.isEmpty() || cell.variant().equals(variant)) {
                usage.add(new BenchRun.Usage(who, name, variant, cell.offsetSeconds(), cell.endSeconds(),
                        Map.of(BenchRun.Figure.CPU_SECONDS, cpuSeconds, BenchRun.Figure.MEMORY_BYTES, bytes)));
            }
        }
        return this;
    }

    AnalysisRun used(BenchRun.Usage each) {
        usage.add(each);
        return this;
    }

    BenchRun ended() {
        var order = new Order(variants.stream().map(Variant::id).toList(), List.of(STEADY), List.of(), design,
                new Order.Pods("eclipse-temurin:25-jre", Order.Program.CONFIG_MAPS, 1000, 1000, 256, Order.Placement.SAME_NODE, 1, 1,
                        Order.Style.AS_SHIPPED));
        var plan = new BenchPlan("rabc123", order, variants, List.of(), List.of(), new BenchPlan.Placed("a", "a"), List.of(),
                new BenchPlan.Peak(8, 4000, 2048, 1000), 3600, 3000, List.of());
        var scene = new Scene("lab", "https://127.0.0.1:6443", List.of(),
                Map.of("istio-sidecar", new Scene.Presence.There("1.29.0", "default", "upstream-envoy")), List.of(),
                Map.of("kernel", "6.12"), List.of(), List.of(), List.of());
        return new BenchRun(plan, scene, "2026-11-28T00:00:00Z", sessions, cells, usage, List.of(), List.of(), List.of(),
                BenchRun.End.LAST_LOOK);
    }

    /** A variant. */
    static Variant variant(String id, Variant.Rank rank, Variant.Scope scope) {
        boolean mesh = rank.compareTo(Variant.Rank.IDENTITY) >= 0;
        var bill = mesh ? new Variant.Bill(List.of("istio-proxy"), List.of(), List.of(new Variant.Pods("istio-system", Map.of())))
                : new Variant.Bill(List.of(), List.of(), List.of());
        return new Variant(id, id, rank, scope, mesh ? Variant.Tls.MESH : Variant.Tls.NOBODY,
                new Variant.Detect(List.of(), "", List.of(), ""),
                new Variant.Enrol(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), "", "", "restricted", Map.of(), List.of()), List.of(),
                bill, new Variant.Faults("", Map.of(), Map.of(), Map.of(), List.of()), new Variant.Install(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                "test");
    }

    static String packed(Histogram latencies) {
        var buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int bytes = latencies.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), bytes));
    }

    private static Counts counts(long requests) {
        return new Counts(requests, requests, requests, 0, 0, 20, 2, 40);
    }
}
