package meshadvisor.tree;

import java.util.HashMap;
import java.util.Map;

/** Fields of objects that are not wanted and are skipped while reading. Elements of lists count as the list itself. */
public final class Pruning {

    /** Keeps everything. */
    public static final Pruning NOTHING = new Pruning(Map.of());

    private static final Pruning DROP = new Pruning(Map.of());

    private final Map<String, Pruning> fields;

    private Pruning(Map<String, Pruning> fields) {
        this.fields = fields;
    }

    /** Drops what stands at these paths, each given by its keys; {@code *} at a place of a path is any key that no other path names there. */
    public static Pruning of(String[]... paths) {
        Pruning root = new Pruning(new HashMap<>());
        for (String[] path : paths) {
            Pruning here = root;
            for (int i = 0; i < path.length - 1; i++) {
                here = here.fields.computeIfAbsent(path[i], k -> new Pruning(new HashMap<>()));
            }
            here.fields.put(path[path.length - 1], DROP);
        }
        return root;
    }

    /** What holds below a key. */
    Pruning under(String key) {
        if (fields.isEmpty()) {
            return NOTHING;
        }
        Pruning exact = fields.get(key);
        return exact != null ? exact : fields.getOrDefault("*", NOTHING);
    }

    /** Whether what stands here is skipped. */
    boolean drops() {
        return this == DROP;
    }
}
