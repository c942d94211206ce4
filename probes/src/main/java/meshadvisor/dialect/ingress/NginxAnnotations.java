package meshadvisor.dialect.ingress;

import java.util.List;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;

/** Reads what annotations ask of the nginx ingress controller. */
final class NginxAnnotations {

    private static final String PREFIX = "nginx.ingress.kubernetes.io/";

    private record Feature(String annotation, String capability, String does) {}

    private static final List<Feature> ALWAYS = List.of(
            new Feature("limit-rps", "rate-limit-local", "limits requests per second at the edge"),
            new Feature("limit-rpm", "rate-limit-local", "limits requests per minute at the edge"),
            new Feature("limit-connections", "rate-limit-local", "limits connections at the edge"),
            new Feature("auth-url", "authorization-http", "asks an authorization service at the edge"),
            new Feature("auth-type", "authorization-http", "asks for credentials at the edge"),
            new Feature("mirror-target", "mirroring", "mirrors requests at the edge"));

    private static final List<Feature> CANARY = List.of(
            new Feature("canary-weight", "split-weight", "divides requests at the edge by weight"),
            new Feature("canary-by-header", "split-header", "chooses the backend at the edge by a header"),
            new Feature("canary-by-cookie", "split-header", "chooses the backend at the edge by a cookie"));

    private NginxAnnotations() {}

    static void note(Item item, Facts facts) {
        Uses uses = new Uses(item, facts, "nginx", Hop.EDGE);
        note(item, uses, ALWAYS);
        if (canary(item)) {
            note(item, uses, CANARY);
        }
        noteRetries(item, uses);
    }

    /** Whether this Ingress only takes a share of the requests of another one. */
    static boolean canary(Item item) {
        return annotation(item, "canary").value().equals("true");
    }

    private static void note(Item item, Uses uses, List<Feature> features) {
        for (Feature feature : features) {
            Text value = annotation(item, feature.annotation());
            if (value.given()) {
                uses.add(feature.capability(), value.place(), feature.does());
            }
        }
    }

    /** {@code off}, or one try in all, is no retry. */
    private static void noteRetries(Item item, Uses uses) {
        Text conditions = annotation(item, "proxy-next-upstream");
        Text tries = annotation(item, "proxy-next-upstream-tries");
        boolean off = conditions.value().equals("off") || tries.value().equals("1");
        Text first = conditions.given() ? conditions : tries;
        if (first.given() && !off) {
            uses.add("retries", first.place(), "tries other endpoints at the edge");
        }
    }

    private static Text annotation(Item item, String name) {
        return item.meta().annotation(PREFIX + name);
    }
}
