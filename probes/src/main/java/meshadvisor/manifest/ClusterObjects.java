package meshadvisor.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ClusterSnapshot.Origin;
import meshadvisor.model.ClusterSnapshot.Team;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.Node;

/** Turns objects of a running cluster into facts as manifests are: one mapper for both. Not shared between threads. */
public final class ClusterObjects {

    /** How the ids of gaps begin that say that a kind could not be listed: each counts as a document that was not understood. */
    public static final String CLOSED = "read-";

    private final Facts facts = new Facts();
    private final ObjectFilter filter;
    private final ClusterNames names;
    private int taken;

    /**
     * @param names tell clusters apart where several are assessed together
     */
    public ClusterObjects(ObjectFilter filter, ClusterNames names) {
        this.filter = filter;
        this.names = names;
    }

    /** Takes what an object says; its tree is not kept. */
    public void take(JsonObject object) {
        Item item = item(names.in(object));
        boolean shared = item.meta().namespace().isEmpty() && !item.kind().equals("Namespace"); // nodes and the like carry no labels of programs
        if (shared || filter.wants(item)) {
            taken++;
            DocumentMapper.map(item, facts);
        }
    }

    /** What was taken. */
    public Facts facts() {
        return facts;
    }

    /** How many objects were taken. */
    public int taken() {
        return taken;
    }

    /** A snapshot of everything that several takers took, in their order. */
    public static ClusterSnapshot snapshot(String name, String asOf, List<ClusterObjects> parts) {
        Facts all = new Facts();
        parts.forEach(p -> all.join(p.facts));
        int count = parts.stream().mapToInt(p -> p.taken).sum();
        int closed = (int) all.gaps.stream().filter(g -> g.id().startsWith(CLOSED)).count();
        return Manifests.snapshot(new Origin(List.of(name), asOf, Team.UNSEEN), all,
                new Manifests.Counts(0, count + closed, count, List.of()));
    }

    /**
     * A snapshot of several clusters. What stands in no namespace (classes, definitions of kinds) may have the same name in each, and is no object that
     * is defined twice.
     */
    public static ClusterSnapshot together(String name, String asOf, List<ClusterObjects> parts) {
        Set<ObjectKey> met = new HashSet<>();
        parts.forEach(p -> p.facts.definitions.removeIf(d -> d.namespace().isEmpty() && !met.add(d.key())));
        return snapshot(name, asOf, parts);
    }

    private Item item(JsonObject object) {
        String name = (names.cluster().isEmpty() ? "" : names.cluster() + ": ") + DocumentMapper.key(object.root());
        return DocumentMapper.item(object.root(), new Fields(name, object));
    }

    /** Places by field. Marks are many and stand at one place, so the last place is kept. */
    private static final class Fields implements Function<Node, Place> {

        private final String object;
        private final JsonObject json;
        private int last;
        private Place place;

        Fields(String object, JsonObject json) {
            this.object = object;
            this.json = json;
            this.place = new Place(object, 0, 0);
        }

        @Override
        public Place apply(Node node) {
            if (node.line() != last) {
                last = node.line();
                String path = json.paths().of(node);
                place = new Place(path.isEmpty() ? object : object + " " + path, 0, 0);
            }
            return place;
        }
    }
}
