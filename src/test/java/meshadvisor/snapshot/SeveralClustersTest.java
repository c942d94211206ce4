package meshadvisor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.cli.Meshadvisor;
import meshadvisor.cli.Outside;
import meshadvisor.cli.Terminal;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Edge;
import meshadvisor.tree.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The same names in two clusters are two things, and a host leads to the Service of its own cluster. */
class SeveralClustersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-17T12:00:00Z"), ZoneOffset.UTC);
    @SuppressWarnings("InlineFormatString") // a manifest reads better as a whole
    private static final String SHOP = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {LABELS}}}
            ---
            {apiVersion: v1, kind: Node, metadata: {name: one}}
            ---
            {apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: edge, annotations: {by: "CALLS"}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop}, spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec: {template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: c, image: "shop/cart:1", ports: [{containerPort: 80}]}]}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: http, port: 80}]}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: "shop/web:1", ports: [{containerPort: 80}], env: [{name: CART_ADDR, value: "CALLS"}]}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: metrics-server, namespace: kube-system}
            spec: {template: {metadata: {labels: {app: m}}, spec: {containers: [{name: c, image: own/m, ports: [{containerPort: 1}]}]}}}
            """;
    private static final String STRICT = """
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: istio-system}}
            ---
            {apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: istio-system}, spec: {mtls: {mode: STRICT}}}
            """;

    @TempDir
    Path folder;

    @Test
    void services_of_the_same_name_are_counted_in_each_cluster() throws IOException {
        Ran ran = assess(cluster("eu", "cart:80", ""), cluster("us", "cart:80", ""));
        assertThat(ran.code).as(ran.err).isZero();
        assertThat(ran.out).contains("\"shop--in-eu\"", "\"shop--in-us\"").doesNotContain("\"shop\"");
        assertThat(ran.out.split("\"namespace\": \"shop--in-us\"", -1)).hasSizeGreaterThan(2);
    }

    /** Codes of the findings; the report names other rules, too. */
    private static List<String> found(String report) {
        return JSON.readTree(report).at("/findings").valueStream().map(finding -> finding.at("/code").asString()).toList();
    }

    @Test
    void nothing_is_defined_twice_because_two_clusters_have_it() throws IOException {
        Ran ran = assess(cluster("eu", "cart:80", ""), cluster("us", "cart.shop:80", ""));
        assertThat(found(ran.out)).doesNotContain("MA005");
    }

    @Test
    void a_call_is_one_inside_its_cluster_however_the_host_is_written() throws Exception {
        for (String host : List.of("cart:80", "cart.shop:80", "http://cart.shop.svc/x", "http://cart.shop.svc.cluster.local:80")) {
            List<Edge> edges = together(cluster("eu", host, ""), cluster("us", "", "")).traffic().edges();
            assertThat(edges).as(host).hasSize(1).first().satisfies(edge -> {
                assertThat(edge.from().namespace()).isEqualTo("shop--in-eu");
                assertThat(edge.to()).doesNotContain("--in-us");
            });
        }
    }

    @Test
    void platform_namespaces_are_such_in_every_cluster() throws IOException {
        assertThat(assess(cluster("eu", "", ""), cluster("us", "", "")).out)
                .contains("the namespace kube-system--in-eu belongs to the platform");
    }

    @Test
    void a_setting_of_a_whole_mesh_ends_at_its_cluster() throws IOException {
        String joined = assess(cluster("eu", "cart:80", STRICT, "istio-injection: enabled"), cluster("us", "cart:80", "")).out;
        assertThat(found(joined)).doesNotContain("MA040");
        String alone = assess(cluster("eu", "cart:80", STRICT, "")).out;
        assertThat(alone).doesNotContain("--in-");
    }

    @Test
    void images_and_other_texts_keep_what_only_looks_like_a_namespace() throws Exception {
        ClusterSnapshot joined = together(cluster("eu", "", ""), cluster("us", "", ""));
        assertThat(joined.running().workloads()).flatExtracting(w -> w.pod().containers()).extracting(c -> c.image().value())
                .contains("shop/cart:1").noneMatch(i -> i.contains("--in-"));
    }

    @Test
    void the_latest_day_of_collection_is_the_day_of_the_report() throws IOException {
        Path late = SnapshotFile.write(folder.resolve("late.json"), SnapshotFile.collected("us", "2026-09-09T00:00:00Z"), objects("", ""));
        assertThat(assess(cluster("eu", "", ""), late).out).contains("2026-09-09");
    }

    @Test
    void a_cluster_that_is_given_twice_is_told() throws IOException {
        Ran ran = assess(cluster("eu", "", ""), Files.copy(cluster("eu", "", ""), folder.resolve("copy.json")));
        assertThat(ran.out).contains("shop--in-eu-2", "here this one is called eu-2").contains("everything is counted twice");
    }

    @Test
    void snapshots_with_different_keys_are_told() throws IOException {
        Ran ran = assess(redacted("one"), redacted("two"));
        assertThat(ran.out).contains("not redacted with the same key");
    }

    @Test
    void all_broken_snapshots_are_told_at_once() throws IOException {
        Ran ran = assess(Files.writeString(folder.resolve("a.json"), "{"), cluster("eu", "", ""),
                Files.writeString(folder.resolve("b.json"), "[]"));
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.err).contains("a.json", "b.json");
    }

    private record Ran(int code, String out, String err) {}

    private Path redacted(String name) throws IOException {
        Redaction redaction = new Redaction(RedactionKey.make(folder.resolve(name + ".key")), SnapshotFile.KNOWLEDGE);
        Path file = folder.resolve(name + ".json");
        return SnapshotFile.write(SnapshotWriter.to(file, SnapshotFile.AT, "test", redaction), file,
                SnapshotFile.collected(name, SnapshotFile.AT), objects("cart:80", ""));
    }

    private Path cluster(String name, String calls, String more, String... labels) throws IOException {
        return SnapshotFile.write(folder.resolve(name + ".json"), SnapshotFile.collected(name, SnapshotFile.AT),
                objects(calls, more, labels));
    }

    private static List<JsonObject> objects(String calls, String more, String... labels) {
        return SnapshotFile.objects(SHOP.replace("LABELS", String.join(", ", labels)).replace("CALLS", calls) + more);
    }

    private static ClusterSnapshot together(Path... files) throws Exception {
        List<ClusterSnapshots.Read> read = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".json", "");
            var held = SnapshotReader.read(file, ObjectFilter.ALL, new ClusterNames(name, Set.of("shop", "kube-system")));
            read.add(new ClusterSnapshots.Read(held.collected(), held.taker()));
        }
        return ClusterSnapshots.together(read, List.of(), "2026-09-01");
    }

    private static Ran assess(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("assess", "-o", "json"));
        List.of(files).forEach(f -> arguments.addAll(List.of("--snapshot", f.toString())));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Meshadvisor.run(arguments.toArray(String[]::new), new Outside(InputStream.nullInputStream(), new PrintWriter(out),
                new PrintWriter(err), CLOCK, Map.of(), Terminal.NONE, Outside.USUAL_NAME));
        return new Ran(code, out.toString(), err.toString());
    }
}
