package meshadvisor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {

    private static final String MINE = """
            {id: mine, name: Mine, rank: identity, scope: namespace, tls: mesh, source: its handbook,
             prove: [{refused: outside, shows: Nobody else gets in.}],
             enrol: {manifests: [{kind: Gateway, spec: {port: 15008, share: 0.5, on: true, of: [$service.$namespace.svc]}}]}}
            """;

    private static List<Variant> catalogue() {
        return Variants.of(Knowledge.LIBRARY);
    }

    private static Variant read(String yaml) {
        return Variants.of(Library.ofYaml(Map.of("meshes/mine/variants/mine.yaml", yaml))).getFirst();
    }

    @Test
    void the_catalogue_has_the_baselines_first_and_every_variant_that_the_advisor_knows() {
        assertThat(catalogue()).extracting(Variant::id).containsExactly("baseline", "baseline-again", "app-mtls", "cilium", "cilium-ipsec",
                "cilium-l7", "cilium-wireguard", "cilium-ztunnel", "istio-ambient", "istio-ambient-waypoint", "istio-sidecar", "linkerd");
    }

    @Test
    void whatever_is_no_baseline_is_proven_found_and_undone() {
        assertThat(catalogue()).filteredOn(v -> v.tls() == Variant.Tls.MESH).allSatisfy(v -> {
            assertThat(v.prove()).isNotEmpty();
            assertThat(v.detect().signs()).isNotEmpty().anyMatch(Variant.Sign::version);
            assertThat(v.detect().remedy()).isNotEmpty();
            assertThat(v.install().commands().isEmpty()).isEqualTo(v.install().uninstall().isEmpty());
            assertThat(v.install().needs()).containsAll(v.install().commands().stream().map(List::getFirst).toList());
        });
    }

    @Test
    void whoever_claims_identity_lets_nobody_in_without_it() {
        assertThat(catalogue()).filteredOn(v -> v.rank().compareTo(Variant.Rank.IDENTITY) >= 0 && v.tls() != Variant.Tls.NOBODY)
                .allSatisfy(v -> assertThat(v.prove()).hasAtLeastOneElementOfType(Proof.Refused.class));
    }

    @Test
    void proxies_in_pods_are_proven_on_both_sides_for_every_protocol() {
        assertThat(catalogue()).filteredOn(v -> !v.enrol().container().isEmpty()).isNotEmpty().allSatisfy(v -> {
            for (Load.Protocol protocol : Load.Protocol.values()) {
                assertThat(v.prove()).filteredOn(p -> p instanceof Proof.Counter c && c.holdsFor(protocol))
                        .extracting(p -> ((Proof.Counter) p).at()).contains(Proof.At.CLIENT, Proof.At.SERVER);
            }
        });
    }

    @Test
    void a_new_variant_is_one_new_file() {
        Library more = Knowledge.LIBRARY.with(Library.ofYaml(Map.of("meshes/mine/variants/mine.yaml", MINE)));
        assertThat(Variants.of(more)).hasSize(catalogue().size() + 1).extracting(Variant::id).contains("mine");
    }

    @Test
    void manifests_stay_as_they_are_written_whole_numbers_whole() {
        assertThat(read(MINE).enrol().manifests()).containsExactly(Map.of("kind", "Gateway", "spec",
                Map.of("port", 15008, "share", 0.5, "on", true, "of", List.of("$service.$namespace.svc"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $namespace.svc]     | $cluster.local]                | unknown placeholder "$cluster.local"
            $namespace.svc]     | "$namespaces"]                 | unknown placeholder "$namespaces"
            id: mine            | id: other                      | "id" must be the name of the file, not "other"
            prove:              | cautions: [], x:               | unknown field "x"
            refused: outside    | refused: inside                | one of [outside] belongs here
            its handbook        | " "                            | "source" says nothing
            'prove: [{refused: outside, shows: Nobody else gets in.}],' | '' | nothing proves that requests take this way
            {refused: outside   | {counter: c, at: client, port: 1, path: /, by: ever, labels: {a: "["} | "[" is no regular expression
            {manifests          | {pod-security: none, manifests | "pod-security" is none of
            """)
    void a_mistake_is_told_with_its_file(String written, String instead, String message) {
        assertThat(MINE).contains(written);
        assertThatThrownBy(() -> read(MINE.replace(written, instead))).isInstanceOf(CatalogueMistake.class)
                .hasMessageStartingWith("meshes/mine/variants/mine.yaml: ").hasMessageContaining(message);
    }

    @Test
    void two_files_of_one_id_are_a_mistake() {
        Library two = Library.ofYaml(Map.of("meshes/mine/variants/mine.yaml", MINE, "meshes/yours/variants/mine.yaml", MINE));
        assertThatThrownBy(() -> Variants.of(two)).hasMessageContaining("another file has the id \"mine\"");
    }
}
