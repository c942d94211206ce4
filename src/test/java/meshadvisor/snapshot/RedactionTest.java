package meshadvisor.snapshot;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.catalog.Redacting;
import meshadvisor.cluster.Collected;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.model.Gap;
import meshadvisor.snapshot.RedactionKey.NoKey;
import meshadvisor.tree.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a system stands in a redacted snapshot, and what leads somewhere still leads there. */
class RedactionTest {

    /** Every place in which a name can stand, each with a canary of its own. */
    private static final Path PLANTED = Path.of("test/resources/snapshot/canaries.yaml");
    private static final Pattern CANARY = Pattern.compile("(?i)(quokka|wombat|bilby|numbat|kookaburra|[\\p{L}]*ürü)[a-z]*");

    @TempDir
    Path folder;

    private Redaction redaction;

    @BeforeEach
    void a_key() throws IOException {
        redaction = new Redaction(RedactionKey.make(folder.resolve("key")), SnapshotFile.KNOWLEDGE);
    }

    @Test
    void no_canary_survives_in_whatever_field_it_was_planted() throws IOException {
        String planted = Files.readString(PLANTED);
        assertThat(CANARY.matcher(planted).results().map(r -> r.group().toLowerCase(Locale.ROOT)).collect(toSet())).hasSizeGreaterThan(90);
        assertThat(redacted(planted)).doesNotContainPattern(CANARY).doesNotContain("203.0.113.", "2001:db8", "123456789012");
    }

    @Test
    void what_is_known_of_the_collection_loses_its_names_and_keeps_its_sentences() {
        Collected hidden = redaction.of(new Collected("quokka-prod", "v1.35.4", SnapshotFile.AT, List.of("wombat-shop"),
                List.of(new Remark("/home/bilby/.kube/config:3", "The server's certificate is not checked.", "Give numbat.crt.")),
                List.of(Gap.of("read-pods", "which pods there are in the namespace wombat-shop",
                        "pods is forbidden: User \"kookaburra@quokka.example\" cannot list resource \"pods\" in API group \"\"",
                        "kubectl create role meshadvisor-pods --verb=get,list --resource=pods -n wombat-shop"))));
        assertThat(hidden.toString()).doesNotContainPattern(CANARY).contains("which pods there are in the namespace x",
                "cannot list resource \"pods\" in API group", "kubectl create role meshadvisor-pods --verb=get,list", "v1.35.4",
                SnapshotFile.AT);
        assertThat(hidden.redactedWith()).isEqualTo(redaction.keyId()).hasSize(8);
    }

