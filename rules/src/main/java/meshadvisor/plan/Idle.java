package meshadvisor.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Mark.GatewayClassMark;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Mark.ResourceMark;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.signal.MeshSeen;

/** Configuration of a mesh, which is all that there is to leave where nothing of the mesh runs. */
record Idle(Ground ground, PathPattern path) {

    /** Something where the mesh is configured and nothing of it was seen to run. */
    List<Map<String, Object>> once() {
        return seen().filter(m -> m.standing() == MeshSeen.Standing.CONFIGURATION_ONLY).map(m -> List.of(Map.<String, Object>of()))
                .orElseGet(List::of);
    }

    /** Objects of the groups that are its own, and Gateways of its classes; what others share with it may be obeyed by somebody else. */
    List<Map<String, Object>> configured() {
        Set<String> groups = seen().stream().flatMap(m -> m.marks().marks().stream()).filter(m -> m.is() == Proof.CONFIGURATION)
                .flatMap(m -> m instanceof ResourceMark mark ? Stream.of(mark.group()) : Stream.of()).collect(Collectors.toSet());
        Stream<ObjectKey> own = ground.world().snapshot().definitions().stream().map(Meta::key).filter(key -> groups.contains(key.group()));
        return Stream.concat(own, gateways()).distinct().sorted().map(this::item).toList();
    }

    private Stream<ObjectKey> gateways() {
        Set<String> classes = seen().stream().flatMap(m -> m.marks().marks().stream())
                .flatMap(m -> m instanceof GatewayClassMark mark ? Stream.of(mark.gatewayClass()) : Stream.of())
                .collect(Collectors.toSet());
        return ground.world().snapshot().installed().gatewayClasses().entrySet().stream()
                .filter(gateway -> classes.contains(gateway.getValue().value())).map(gateway -> gateway.getKey().key());
    }

    private Optional<MeshSeen> seen() {
        return ground.world().meshes().stream().filter(m -> !path.mesh().isEmpty() && m.marks().mesh().equals(path.mesh())).findFirst();
    }

    private Map<String, Object> item(ObjectKey key) {
        Map<String, Object> one = new LinkedHashMap<>(new Holes(ground).object(key));
        one.put("object", key.toString());
        one.put("resource", Holes.resource(key));
        if (!key.namespace().isEmpty()) {
            one.put("stated", ground.namespace(key.namespace()));
        }
        return one;
    }
}
