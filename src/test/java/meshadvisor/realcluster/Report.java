package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report in JSON. */
record Report(JsonNode root) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Report of(String json) {
        return new Report(MAPPER.readTree(json));
    }

    /** How many there are of each kind. */
    Map<String, Integer> workloads() {
        Map<String, Integer> counts = new TreeMap<>();
        root.path("workloads").properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        return counts;
    }

    /** The names of the application services. */
    List<String> services() {
        return root.path("services").path("application").valueStream().map(s -> s.path("name").asString()).toList();
    }

    int documents() {
        return root.path("scope").path("documents").asInt();
    }

    /** Why lists were not read, by the id of the gap. */
    Map<String, String> unread() {
        Map<String, String> reasons = new TreeMap<>();
        gaps().filter(g -> g.path("id").asString().startsWith("read-"))
                .forEach(g -> reasons.put(g.path("id").asString(), g.path("why").asString()));
        return reasons;
    }

    /** What is to be done about the gap with that id. */
    String remedy(String id) {
        List<String> remedies =
                gaps().filter(g -> g.path("id").asString().equals(id)).map(g -> g.path("remedy").asString()).toList();
        assertThat(remedies).as("remedies of the gap %s, of %s", id, unread()).hasSize(1);
        return remedies.getFirst();
    }

    private Stream<JsonNode> gaps() {
        return root.path("gaps").valueStream();
    }
}
