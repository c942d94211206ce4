package meshadvisor.bench;

import static meshadvisor.bench.AnalysisRun.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.BenchReport.Cpu;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchRun.Figure;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Variant.Rank;
import meshadvisor.bench.Variant.Scope;
import meshadvisor.model.Gap;
import org.junit.jupiter.api.Test;

/** What variants cost: 20,000 requests in 20 s in each cell. */
class AnalysisCostsTest {

    private static final double MEBIBYTE = 1 << 20;

    @Test
    void each_payer_is_charged_for_a_thousand_requests_and_what_none_explains_is_shown() {
        var bill = Analysis.of(run().ended()).bills().getLast();
        assertThat(bill.variant()).isEqualTo("istio-sidecar");
        assertThat(cpu(bill, Payer.PROXIES)).isCloseTo(0.4, within(1e-9)); // 6 s and 2 s for 20,000
        assertThat(cpu(bill, Payer.APPLICATION)).isCloseTo(0.05, within(1e-9)); // 5 s against 4 s
        assertThat(cpu(bill, Payer.CONTROL_PLANE)).isCloseTo(0.01, within(1e-9)); // 0.3 s against 0.1 s
        assertThat(cpu(bill, Payer.NODES)).isCloseTo(0.6, within(1e-9)); // 22 s against 10 s
        assertThat(cpu(bill, Payer.UNEXPLAINED)).isCloseTo(0.14, within(1e-9));
        assertThat(of(bill, Payer.NODE_AGENTS)).isEmpty();
    }

    @Test
    void memory_is_that_of_all_proxies_together() {
        var bill = Analysis.of(run().ended()).bills().getLast();
        assertThat(bill.memory()).contains(new BenchReport.Memory(Payer.PROXIES, true, 100, 2),
                new BenchReport.Memory(Payer.PROXIES, false, 30, 1));
    }

    @Test
    void nobody_is_charged_for_what_could_not_be_seen() {
        var run = blocks().ended();
        var bill = Analysis.of(run).bills().getLast();
        assertThat(bill.cpu()).extracting(Cpu::payer).containsExactly(Payer.GENERATOR);
        assertThat(bill.memory()).isEmpty();
        assertThat(Analysis.of(run).gaps()).extracting(Gap::what).containsExactly("the CPU of proxies of istio-sidecar",
                "the CPU of application of istio-sidecar", "the CPU of control plane of istio-sidecar",
                "the CPU of nodes of istio-sidecar");
    }

    @Test
    void a_plateau_that_intervals_hardly_cover_gives_no_figure() {
        var half = new Metered(List.of(used(0, 10, 5)));
        assertThat(half.cpuSeconds(0, 20)).isEmpty();
        assertThat(half.cpuSeconds(0, 12).orElseThrow()).isCloseTo(6, within(1e-9)); // 5 s in 10 s, scaled up to 12 s
    }

    @Test
    void an_interval_counts_by_its_share_in_the_plateau() {
        var metered = new Metered(List.of(used(0, 10, 4), used(10, 20, 6)));
        assertThat(metered.cpuSeconds(5, 15).orElseThrow()).isCloseTo(5, within(1e-9));
    }

    private static AnalysisRun run() {
        var run = blocks();
        String client = "meshadvisor-bench-r-istio-sidecar/generator/istio-proxy";
        String server = "meshadvisor-bench-r-istio-sidecar/server/istio-proxy";
        run.used(User.CONTAINER, client, "istio-sidecar", 6, 60 * MEBIBYTE).used(User.CONTAINER, server, "istio-sidecar", 2, 40 * MEBIBYTE);
        run.used(User.CONTAINER, "meshadvisor-bench-r-istio-sidecar/server/server", "istio-sidecar", 5, MEBIBYTE);
        run.used(User.CONTAINER, "meshadvisor-bench-r-baseline/server/server", "baseline", 4, MEBIBYTE);
        run.used(new Usage(User.CONTAINER, server, "istio-sidecar", 0, 10, Map.of(Figure.MEMORY_BYTES, 30 * MEBIBYTE)));
        for (BenchRun.CellResult cell : run.ended().cells()) {
            boolean mesh = cell.variant().equals("istio-sidecar");
            run.used(new Usage(User.NODE, "node-1", "", cell.offsetSeconds(), cell.endSeconds(),
                    Map.of(Figure.CPU_SECONDS, mesh ? 22.0 : 10.0)));
            run.used(new Usage(User.CONTROL_PLANE, "istio-system/istiod-1/discovery", "", cell.offsetSeconds(), cell.endSeconds(),
                    Map.of(Figure.CPU_SECONDS, mesh ? 0.3 : 0.1)));
        }
        return run;
    }

    private static AnalysisRun blocks() {
        var run = new AnalysisRun(variant("baseline", Rank.PLAIN, Scope.NAMESPACE), variant("istio-sidecar", Rank.POLICY, Scope.NAMESPACE));
        for (int block = 1; block <= 3; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "istio-sidecar", micros -> micros + 400);
        }
        return run;
    }

    private static Usage used(double from, double to, double cpuSeconds) {
        return new Usage(User.NODE, "node-1", "", from, to, Map.of(Figure.CPU_SECONDS, cpuSeconds));
    }

    private static double cpu(BenchReport.Bill bill, Payer payer) {
        return of(bill, payer).orElseThrow().secondsPer1000();
    }

    private static Optional<Cpu> of(BenchReport.Bill bill, Payer payer) {
        return bill.cpu().stream().filter(each -> each.payer() == payer).findFirst();
    }
}
