package meshadvisor.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Need;
import meshadvisor.model.Answers.Said;
import meshadvisor.model.Use;

/**
 * What asks for features of HTTP on the way between services, so that a proxy must understand the requests.
 *
 * @param stated titles of needs that people stated and that cannot be met without; each holds for all services
 * @param touched names of services that a route inside the system leads to
 * @param seen whether anything inside uses such a feature
 */
public record HttpNeeds(List<String> stated, Set<String> touched, boolean seen) {

    /** Capabilities that need a proxy which understands HTTP. */
    static final Set<String> CAPABILITIES =
            Set.of("split-weight", "split-header", "retries", "timeouts", "circuit-breaking", "fault-injection",
                    "mirroring", "authorization-http", "rate-limit-local", "rate-limit-global", "l7-telemetry");

    public HttpNeeds {
        stated = List.copyOf(stated);
        touched = Set.copyOf(touched);
    }

    /** Of a system and what people say about it. */
    public static HttpNeeds of(World world) {
        List<String> stated = world.catalogue().needs().stream()
                .filter(n -> world.answers().needs().getOrDefault(n.id(), Said.here("")).value().equals("yes") && onlyHttp(n))
                .map(Need::title).toList();
        Set<String> touched = world.snapshot().traffic().routes().stream().filter(r -> r.hop() != Use.Hop.EDGE)
                .flatMap(r -> r.rules().stream()).flatMap(r -> r.backends().stream()).map(b -> Hosts.firstLabel(b.host().value()))
                .collect(Collectors.toCollection(HashSet::new));
        boolean seen = world.snapshot().uses().stream().anyMatch(u -> CAPABILITIES.contains(u.capability()) && u.hop() != Use.Hop.EDGE);
        return new HttpNeeds(stated, touched, seen);
    }

    /** Whether a mesh meets the need with features of HTTP and nothing else. */
    private static boolean onlyHttp(Need need) {
        return !need.capabilities().isEmpty() && CAPABILITIES.containsAll(need.capabilities());
    }

    /** Whether something asks for it on the way to that service. */
    public boolean touches(Application service) {
        return !stated.isEmpty() || touched.contains(service.name())
                || service.services().stream().anyMatch(s -> touched.contains(s.meta().name()));
    }

    /** Whether anybody or anything tells; where not, nobody knows which services need it. */
    public boolean known() {
        return !stated.isEmpty() || seen;
    }
}
