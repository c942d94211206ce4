package meshadvisor.plan;

import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.model.Apart;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Mode;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.plan.book.PathPattern;

/** Where a mesh lets plaintext in today, by its settings for namespaces and for the whole of it. */
record Plaintext(Ground ground, PathPattern path) {

    /** Those with a service that takes part in the mesh. */
    Stream<String> namespaces() {
        Set<String> known = ground.namespaces();
        return ground.world().takingPart(path.mesh()).stream().map(w -> w.meta().namespace()).distinct().sorted()
                .filter(n -> known.contains(ground.namespace(n)) && taken(n)).map(ground::namespace);
    }

    /** A setting of the namespace beats that of the mesh. */
    private boolean taken(String namespace) {
        return settings(Scope.NAMESPACE).filter(s -> s.meta().namespace().equals(namespace)).findFirst()
                .map(s -> s.mode() != Mode.STRICT)
                .orElseGet(() -> settings(Scope.MESH).noneMatch(
                        s -> s.mode() == Mode.STRICT && Apart.together(namespace, s.meta().namespace())));
    }

    private Stream<MtlsSetting> settings(Scope scope) {
        return ground.world().snapshot().policies().mtls().stream()
                .filter(s -> s.by().equals(path.mesh()) && s.scope() == scope && s.mode() != Mode.UNSET);
    }
}
