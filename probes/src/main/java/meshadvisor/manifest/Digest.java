package meshadvisor.manifest;

import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/** A 64-bit digest of content: comments, order of keys and status do not matter. */
final class Digest {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Digest() {}

    /** Of a whole object. No switch over the kinds of node: every node of a scan comes by here, and such a switch is slow until it is compiled well. */
    static long of(Node node) {
        if (node instanceof Scalar scalar) {
            return mix(text(scalar.text()) ^ (scalar.kind() == Scalar.Kind.STRING ? 0 : text(scalar.kind().name())));
        }
        if (node instanceof Mapping mapping) {
            long digest = 7;
            for (Entry entry : mapping.entries()) {
                if (!entry.key().text().equals("status")) {
                    digest += mix(text(entry.key().text()) ^ of(entry.value()));
                }
            }
            return mix(digest);
        }
        long digest = 3;
        for (Node item : node.items()) {
            digest = mix(digest * 31 + of(item));
        }
        return node instanceof Sequence ? digest : 1;
    }

    private static long text(String text) {
        long digest = text.length();
        for (int i = 0; i < text.length(); i++) {
            digest = digest * 1099511628211L + text.charAt(i);
        }
        return mix(digest);
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
    private static long mix(long value) {
        long z = value + PRIME;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
