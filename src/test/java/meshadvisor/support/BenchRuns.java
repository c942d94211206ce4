package meshadvisor.support;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.BenchRun.Figure;
import meshadvisor.bench.Course;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.Second;
import meshadvisor.bench.Course.What;
import meshadvisor.bench.Load;
import meshadvisor.bench.Margin;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Statistic;
import meshadvisor.bench.Variant;
import meshadvisor.model.Gap;
import org.HdrHistogram.Histogram;

/** Runs of benchmarks as a cluster would give them back, from simulated requests. The same seed gives the same run. */
public final class BenchRuns {

    public static final Load SLOW = load(200);
    public static final Load FAST = load(1000);

    private static final int PLATEAU = 20;
    private static final double BASE_MICROS = 420;
    private static final double BLOCK_NOISE = 0.02;
    private static final double MEBIBYTE = 1 << 20;

    private final SplittableRandom random;
    private final Map<String, Variant> variants = new LinkedHashMap<>();
    private final Map<String, Double> added = new LinkedHashMap<>();
    private final Map<String, String> fingerprint = new LinkedHashMap<>(Map.of("kubernetes", "v1.36.1"));
    private final List<CellResult> cells = new ArrayList<>();
    private final List<BenchRun.Usage> usage = new ArrayList<>();
    private List<Load> loads = List.of(SLOW);
    private BenchRun.End end = BenchRun.End.LAST_LOOK;
    private double noise = BLOCK_NOISE;
    private double clock = 90;

    private BenchRuns(long seed) {
        random = new SplittableRandom(seed);
        fingerprint.put("kernel", "6.12.1");
        fingerprint.put("cni", "bridge");
        variant("baseline", 0);
        variant("baseline-again", 0);
    }

    /** Without anything driven. */
    public static BenchRuns of(long seed) {
        return new BenchRuns(seed);
    }

    /** What people order: two rates, TLS by the application, a sidecar; three cells are invalid, and all is metered. */
    public static BenchRun usual() {
        return of(7).variant("app-mtls", 55).variant("istio-sidecar", 410).at(SLOW, FAST).blocks(22)
                .invalid(3, "istio-sidecar", FAST, "The rate was not reached: 912.4/s of 1000/s.")
                .invalid(9, "istio-sidecar", FAST, "The rate was not reached: 955.0/s of 1000/s.")
                .invalid(5, "baseline", SLOW, "Neighbours took 0.31 of the node's processors, more than 0.20.").metered().ended();
    }

    /** A variant that adds so many microseconds to each request. */
    public BenchRuns variant(String id, double micros) {
        boolean mesh = id.startsWith("istio");
        var bill = mesh ? new Variant.Bill(List.of("istio-proxy"), List.of(), List.of(new Variant.Pods("istio-system", Map.of())))
                : new Variant.Bill(List.of(), List.of(), List.of());
        variants.put(id, new Variant(id, mesh ? "Istio with sidecars" : id,
                mesh ? Variant.Rank.POLICY : id.equals("app-mtls") ? Variant.Rank.IDENTITY : Variant.Rank.PLAIN,
                Variant.Scope.NAMESPACE, mesh ? Variant.Tls.MESH : Variant.Tls.NOBODY, new Variant.Detect(List.of(), "", List.of(), ""),
                new Variant.Enrol(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), "", "", "restricted", Map.of(), List.of()), List.of(),
                bill, new Variant.Faults("", Map.of(), Map.of(), Map.of(), List.of()), new Variant.Install(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                "test"));
        added.put(id, micros);
        return this;
    }

    /** Under these loads. */
    public BenchRuns at(Load... these) {
        loads = List.of(these);
        return this;
    }

    /** How much blocks differ for no reason, as a share. */
    public BenchRuns noisy(double share) {
        noise = share;
        return this;
    }

    /** In another environment. */
    public BenchRuns on(String name, String value) {
        fingerprint.put(name, value);
        return this;
    }

    /** Ended for another reason. */
    public BenchRuns end(BenchRun.End reason) {
        end = reason;
        return this;
    }

    /** Drives so many blocks of everything. */
    public BenchRuns blocks(int number) {
        for (int block = 1; block <= number; block++) {
            for (Load load : loads) {
                for (String variant : variants.keySet()) {
                    cells.add(cell(block, variant, load, List.of()));
                }
            }
        }
        return this;
    }

    /**
     * All blocks in a scenario in which proxies are ended: those of a mesh are away for two seconds or three, and in the last block for good. Servers of
     * all are added as well, which callers see after so many tenths of a second.
     */
    public BenchRuns disturbed() {
        cells.replaceAll(cell -> {
            boolean mesh = cell.variant().startsWith("istio");
            int back = !mesh ? 5 : cell.block() == 6 ? PLATEAU : 7 + cell.block() % 2;
            var seconds = IntStream.range(0, PLATEAU).mapToObj(from -> from >= 5 && from < back ? new Second(from, 200, 0, 200, Map.of())
                    : new Second(from, 200, 200, 0, Map.of(Statistic.P50, 410.0, Statistic.P90, 700.0 + from % 4))).toList();
            var added = new Change(What.ADDED, 4, true, List.of(mesh ? 0.3 + cell.block() / 20.0 : 0.1 + cell.block() / 50.0));
            var changes = mesh ? List.of(added, new Change(What.ENDED, 5.25, false, List.of())) : List.of(added);
            var counts = cell.counts();
            long failed = 200L * (back - 5);
            return new CellResult(1, cell.block(), cell.variant(), cell.load(), List.of(Order.Scenario.PROXY_DEATH), cell.invalid(),
                    cell.latency(), new Counts(counts.intended(), counts.sent(), counts.completed() - failed, failed, 0, counts.seconds(),
                            counts.generatorCpuSeconds(), counts.scheduleErrorP99Micros()),
                    List.of(), cell.offsetSeconds(), cell.endSeconds(), Map.of("0005.3 s", "ended the generator's proxy"),
                    new Course(seconds, changes));
        });
        return this;
    }

