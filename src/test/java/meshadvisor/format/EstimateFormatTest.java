package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Prices;
import meshadvisor.cost.money.Wanted;
import meshadvisor.cost.overhead.Calibration;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.cost.overhead.Transfers;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Answers.Said;
import meshadvisor.signal.World;
import meshadvisor.support.BenchRuns;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people and programs get of an estimate. */
class EstimateFormatTest {

    private static final String SHOP = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec: {selector: {app: cart}, ports: [{name: http, port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: shop/web, env: [{name: CART, value: "http://cart"}]}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: cart, image: shop/cart}]}
            """;

    private static final Profile MEASURED = profile();

    private static Profile profile() {
        BenchRun run = BenchRuns.usual();
        return Calibration.of(run, Analysis.of(run), Knowledge.CATALOGUE);
    }

    private static String written(Profile profile, Format format) {
        World world = Scan.of(SHOP).world();
        var estimate = Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), profile);
        StringWriter out = new StringWriter();
        try {
            Prices prices = new Prices(Prices.of(Knowledge.LIBRARY, Optional.empty(), "aws"), "USD", 0, List.of());
            Objective objective = new Objective("cart", 99, 50, Said.here("50ms"));
            Bill bill = Bill.of(world, estimate, prices, new Wanted(1, 36, 1, 1, List.of(objective), List.of("CERT_MANAGER", "LIBRARY")));
            Costing costing = new Costing(bill, Set.of("linkerd", "CERT_MANAGER"), Map.of("CERT_MANAGER", List.of("mtls")));
            EstimateDocument.of(estimate, List.of("shop/"), Transfers.all(Knowledge.CATALOGUE), costing).write(format, Screen.PLAIN, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static JsonNode source(String name) throws IOException {
        try (var resource = Format.class.getResourceAsStream(name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Files.readString(Path.of("../docs/formats", name))).isEqualTo(text);
            return new JsonMapper().readTree(text);
        }
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(source(name));
    }

    @Test
    void the_table_is_as_reviewed() {
        Golden.assertSame("estimate.80.txt", written(Profile.NONE, Format.TABLE));
    }

    @Test
    void the_markdown_with_what_was_measured_is_as_reviewed() {
        Golden.assertSame("estimate-measured.md", written(MEASURED, Format.MARKDOWN));
    }

    @Test
    void json_and_yaml_are_as_the_schema_says() throws IOException {
        JsonNode json = new JsonMapper().readTree(written(MEASURED, Format.JSON));
        assertThat(schema("estimate.schema.json").validate(json)).isEmpty();
        assertThat(new YAMLMapper().readTree(written(MEASURED, Format.YAML)).toString()).isEqualTo(json.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/scale", "/ways/0", "/ways/5/parts/0", "/ways/5/chains/0", "/ways/5/cpu", "/checks/0"})
    void a_field_that_nobody_promised_is_noticed(String where) throws IOException {
        JsonNode json = new JsonMapper().readTree(written(MEASURED, Format.JSON));
        ((ObjectNode) json.at(where)).put("surprise", 1);
        assertThat(schema("estimate.schema.json").validate(json)).isNotEmpty();
    }

    @Test
    void a_proxy_that_is_not_as_shipped_is_called_so_wherever_a_number_depends_on_it() {
        JsonNode json = new JsonMapper().readTree(written(MEASURED, Format.JSON));
        JsonNode way =
                json.path("ways").valueStream().filter(w -> w.path("variant").asString().equals("istio-sidecar")).findFirst().orElseThrow();
        for (String number : List.of("hopP50", "hopP99", "cpu", "memory")) {
            assertThat(way.path(number).path("source").asString()).contains("istio-sidecar/upstream-envoy");
        }
        assertThat(json.path("checks").valueStream().map(c -> c.path("what").asString())).isNotEmpty()
                .allMatch(w -> w.contains("istio-sidecar/upstream-envoy"));
        assertThat(written(MEASURED, Format.TABLE)).contains("istio-sidecar/upstream-envoy");
    }

    @Test
    void a_profile_is_as_its_schema_says() throws IOException {
        StringWriter out = new StringWriter();
        ProfileDocument.write(MEASURED, out);
        assertThat(schema("profile.schema.json").validate(new YAMLMapper().readTree(out.toString()))).isEmpty();
    }
}
