package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.model.Reference;
import meshadvisor.model.Text;
import meshadvisor.model.Use;

/** Routing by header that is there today, so that a plan need not ask for it. */
record ChosenToday(Ground ground) {

    /** What sends requests with a header to another service, where header, both services and the port are known. */
    List<Map<String, Object>> all() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Use use : ground.world().snapshot().uses()) {
            Optional<String> header = use.from().annotations().values().stream().filter(v -> v.place().equals(use.evidence().place()))
                    .map(Text::value).findFirst();
            List<String> own = services(use, true);
            List<String> others = services(use, false).stream().filter(s -> !own.contains(s)).toList();
            if (use.capability().equals("split-header") && header.isPresent() && own.size() == 1 && others.size() == 1) {
                Map<String, Object> one = new LinkedHashMap<>(Map.of("namespace", ground.namespace(use.from().namespace()), "object",
                        use.from().key().toString(), "header", header.get(), "chosen", own.getFirst(), "service", others.getFirst()));
                ground.world().snapshot().running().services().stream()
                        .filter(s -> s.meta().name().equals(others.getFirst()) && s.meta().namespace().equals(use.from().namespace()))
                        .flatMap(s -> s.ports().stream()).filter(p -> p.number() > 0).findFirst().ifPresent(p -> Holes.port(p, one));
                all.add(one);
            }
        }
        return all;
    }

    /** Services to which the object of a use sends requests, or to which others of its kind in its namespace do. */
    private List<String> services(Use use, boolean own) {
        return ground.world().snapshot().traffic().references().stream().filter(r -> r.kind() == Reference.Kind.SERVICE)
                .filter(r -> r.from().key().kind().equals(use.from().key().kind()))
                .filter(r -> r.from().namespace().equals(use.from().namespace()))
                .filter(r -> r.from().key().equals(use.from().key()) == own).map(Reference::name).distinct().sorted().toList();
    }
}