    /** Makes a cell invalid that was driven. */
    public BenchRuns invalid(int block, String variant, Load load, String because) {
        cells.replaceAll(cell -> cell.block() == block && cell.variant().equals(variant) && cell.load().equals(load)
                ? new CellResult(1, block, variant, load, List.of(), List.of(because), cell.latency(), cell.counts(), List.of(),
                        cell.offsetSeconds(), cell.endSeconds(), Map.of())
                : cell);
        return this;
    }

    /** Makes all cells invalid. */
    public BenchRuns allInvalid(String because) {
        List.copyOf(cells).forEach(cell -> invalid(cell.block(), cell.variant(), cell.load(), because));
        return this;
    }

    /** With what nodes and containers used. */
    public BenchRuns metered() {
        for (CellResult cell : cells) {
            double thousands = cell.counts().completed() / 1000.0;
            boolean mesh = cell.variant().startsWith("istio");
            use(BenchRun.User.NODE, "node-a", "", cell, (mesh ? 1.9 : 0.9) * thousands, 2900);
            use(BenchRun.User.CONTAINER, cell.variant() + "/server/main", cell.variant(), cell, 0.35 * thousands, 90);
            if (mesh) {
                use(BenchRun.User.CONTAINER, cell.variant() + "/server/istio-proxy", cell.variant(), cell, 0.42 * thousands, 58);
                use(BenchRun.User.CONTAINER, cell.variant() + "/generator/istio-proxy", cell.variant(), cell, 0.4 * thousands, 57);
            }
            use(BenchRun.User.CONTROL_PLANE, "istio-system/istiod-1/discovery", "", cell, 0.08, 140);
        }
        return this;
    }

    private void use(BenchRun.User who, String name, String variant, CellResult cell, double cpu, double mebibytes) {
        double noisy = cpu * (1 + BLOCK_NOISE * random.nextGaussian());
        usage.add(new BenchRun.Usage(who, name, variant, cell.offsetSeconds(), cell.endSeconds(),
                Map.of(Figure.CPU_SECONDS, noisy, Figure.MEMORY_BYTES, mebibytes * MEBIBYTE)));
    }

    private CellResult cell(int block, String variant, Load load, List<String> invalid) {
        int requests = (int) (PLATEAU * load.perSecond());
        double slow = 1 + noise * random.nextGaussian();
        double more = added.getOrDefault(variant, 0.0);
        var latencies = new Histogram(3);
        for (int i = 0; i < requests; i++) {
            double each = BASE_MICROS * Math.exp(0.35 * random.nextGaussian()) * slow + more * Math.exp(0.3 * random.nextGaussian());
            latencies.recordValue(Math.round(1000 * each));
        }
        clock += PLATEAU + 10;
        return new CellResult(1, block, variant, load, List.of(), invalid, packed(latencies),
                new Counts(requests, requests, requests, 0, 0, PLATEAU, 0.3 * requests / 1000 * (1 + BLOCK_NOISE * random.nextGaussian()),
                        45),
                List.of(), clock - PLATEAU, clock, Map.of());
    }

    /** The run, as far as it went. */
    public BenchRun ended() {
        var design = new Order.Design(7, List.of(10, 22), 0.05, new Margin.Share(0.1), 10, PLATEAU, 7200, 1, List.of());
        var order = new Order(List.copyOf(variants.keySet()), loads, List.of(), design, new Order.Pods("eclipse-temurin:25-jre",
                Order.Program.CONFIG_MAPS, 1000, 1000, 256, Order.Placement.SAME_NODE, 1, 1, Order.Style.AS_SHIPPED));
        var plan = new BenchPlan("r7abc12", order, List.copyOf(variants.values()),
                List.of("linkerd was not run because no linkerd-destination is there; to run it: install Linkerd."), List.of(),
                new BenchPlan.Placed("node-a", "node-a"), List.of(), new BenchPlan.Peak(8, 4000, 2048, 1000), 9000, 7200, List.of());
        var scene = new Scene("lab", "https://127.0.0.1:6443", List.of(new Scene.Node("node-a", "", 2000, 800, 7900, 4000, "6.12.1", "")),
                Map.of("istio-sidecar", new Presence.There("1.30.3", "default", "upstream-envoy")), List.of(), fingerprint, List.of(),
                List.of(),
                List.of());
        var looks = cells.isEmpty() ? List.<String>of() : List.of("After 22 blocks 1 of 8 differences are not known well enough.");
        return new BenchRun(plan, scene, "2026-11-28T00:40:00Z", List.of(new BenchRun.Session(1, List.of("istio-sidecar"), 3_000)),
                List.copyOf(cells),
                List.copyOf(usage), looks, List.of(), List.of(Gap.of("pressure", "pressure of processors on node-a",
                        "the kernel does not tell it", "boot it with psi=1")),
                end);
    }

    private static Load load(double perSecond) {
        return new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, perSecond, 16, 128);
    }

    private static String packed(Histogram latencies) {
        var buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int bytes = latencies.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), bytes));
    }
}
