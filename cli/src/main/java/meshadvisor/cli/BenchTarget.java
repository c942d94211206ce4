package meshadvisor.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Order.Method;
import meshadvisor.bench.Order.Target;

/** Reads which Service is meant, as callers in the cluster name it. */
final class BenchTarget {

    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)(?:\\.svc(?:\\.cluster\\.local)?)?");
    private static final int USUAL_PORT = 80;

    private BenchTarget() {}

    /** The Service; empty if the URL names anything else, such as a host outside of the cluster. */
    static Optional<Target> of(String url, Method method) {
        try {
            URI uri = new URI(url);
            Matcher host = HOST.matcher(uri.getHost() == null ? "" : uri.getHost());
            boolean plain = "http".equals(uri.getScheme()) && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            if (!plain || !host.matches()) {
                return Optional.empty();
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new Target(host.group(2), host.group(1), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(), method));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * What is missing of the consent to load a Service that is not the run's own, whole sentences. A plan can come from anybody, so it does not hold
     * the consent.
     *
     * @param given whose Service may be loaded, as namespace/name
     * @param dry whether nothing is loaded anyway
     */
    static List<String> consent(BenchPlan plan, Optional<String> given, boolean dry) {
        Optional<Target> target = plan.order().target().stream().findFirst();
        if (target.isEmpty()) {
            return given.stream().map(name -> "--i-may-load " + name + " is for --target, and this run loads its own servers only")
                    .toList();
        }
        String name = target.get().name();
        return dry || given.equals(Optional.of(name)) ? List.of()
                : List.of("this sends up to " + Math.round(plan.peak().requestsPerSecond()) + " requests a second to " + name
                        + ", which is not the run's own and which others use; if you may load it, say --i-may-load " + name);
    }
}
