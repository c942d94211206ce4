package meshadvisor.lab.scene;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** Objects of a cluster, written as JSON with single quotes. */
final class Objects {

    private final Map<String, List<Node>> lists = new LinkedHashMap<>();
    private final Map<String, List<Node>> single = new LinkedHashMap<>();

    Objects add(String kind, String json) {
        lists.computeIfAbsent(kind, k -> new ArrayList<>()).add(node(json));
        return this;
    }

    Objects config(String namespace, String name, String json) {
        single.put(Found.key("v1/configmaps", namespace, name), List.of(node(json)));
        return this;
    }

    /** A node that takes pods, with more fields of its metadata, spec and status. */
    Objects machine(String name, String metadata, String spec, String status) {
        return add("v1/nodes", """
                {'metadata': {'name': '%s' %s}, 'spec': {%s}, 'status': {'allocatable': {'cpu': '2', 'memory': '4Gi'},
                 'conditions': [{'type': 'Ready', 'status': 'True'} %s], 'nodeInfo': {'kernelVersion': '6.1', 'architecture': 'arm64'}}}
                """.formatted(name, metadata, spec, status));
    }

    Found found() {
        return new Found("v1.35.4", lists, single);
    }

    static Node node(String json) {
        try {
            return JsonReader.object(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), Pruning.NOTHING)
                    .root();
        } catch (IOException | BrokenJson e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
