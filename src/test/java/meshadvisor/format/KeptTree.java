package meshadvisor.format;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that was written, as a tree. */
record KeptTree(JsonNode node) implements Kept {

    static KeptTree of(String json) {
        return new KeptTree(JsonMapper.builder().build().readTree(json));
    }

    @Override
    public Kept get(String name) {
        return new KeptTree(node.path(name));
    }

    @Override
    public List<Kept> items() {
        return node.isArray() ? node.valueStream().map(KeptTree::new).map(Kept.class::cast).toList() : List.of();
    }

    @Override
    public String text() {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    @Override
    public boolean present() {
        return !node.isMissingNode() && !node.isNull();
    }
}
