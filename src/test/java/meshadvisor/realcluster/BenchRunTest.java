package meshadvisor.realcluster;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.Histograms;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.lab.run.Cleaning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark on a real cluster: what it gives, and what is left of it, also when the program dies. */
@Tag("mesh")
@Timeout(900)
class BenchRunTest {

    private static final String IMAGE = "eclipse-temurin:25-jre";
    private static final Path RESTART = Path.of("test/cluster/restart-apiserver").toAbsolutePath();

    private static Lab lab;
    private static Set<String> before;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster() {
        lab = Lab.open();
        before = Benches.everything(lab);
    }

    @AfterAll
    static void nothing_is_left() {
        if (before != null) {
            assertThat(left("rtest")).isEmpty();
        }
    }

    /** Objects of a run that are there and were not before; pods of others come and go, and so do other runs. */
    private static Set<String> left(String run) {
        Set<String> now = Benches.everything(lab);
        now.removeAll(before);
        now.removeIf(object -> !object.contains("meshadvisor-bench-" + run));
        return now;
    }

    @Test
    void every_variant_gives_latencies_and_proves_its_way() throws Exception {
        List<String> variants = istio() ? List.of("app-mtls", "istio-sidecar") : List.of("app-mtls");
        BenchPlan plan = Benches.plan(lab, "rtest01", variants, IMAGE, 1);
        assertThat(ended(Benches.start(lab, plan, folder), 600)).as(log(plan)).isZero();
        BenchRun run = BenchFiles.run(Benches.out(folder, plan));
        assertThat(run.cells()).hasSize(2 * (variants.size() + 2)).allSatisfy(cell -> {
            assertThat(cell.latency()).isNotEmpty();
            assertThat(Histograms.decode(cell.latency()).getTotalCount()).isEqualTo(cell.counts().completed());
            assertThat(cell.counts().completed()).isEqualTo(cell.counts().intended());
            assertThat(cell.proofs()).allMatch(BenchRun.Proved::held);
            assertThat(cell.invalid()).as("only a noisy machine may speak against it").allMatch(BenchRunTest::isNoise);
        });
        assertThat(run.cells().stream().filter(cell -> cell.variant().equals("istio-sidecar"))).allSatisfy(BenchRunTest::provesASidecar);
        assertThat(run.usage()).anyMatch(usage -> usage.who() == BenchRun.User.NODE)
                .anyMatch(usage -> usage.who() == BenchRun.User.CONTAINER);
        assertThat(left(plan.run())).isEmpty();
    }

    private static boolean istio() {
        return lab.kubectl("-n", "istio-system", "get", "deployment", "istiod").code() == 0;
    }

    private static void provesASidecar(CellResult cell) {
        long sent = cell.counts().sent();
        assertThat(cell.proofs()).hasSize(5).anySatisfy(proof -> assertThat(proof.seen()).contains("envoy_cluster_upstream_rq_total"))
                .anySatisfy(proof -> assertThat(proof.seen()).startsWith("refused"));
        assertThat(sent).isPositive();
    }

    private static boolean isNoise(String sentence) {
        return List
                .of("was busy for", "Others used", "waited for a processor", "schedule error", "A pause of the garbage", "took ", "woke",
                        "kept it from running")
                .stream().anyMatch(sentence::contains);
    }

    @Test
    void a_program_that_is_killed_leaves_nothing_when_the_deadline_is_over() throws Exception {
        BenchPlan plan = Benches.ending(Benches.plan(lab, "rtest02", List.of("baseline"), IMAGE, 20), 120);
        Process program = Benches.start(lab, plan, folder);
        until(180, () -> Files.exists(Benches.out(folder, plan)));
        program.destroyForcibly().waitFor();
        assertThat(left(plan.run())).as("it was in the middle").isNotEmpty();
        theJanitorIsKilledAndEvicted("meshadvisor-bench-rtest02-ctl");
        until(240, () -> left(plan.run()).isEmpty());
    }

    private static void theJanitorIsKilledAndEvicted(String namespace) throws InterruptedException {
        String pod = janitor(namespace, "{.items[0].metadata.name}");
        lab.kubectl("-n", namespace, "exec", pod, "--", "bash", "-c", "kill 1").good();
        until(60, () -> !janitor(namespace, "{.items[0].status.containerStatuses[0].restartCount}").equals("0"));
        lab.kubectlWith("{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\"" + pod + "\",\"namespace\":\""
                + namespace + "\"}}", "create", "--raw", "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/eviction", "-f", "-")
                .good();
    }

    private static String janitor(String namespace, String path) {
        return lab.kubectl("-n", namespace, "get", "pods", "-l", "batch.kubernetes.io/job-name=janitor", "-o", "jsonpath=" + path).good();
    }

