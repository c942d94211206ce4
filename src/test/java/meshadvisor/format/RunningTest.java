package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reports say of a running cluster, and that they say nothing of one where manifests were read. */
class RunningTest {

    private static String written(String name, Format format) {
        return Reports.written(Reports.ALL.get(name), format).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void people_read_version_platform_nodes_pods_and_proxies(Format format) {
        assertThat(written("a running cluster", format)).contains("shop-prod: Kubernetes v1.35.4 on Amazon EKS, 1 node, 1 running pod")
                .contains("1 pod runs a proxy of istio 1.30.3, as a classic sidecar").contains("15017");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void nothing_is_said_of_a_cluster_where_manifests_were_read(Format format) {
        assertThat(written("adopt", format)).doesNotContain("Kubernetes v").doesNotContain("running pod");
    }

    @Test
    void programs_read_it_as_fields_and_null_where_manifests_were_read() {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode running = json.readTree(Reports.written(Reports.ALL.get("a running cluster"), Format.JSON)).path("running");
        assertThat(running.path("nodes").asInt()).isEqualTo(1);
        assertThat(running.at("/proxies/0/version").asString()).isEqualTo("1.30.3");
        assertThat(running.at("/platforms/0/id").asString()).isEqualTo("eks");
        assertThat(running.path("traps").findValuesAsString("id")).contains("webhook-port").doesNotContain("security-groups-for-pods");
        assertThat(json.readTree(Reports.written(Reports.ALL.get("adopt"), Format.JSON)).path("running").isNull()).isTrue();
    }
}
