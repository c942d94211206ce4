package meshadvisor.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.bench.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest {

    private static final String POD = """
            {'metadata': {'name': '%s', 'namespace': 'shop'}, 'status': {'phase': '%s' %s}, 'spec': {'nodeName': '%s', 'containers': [
             {'resources': {'requests': {'cpu': '500m', 'memory': '1Gi'}}}]}}""";

    @Test
    void what_is_free_is_what_running_pods_do_not_request() {
        Objects objects = new Objects().machine("a", "", "", "").add("v1/pods", POD.formatted("one", "Running", "", "a"))
                .add("v1/pods", POD.formatted("over", "Succeeded", "", "a")).add("v1/pods", POD.formatted("elsewhere", "Running", "", "b"));
        assertThat(Room.nodes(objects.found())).containsExactly(new Scene.Node("a", "", 2000, 1500, 4096, 3072, "6.1", "arm64"));
    }

    @Test
    void nodes_that_take_no_pods_are_none() {
        Objects objects = new Objects().machine("cordoned", "", "'unschedulable': true", "")
                .machine("tainted", "", "'taints': [{'key': 'k', 'effect': 'NoSchedule'}]", "")
                .machine("fake", ", 'annotations': {'kwok.x-k8s.io/node': 'fake'}", "", "")
                .machine("avoided", "", "'taints': [{'key': 'k', 'effect': 'PreferNoSchedule'}]", "");
        assertThat(Room.nodes(objects.found())).extracting(Scene.Node::name).containsExactly("avoided");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'containers': [{'resources': {'requests': {'cpu': '300m'}}}, {'resources': {'requests': {'cpu': '0.2'}}}]              | 500
            'containers': [{'resources': {'limits': {'cpu': '1'}}}]                                                                | 1000
            'containers': [{}], 'overhead': {'cpu': '10m'}                                                                         | 10
            'initContainers': [{'resources': {'requests': {'cpu': '2'}}}], 'containers': [{'resources': {'requests': {'cpu': '1'}}}] | 2000
            'initContainers': [{'restartPolicy': 'Always', 'resources': {'requests': {'cpu': '100m'}}}], 'containers': [{'resources': {'requests': {'cpu': '1'}}}] | 1100
            'initContainers': [{'restartPolicy': 'Always', 'resources': {'requests': {'cpu': '100m'}}}, {'resources': {'requests': {'cpu': '2'}}}], 'containers': [{}] | 2100
            """, quoteCharacter = '`')
    void a_pod_requests_what_kubernetes_counts(String spec, long millicores) {
        assertThat(Room.requested(Objects.node("{'spec': {" + spec + "}}"), "cpu")).isEqualTo(millicores);
    }

    @Test
    void troubles_are_pods_without_a_node_and_nodes_that_complain() {
        Objects objects = new Objects().machine("a", "", "", ", {'type': 'MemoryPressure', 'status': 'True'}")
                .add("v1/pods", POD.formatted("waits", "Pending", ", 'conditions': [{'reason': 'Unschedulable'}]", ""))
                .add("v1/pods", POD.formatted("starts", "Pending", "", "a"))
                .add("v1/nodes", "{'metadata': {'name': 'b'}, 'status': {'conditions': [{'type': 'Ready', 'status': 'Unknown'}]}}");
        assertThat(Troubles.of(objects.found())).isEqualTo(List.of("1 pods find no node: shop/waits.",
                "The node a reports MemoryPressure.", "The node b is not ready."));
    }
}
