package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.What;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.catalog.Kebab;
import meshadvisor.lab.file.BenchFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What benchmarks do to servers and proxies on a real cluster with Istio, and to a Service that is somebody else's. */
@Tag("mesh")
@Timeout(600)
class ScenarioTest {

    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: eclipse-temurin:25-jre
                      command: [java, -Xmx64m, -m, jdk.httpserver, -b, 0.0.0.0, -p, "8000", -d, /tmp]
                      ports: [{containerPort: 8000}]
                      readinessProbe: {tcpSocket: {port: 8000}, periodSeconds: 1}
                      resources: {requests: {cpu: 50m, memory: 96Mi}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8000}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: elsewhere}
            spec: {type: ExternalName, externalName: example.com, ports: [{name: http, port: 80}]}
            """;

    private static Lab lab;

    @TempDir
    static Path folder;

    @BeforeAll
    static void a_cluster_with_a_mesh() {
        lab = Lab.open();
    }

    private static Ended bench(Path out, String... more) {
        String[] words = ("bench run --variants istio-sidecar --cpu 100m --cpu-limit 1 --looks 1 --warm-up 2s --budget 8m -o " + out + " "
                + String.join(" ", more)).split(" ");
        return lab.meshadvisor(lab.admin(), words);
    }

    /** Cells may be invalid on a busy machine; what was done to them was done. Plaintext is always run twice, so each takes three minutes. */
    private static BenchRun scenario(Scenario scenario, String words, String run, int plateau) throws Exception {
        Path out = folder.resolve(run + ".json");
        Ended ended = bench(out, "--scenario " + Kebab.of(scenario) + " --rates 100 --run-name " + run + " --plateau " + plateau + "s");
        BenchRun came = BenchFiles.run(out);
        assertThat(came.cells()).as(ended.err()).hasSize(3).allSatisfy(cell -> {
            assertThat(cell.scenarios()).containsExactly(scenario);
            assertThat(cell.course().seconds().size()).as(cell.invalid().toString()).isBetween(plateau - 3, plateau + 1);
            assertThat(cell.invalid()).noneMatch(why -> why.contains("Nothing was done") || why.contains("started again"));
        });
        assertThat(lab.meshadvisor(lab.admin(), "bench", "report", out.toString()).out()).contains("during " + words);
        assertThat(lab.kubectl("get", "namespaces", "-l", "meshadvisor.io/run=" + run, "-o", "name").good()).isBlank();
        return came;
    }

    @Test
    void a_rollout_comes_to_its_end_with_each_variant() throws Exception {
        assertThat(scenario(Scenario.ROLLOUT, "a rollout", "rtest30", 36).cells()).allSatisfy(cell -> assertThat(cell.course().changes())
                .extracting(Change::what).containsExactly(What.BEGUN, What.REPLACED, What.BEGUN, What.REPLACED));
    }

    @Test
    void a_proxy_dies_and_comes_back_and_plaintext_goes_undisturbed_beside_it() throws Exception {
        List<CellResult> cells = scenario(Scenario.PROXY_DEATH, "the death", "rtest31", 30).cells();
        assertThat(cells.stream().filter(cell -> !cell.variant().equals("istio-sidecar")))
                .allSatisfy(cell -> assertThat(cell.course().changes()).isEmpty());
        CellResult death = cells.stream().filter(cell -> cell.variant().equals("istio-sidecar")).findFirst().orElseThrow();
        assertThat(death.course().changes()).extracting(Change::what).containsExactly(What.ENDED);
        assertThat(death.counts().failed() + death.counts().dropped()).as("requests without a proxy").isPositive();
        assertThat(death.course().seconds().getLast().good()).as("it comes back").isPositive();
    }

    @Test
    void somebody_elses_service_is_loaded_by_its_name_only_and_by_clients_of_each_variant() throws Exception {
        try (Place shop = Place.empty(lab, "realcluster-target")) {
            lab.kubectlWith(SHOP, "-n", shop.name(), "apply", "-f", "-").good();
            lab.kubectl("-n", shop.name(), "rollout", "status", "deployment/web", "--timeout=120s").good();
            Path out = folder.resolve("target.json");
            String url = "--target http://web.realcluster-target/ --plateau 12s --run-name rtest32";
            assertThat(bench(out, url)).satisfies(refused -> {
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err()).contains("--i-may-load realcluster-target/web");
            });
            assertThat(bench(out, "--target http://elsewhere.realcluster-target/ --i-may-load realcluster-target/elsewhere").err())
                    .contains("hosts that may lie outside of the cluster");
            String before = lab.kubectl("-n", shop.name(), "get", "all", "-o", "name").good();
            Ended ended = bench(out, url, "--i-may-load realcluster-target/web");
            BenchRun run = BenchFiles.run(out);
            assertThat(run.cells()).as(ended.err()).extracting(CellResult::variant).containsExactlyInAnyOrder("baseline", "baseline-again",
                    "istio-sidecar");
            assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.counts().completed()).as(ended.err()).isBetween(230L, 240L));
            assertThat(run.cells().stream().filter(cell -> cell.variant().equals("istio-sidecar"))).singleElement()
                    .satisfies(cell -> assertThat(cell.proofs()).singleElement().satisfies(proof -> assertThat(proof.held()).isTrue()));
            assertThat(run.scene().fingerprint()).containsEntry("target-mesh", "none that is known").containsEntry("target-pods",
                    "1 ready");
            assertThat(lab.kubectl("-n", shop.name(), "get", "all", "-o", "name").good()).isEqualTo(before);
        }
    }
}
