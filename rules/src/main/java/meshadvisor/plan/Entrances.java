package meshadvisor.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Use;
import meshadvisor.signal.Application;

/** What leads from outside to services today, and limits how fast. */
record Entrances(Ground ground) {

    /** Words of the vocabulary for limits of rate begin so. */
    private static final String LIMIT = "rate-limit";

    /** Every Ingress and route from outside that names a Service of an application. */
    List<Map<String, Object>> of(Application application) {
        return application.services().stream().flatMap(s -> ground.entering(s).stream()).distinct().map(key -> one(application, key))
                .toList();
    }

    private Map<String, Object> one(Application application, ObjectKey key) {
        Map<String, Object> one = new LinkedHashMap<>(
                Map.of("namespace", ground.namespace(application.namespace()), "service", application.name(), "object", key.toString(),
                        "at", ground.namespace(key.namespace())));
        one.put(key.kind().equals(Links.INGRESS) ? "ingress" : "route", key.name());
        application.service().flatMap(s -> s.ports().stream().filter(p -> p.number() > 0).findFirst())
                .ifPresent(p -> one.put("port", p.number()));
        return one;
    }

    /** Objects that limit rates where requests enter, each once. */
    List<Map<String, Object>> limited() {
        return ground.world().snapshot().uses().stream().filter(u -> u.hop() == Use.Hop.EDGE && u.capability().startsWith(LIMIT))
                .map(Use::from).map(Meta::key).distinct()
                .map(key -> Map.<String, Object>of("object", key.toString(), "at", ground.namespace(key.namespace()), "name", key.name(),
                        "object-kind", key.kind().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