    @Test
    void a_program_that_is_asked_to_end_cleans_up_within_half_a_minute_and_goes_on_later() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest03", List.of("baseline"), IMAGE, 2);
        Process program = Benches.start(lab, plan, folder);
        until(180, () -> Files.exists(Benches.out(folder, plan)));
        program.destroy();
        assertThat(program.waitFor(30, SECONDS)).as(log(plan)).isTrue();
        until(60, () -> left(plan.run()).isEmpty());
        BenchRun half = BenchFiles.run(Benches.out(folder, plan));
        assertThat(half.end()).isEqualTo(End.INTERRUPTED);
        assertThat(ended(Benches.start(lab, plan, folder), 600)).as(log(plan)).isZero();
        BenchRun whole = BenchFiles.run(Benches.out(folder, plan));
        assertThat(whole.cells()).hasSize(8).startsWith(half.cells().toArray(CellResult[]::new));
        assertThat(whole.startedAt()).isEqualTo(half.startedAt());
    }

    @Test
    void an_api_server_that_is_restarted_in_mid_run_costs_no_cell() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest04", List.of("baseline"), IMAGE, 2);
        Process program = Benches.start(lab, plan, folder);
        until(180, () -> Files.exists(Benches.out(folder, plan)));
        String state = lab.audit().getParent().getParent().toString();
        Ended.run(Map.of(), "", List.of(RESTART.toString(), state)).good();
        assertThat(ended(program, 600)).as(log(plan)).isZero();
        assertThat(BenchFiles.run(Benches.out(folder, plan)).cells()).hasSize(8)
                .allSatisfy(cell -> assertThat(cell.latency()).as(cell.invalid().toString()).isNotEmpty());
    }

    @Test
    void what_a_killed_program_left_is_found_and_cleaned_twice() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest05", List.of("baseline"), IMAGE, 20);
        Process program = Benches.start(lab, plan, folder);
        until(180, () -> Files.exists(Benches.out(folder, plan)));
        program.destroyForcibly().waitFor();
        try (Place foreign = Place.empty(lab, "realcluster-foreign"); OwnedApi api = BenchProgram.open(lab.admin())) {
            lab.kubectl("label", "namespace", foreign.name(), "app.kubernetes.io/managed-by=meshadvisor-bench",
                    "meshadvisor.io/run=rtest05")
                    .good();
            Cleaning cleaning = new Cleaning(api);
            assertThat(cleaning.runs(Instant.now())).anySatisfy(found -> {
                assertThat(found.run()).isEqualTo("rtest05");
                assertThat(found.namespaces()).hasSize(3);
                assertThat(found.pods()).isPositive();
                assertThat(found.left().orElseThrow().toSeconds()).isBetween(1L, (long) plan.deadlineSeconds());
            });
            assertThat(cleaning.remove("rtest05", 120)).isEmpty();
            assertThat(cleaning.remove("rtest05", 120)).isEmpty();
            assertThat(cleaning.runs(Instant.now())).noneMatch(found -> found.run().equals("rtest05"));
            assertThat(lab.kubectl("get", "namespace", foreign.name(), "-o", "jsonpath={.status.phase}").good()).isEqualTo("Active");
        }
        assertThat(left(plan.run())).isEmpty();
    }

    @Test
    void an_image_that_is_not_there_is_told_soon_and_nothing_stays() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest06", List.of("baseline"), "registry.invalid/jre:1", 1);
        assertThat(ended(Benches.start(lab, plan, folder), 120)).isZero();
        assertThat(log(plan)).contains("registry.invalid/jre:1", "cannot be pulled", "--image", "ABORTED");
        assertThat(left(plan.run())).isEmpty();
    }

    @Test
    void a_name_that_another_run_has_is_refused_before_anything_is_made() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest07", List.of("baseline"), IMAGE, 1);
        lab.kubectl("create", "namespace", "meshadvisor-bench-rtest07-baseline").good();
        try {
            assertThat(ended(Benches.start(lab, plan, folder), 60)).isEqualTo(1);
            assertThat(log(plan)).contains("meshadvisor-bench-rtest07-baseline is there already", "choose another name");
            assertThat(left(plan.run())).allMatch(object -> object.contains("rtest07-baseline"));
        } finally {
            lab.kubectl("delete", "namespace", "meshadvisor-bench-rtest07-baseline").good();
        }
    }

    @Test
    void rights_that_are_missing_are_told_all_at_once_with_the_role() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest08", List.of("baseline"), IMAGE, 1);
        Lab reader = new Lab(lab.reader(), lab.reader(), lab.audit());
        assertThat(ended(Benches.start(reader, plan, folder), 60)).isEqualTo(1);
        assertThat(log(plan)).contains("You may not create, delete namespaces", "kind: ClusterRole", "resources: [\"jobs\"]",
                "resources: [\"configmaps\"]");
        assertThat(left(plan.run())).isEmpty();
    }

    private String log(BenchPlan plan) throws IOException {
        return Files.readString(folder.resolve(plan.run() + ".log"));
    }

    private static int ended(Process program, int seconds) throws InterruptedException {
        boolean ended = program.waitFor(seconds, SECONDS);
        program.destroyForcibly();
        assertThat(ended).isTrue();
        return program.exitValue();
    }

    private interface Asking {
        boolean yes();
    }

    private static void until(int seconds, Asking asking) throws InterruptedException {
        long end = System.nanoTime() + SECONDS.toNanos(seconds);
        while (!asking.yes()) {
            assertThat(System.nanoTime()).as("within %s s", seconds).isLessThan(end);
            Thread.sleep(1_000);
        }
    }
}
