package meshadvisor.prometheus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Peer;

/** Destinations of which a source has told. The next source tells only of others, or its numbers would count twice. */
final class Covered {

    private final Set<Peer> exact = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> anywhere = new HashSet<>();

    /** The flows to destinations that no earlier source knows. */
    List<Flow> takeIn(List<Flow> flows) {
        List<Flow> own = flows.stream().filter(f -> !covers(f.to())).toList();
        own.stream().map(Flow::to).filter(Peer::known).forEach(this::add);
        return own;
    }

    private void add(Peer peer) {
        exact.add(peer);
        names.add(peer.name());
        if (peer.namespace().isEmpty()) {
            anywhere.add(peer.name());
        }
    }

    /** A namespace that is not told may be any. */
    private boolean covers(Peer peer) {
        return exact.contains(peer) || anywhere.contains(peer.name()) || peer.namespace().isEmpty() && names.contains(peer.name());
    }
}