    @Test
    void a_file_of_a_redacted_snapshot_holds_no_canary_either_while_it_is_taken() throws IOException {
        Path file = folder.resolve("s.json");
        SnapshotWriter writer = SnapshotWriter.to(file, SnapshotFile.AT, "https://quokka.example\nwombat", redaction);
        var list = writer.takers().of("pods", "");
        SnapshotFile.objects(Files.readString(PLANTED)).forEach(list::take);
        list.end(List.of());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).filter(f -> !f.endsWith("key")).toList()).isNotEmpty()
                    .allSatisfy(f -> assertThat(Files.readString(f)).doesNotContainPattern(CANARY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.24.3", "v1.24.3-beta.1", "500m", "128Mi", "15s", "2026-09-01T08:00:00Z", "http://127.0.0.1:8080",
            "--port=8080", "postgres:2026.2", "100%", "python311", "ClusterIP", "STRICT",
            "cluster.local", "app.kubernetes.io/name", "sidecar.istio.io/inject", "istio-proxy", "docker.io/istio/proxyv2:1.24.0",
            "127.0.0.1",
            "nginx.ingress.kubernetes.io/canary-by-header", "config.linkerd.io/proxy-memory-limit", "OTEL_EXPORTER_OTLP_ENDPOINT",
            "-Xmx512m",
            "postgres:16", "kube-system", "grpc-web", "terminationGracePeriodSeconds", "http://", "(GET|HEAD)", "^/.*$", "svc", "true"})
    void what_is_nobodys_name_stays(String text) {
        assertThat(value(text)).isEqualTo(text);
    }

    @Test
    void an_address_inside_of_a_name_is_hashed_like_the_address() {
        String address = value("10.11.12.13");
        assertThat(address).isNotEqualTo("10.11.12.13").matches("10(\\.\\d{1,3}){3}");
        assertThat(value("ip-10-11-12-13.eu-west-1.compute.internal")).contains("-" + address.replace('.', '-') + ".")
                .doesNotContain("11-12-13");
        assertThat(value("node_10_11_12_13")).endsWith("_" + address.replace('.', '_'));
        assertThat(value("10.11.12.13.nip.io")).startsWith(address + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ssn=123-45-6789", "--card=4111 1111 1111 1111", "--pin 12345", "12345", "+49 1512 34567", "wombat4711",
            "card:4111 1111"})
    void numbers_that_could_be_somebodys_are_hashed_in_free_text(String text) {
        assertThat(value(text)).doesNotContainPattern("\\d{3}");
    }

    @Test
    void numbers_stay_where_the_field_is_one_of_numbers_by_nature() {
        assertThat(redacted("""
                {kind: Pod, spec: {limits: {memory: "134217728"}, targetPort: "8080", replicas: 12345,
                env: [{name: WOMBAT_PORT, value: "5432"}, {name: WOMBAT_PIN, value: "54321"}]},
                metadata: {annotations: {config.linkerd.io/skip-outbound-ports: "3306,25000"}}}"""))
                .contains("134217728", "8080", "12345", "5432", "3306,25000").doesNotContain("54321");
        assertThat(redacted("{kind: Service, spec: {targetPort: http-8080, name: http-8080}}")).doesNotContain("8080");
    }

    @Test
    void a_sentence_keeps_the_numbers_that_it_tells() {
        assertThat(redaction.of(new Collected("c", "v1.35.4", SnapshotFile.AT, List.of("wombat-4711"), List.of(),
                List.of(Gap.of("read-pods", "pods in wombat-4711", "the answer was status 403 (500 objects)", "wait")))).toString())
                .contains("status 403 (500 objects").doesNotContain("4711");
    }

    @Test
    void one_name_is_one_hash_wherever_and_however_it_is_written() {
        String cart = value("wombat");
        assertThat(cart).matches("x[a-z]{10}");
        assertThat(value("http://wombat.quokka.svc.cluster.local:8080/bilby?x=1"))
                .matches("http://" + cart + "\\.x[a-z]{10}\\.svc\\.cluster\\.local:8080/x[a-z]{10}\\?x=1");
        assertThat(value("WOMBAT_ADDR")).isEqualTo(cart.toUpperCase(Locale.ROOT) + "_ADDR");
        assertThat(value("--wombatHost=Wombat")).isEqualTo("--" + cart + "Host=X" + cart.substring(1));
        assertThat(value("wombat-v2")).isEqualTo(cart + "-v2");
        assertThat(value("*.wombat2.com")).isEqualTo("*." + cart + "2.com");
    }

    @Test
    void another_key_gives_other_hashes_and_the_same_key_the_same() throws Exception {
        Redaction same = new Redaction(RedactionKey.read(folder.resolve("key")), SnapshotFile.KNOWLEDGE);
        Redaction other = new Redaction(RedactionKey.make(folder.resolve("other")), SnapshotFile.KNOWLEDGE);
        String object = "{kind: Pod, metadata: {name: wombat}}";
        assertThat(text(same, object)).isEqualTo(text(redaction, object)).isNotEqualTo(text(other, object));
        assertThat(same.keyId()).isEqualTo(redaction.keyId()).isNotEqualTo(other.keyId());
    }

    @Test
    void verbs_that_tell_what_a_request_does_stay_in_paths_and_nowhere_else() {
        assertThat(redacted("{kind: HTTPRoute, spec: {rules: [{matches: [{path: {value: /wombat.Cart/ChargeCard}}]}]}}"))
                .contains("/ChargeX");
        assertThat(redacted("{kind: Service, metadata: {name: charge}}")).doesNotContain("charge");
    }

    @Test
    void a_key_is_made_for_its_owner_only_and_never_over_another() throws Exception {
        Path key = folder.resolve("mine");
        RedactionKey.make(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        assertThatThrownBy(() -> RedactionKey.make(key)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "0123456789abcdef", "zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void a_file_that_holds_no_key_is_refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad"), text);
        assertThatThrownBy(() -> RedactionKey.read(file)).isInstanceOf(NoKey.class).hasMessageContaining("64 hexadecimal digits");
    }

    /** A field that is asked for and not known would be hashed, and the assessment would miss it. */
    @Test
    void every_field_that_the_dialects_ask_for_is_a_known_word() throws IOException {
        Pattern asked = Pattern.compile("\\.(?:get|at)\\(((?:\"[A-Za-z_]+\"(?:,\\s*)?)+)\\)");
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("../probes/src/main/java/meshadvisor"))) {
            for (Path source : sources.filter(f -> f.toString().matches(".*/(dialect|manifest)/.*\\.java")).toList()) {
                asked.matcher(Files.readString(source)).results()
                        .forEach(r -> fields.addAll(List.of(r.group(1).replace("\"", "").split(",\\s*"))));
            }
        }
        assertThat(fields).hasSizeGreaterThan(100).allSatisfy(field -> assertThat(value(field)).as("add it to rules/catalog/redaction.yaml")
                .isEqualTo(field));
    }

    @Test
    void the_list_of_known_words_names_each_once() {
        assertThat(Redacting.of(SnapshotFile.KNOWLEDGE).words()).doesNotHaveDuplicates().allSatisfy(w -> assertThat(w).isLowerCase());
    }

    private String value(String text) {
        JsonObject object = SnapshotFile.json(SnapshotFile.objects("{kind: Pod, spec: {value: " + quoted(text) + "}}").getFirst().root());
        return redaction.of(object).root().at("spec", "value").text();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String redacted(String yaml) {
        return text(redaction, yaml);
    }

    private static String text(Redaction with, String yaml) {
        return String.join("\n", SnapshotFile.objects(yaml).stream().map(o -> SnapshotFile.text(with.of(o).root())).toList());
    }
}
