package meshadvisor.realcluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.lab.keys.ThrowawayKeys;
import meshadvisor.load.net.Credentials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cluster says no to: each with its cause and what to do, and nothing stays. */
@Tag("mesh")
@Timeout(180)
class BenchRefusedTest {

    private static final String IMAGE = "eclipse-temurin:25-jre";
    private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]+)\"");

    private static Lab lab;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster() {
        lab = Lab.open();
    }

    private static BenchPlan plan(String run) {
        return Benches.plan(lab, run, List.of("baseline"), IMAGE, 1);
    }

    private static Map<String, Object> object(String run, String version, String kind, Map<String, Object> spec) {
        String namespace = "meshadvisor-bench-" + run + "-ctl";
        return Map.of("apiVersion", version, "kind", kind, "metadata", Map.of("name", "in-the-way", "namespace", namespace), "spec", spec);
    }

    private String saidOf(BenchPlan plan) throws Exception {
        Process program = Benches.start(lab, plan, folder);
        boolean ended = program.waitFor(120, SECONDS);
        program.destroyForcibly();
        String log = Files.readString(folder.resolve(plan.run() + ".log"));
        assertThat(ended).as(log).isTrue();
        assertThat(log).contains("ABORTED").doesNotContain("Exception");
        assertThat(lab.kubectl("get", "namespaces,clusterroles,clusterrolebindings", "-l", "meshadvisor.io/run=" + plan.run(), "-o", "name")
                .good()).isEmpty();
        assertThat(BenchFiles.run(Benches.out(folder, plan)).warnings()).isNotEmpty();
        return log;
    }

    @Test
    void a_quota_is_told_with_what_would_fit() throws Exception {
        BenchPlan plan = Benches.with(plan("rtest20"), object("rtest20", "v1", "ResourceQuota", Map.of("hard", Map.of("pods", "0"))));
        assertThat(saidOf(plan)).contains("The pods of janitor cannot be made", "exceeded quota: in-the-way", "raise the ResourceQuota");
    }

    @Test
    void a_limit_range_is_told_with_the_options_that_ask_for_less() throws Exception {
        BenchPlan plan = Benches.with(plan("rtest21"), object("rtest21", "v1", "LimitRange",
                Map.of("limits", List.of(Map.of("type", "Container", "max", Map.of("cpu", "30m"))))));
        assertThat(saidOf(plan)).contains("maximum cpu usage per Container is 30m", "ask for what the LimitRange", "--cpu");
    }

    @Test
    void a_pod_that_pod_security_forbids_is_told_with_what_it_violates() throws Exception {
        Path file = folder.resolve("loose.json");
        Files.writeString(file, BenchFiles.text(plan("rtest22")).replace("RuntimeDefault", "Unconfined"));
        assertThat(saidOf(BenchFiles.plan(file))).contains("violates PodSecurity \"restricted", "seccompProfile", "privileged");
    }

    @ParameterizedTest
    @CsvSource({"rtest23, true, denied the request: pods have to wait, the policy of that webhook forbids it",
            "rtest24, false, failed calling webhook, the webhook does not answer: repair what stands behind it"})
    void a_webhook_that_says_no_or_nothing_is_named(String run, boolean answers, String said, String remedy) throws Exception {
        HttpsServer server = webhook(answers);
        try {
            lab.kubectlWith(configuration(run, server.getAddress().getPort()), "apply", "-f", "-").good();
            assertThat(saidOf(plan(run))).contains("strict.example.com", said, remedy);
        } finally {
            lab.kubectl("delete", "validatingwebhookconfiguration", run, "--ignore-not-found").good();
            server.stop(0);
        }
    }

    @Test
    void a_cluster_without_a_node_that_takes_pods_is_told_with_the_scheduler_s_reason() throws Exception {
        BenchPlan plan = plan("rtest25");
        String node = lab.kubectl("get", "nodes", "-o", "jsonpath={.items[0].metadata.name}").good();
        lab.kubectl("cordon", node).good();
        try {
            assertThat(saidOf(plan)).contains("No node takes the pod", "unschedulable");
            assertThat(lab.meshadvisor(lab.admin(), "bench", "plan", "--variants", "app-mtls").err()).contains("no node");
        } finally {
            lab.kubectl("uncordon", node).good();
        }
    }

    @Test
    void a_cluster_whose_dns_does_not_answer_is_told_where_to_look() throws Exception {
        BenchPlan plan = plan("rtest26");
        lab.kubectl("-n", "kube-system", "scale", "deployment/coredns", "--replicas=0").good();
        try {
            Process program = Benches.start(lab, plan, folder);
            assertThat(program.waitFor(170, SECONDS)).isTrue();
            BenchRun run = BenchFiles.run(Benches.out(folder, plan));
            assertThat(run.cells()).as(Files.readString(folder.resolve("rtest26.log"))).isNotEmpty().allSatisfy(cell -> assertThat(
                    String.join(" ", cell.invalid())).contains("the DNS of the cluster does not answer", "k8s-app=kube-dns"));
        } finally {
            lab.kubectl("-n", "kube-system", "scale", "deployment/coredns", "--replicas=1").good();
            lab.kubectl("-n", "kube-system", "rollout", "status", "deployment/coredns", "--timeout=60s").good();
        }
    }

    @Test
    void a_mesh_without_its_control_plane_is_told_by_its_webhook() throws Exception {
        BenchPlan plan = Benches.plan(lab, "rtest27", List.of("istio-sidecar"), IMAGE, 1);
        lab.kubectl("-n", "istio-system", "scale", "deployment/istiod", "--replicas=0").good();
        try {
            lab.kubectl("-n", "istio-system", "wait", "pods", "-l", "app=istiod", "--for=delete", "--timeout=60s").good();
            assertThat(saidOf(plan)).contains("istio.io", "failed calling webhook", "the webhook does not answer: repair what stands behind it");
        } finally {
            lab.kubectl("-n", "istio-system", "scale", "deployment/istiod", "--replicas=1").good();
            lab.kubectl("-n", "istio-system", "rollout", "status", "deployment/istiod", "--timeout=60s").good();
        }
    }

    @Test
    void a_namespace_that_somebody_holds_is_named_with_what_holds_it() throws Exception {
        String control = "meshadvisor-bench-rtest28-ctl";
        BenchPlan held = Benches.with(plan("rtest28"), Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata",
                Map.of("name", "held", "namespace", control, "finalizers", List.of("example.com/held"))));
        BenchPlan plan = Benches.with(held, object("rtest28", "v1", "ResourceQuota", Map.of("hard", Map.of("pods", "0"))));
        Process program = Benches.start(lab, plan, folder);
        try {
            assertThat(program.waitFor(170, SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("rtest28.log"))).contains(control, "example.com/held");
            assertThat(lab.meshadvisor(lab.admin(), "bench", "status").out()).contains("rtest28", "example.com/held");
        } finally {
            lab.kubectl("-n", control, "patch", "configmap", "held", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}").good();
        }
        assertThat(lab.meshadvisor(lab.admin(), "bench", "clean", "--run", "rtest28").code()).isZero();
        assertThat(lab.kubectl("get", "namespaces", "-l", "meshadvisor.io/run=rtest28", "-o", "name").good()).isEmpty();
    }

    private HttpsServer webhook(boolean answers) throws IOException {
        Map<String, String> keys = ThrowawayKeys.made(List.of("localhost"), 1);
        Files.writeString(folder.resolve("server.crt"), keys.get("server.crt"));
        Files.writeString(folder.resolve("server.key"), keys.get("server.key"));
        Files.writeString(folder.resolve("ca.crt"), keys.get("ca.crt"));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Credentials.context(Optional.empty(),
                Optional.of(new Credentials.Identity(folder.resolve("server.crt"), folder.resolve("server.key"))))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var uid = UID.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                byte[] no = ("{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\""
                        + (uid.find() ? uid.group(1) : "") + "\",\"allowed\":false,\"status\":{\"message\":\"pods have to wait\"}}}")
                        .getBytes(UTF_8);
                if (answers) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, no.length);
                    exchange.getResponseBody().write(no);
                } else {
                    Thread.sleep(5_000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private String configuration(String run, int port) throws IOException {
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: %s}
                webhooks:
                - name: strict.example.com
                  admissionReviewVersions: [v1]
                  sideEffects: None
                  timeoutSeconds: 1
                  objectSelector: {matchLabels: {meshadvisor.io/run: %s}}
                  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
                  clientConfig: {url: "https://localhost:%d/", caBundle: %s}
                """.formatted(run, run, port,
                Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("ca.crt"))));
    }
}
