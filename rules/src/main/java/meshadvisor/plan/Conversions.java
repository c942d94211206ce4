package meshadvisor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Route;
import meshadvisor.plan.AdoptionPlan.Conversion;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;

/** What becomes of the configuration that is there where the way needs another one. */
final class Conversions {

    /** What routes become where nothing of them is lost. */
    private static final String ROUTE = "HTTPRoute";

    private Conversions() {}

    /** In the order of the objects. Who keeps a mesh keeps its configuration, and who leaves one has no use for it. */
    static List<Conversion> of(Ground ground, PathPattern path, Journey journey) {
        return journey != Journey.ADOPT ? List.of()
                : ground.world().snapshot().definitions().stream().map(Meta::key).distinct().sorted(Comparator.naturalOrder())
                        .flatMap(key -> path.equivalents().stream().filter(e -> e.kind().equals(key.kind())).limit(1)
                                .map(e -> conversion(ground, key, e)))
                        .toList();
    }

    private static Conversion conversion(Ground ground, ObjectKey key, PathPattern.Equivalent equivalent) {
        List<Route> routes = ground.world().snapshot().traffic().routes().stream().filter(r -> r.meta().key().equals(key)).toList();
        Optional<Object> written = equivalent.becomes().contains(ROUTE) && routes.size() == 1
                ? new RouteConversion(ground, routes.getFirst()).written()
                : Optional.empty();
        return new Conversion(key.toString(), equivalent.becomes(), written.isPresent() ? "" : equivalent.lost(),
                written.stream().toList());
    }
}
