package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Load;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Statistic;
import meshadvisor.bench.Variant;

/** Words for what a benchmark holds as ids and codes. A variant that is not as its project ships it is never named without its flavour. */
record BenchWords(BenchRun run) {

    static final String BASELINE = "baseline";
    static final String APP_MTLS = "app-mtls";

    /** Such as {@code istio-sidecar/upstream-envoy}. */
    String variant(String id) {
        return run.scene().presence(id).filter(Scene.Presence.There.class::isInstance).map(Scene.Presence.There.class::cast)
                .map(Scene.Presence.There::flavour).filter(flavour -> !flavour.isEmpty()).map(flavour -> id + "/" + flavour).orElse(id);
    }

    /** A sentence of the core, which names variants by their ids, with their flavours. */
    String plain(String sentence) {
        String text = sentence;
        for (String id : run.scene().presences().keySet()) {
            text = plain(text, id, variant(id));
        }
        return text;
    }

    /** The same with one id. */
    static String plain(String sentence, String id, String label) {
        return sentence.replaceAll("(?<![\\w/.-])" + Pattern.quote(id) + "(?![\\w/-])", Matcher.quoteReplacement(label));
    }

    /** What a variant is compared with. */
    String against(String id) {
        return id.equals(BASELINE) ? "plaintext" : variant(id);
    }

    /** A load by its rate, and by what else tells it from the other loads of the run. */
    String brief(Load load) {
        List<String> words = new ArrayList<>();
        words.add(rate(load));
        differing(Load::protocol, protocol(load), words);
        differing(Load::shape, shape(load), words);
        differing(Load::reuse, reuse(load), words);
        differing(Load::connections, connections(load), words);
        differing(Load::payloadBytes, payload(load), words);
        return String.join(", ", words);
    }

    private void differing(Function<Load, Object> part, String word, List<String> words) {
        if (run.plan().order().loads().stream().map(part).distinct().count() > 1) {
            words.add(word);
        }
    }

    /** All of a load, and what was done meanwhile. */
    static String whole(Load load, List<Order.Scenario> scenarios) {
        return String.join(", ", rate(load), protocol(load), shape(load), connections(load) + " " + reuse(load), payload(load))
                + meanwhile(scenarios);
    }

    static String rate(Load load) {
        return (load.perSecond() == Math.rint(load.perSecond()) ? String.format(Locale.ROOT, "%.0f", load.perSecond())
                : String.format(Locale.ROOT, "%.1f", load.perSecond())) + "/s";
    }

    private static String protocol(Load load) {
        return switch (load.protocol()) {
            case HTTP1 -> "HTTP/1.1";
            case H2C -> "h2c";
            case GRPC -> "gRPC";
            case TCP -> "TCP";
        };
    }

    private static String shape(Load load) {
        return switch (load.shape()) {
            case HOP -> "one hop";
            case CHAIN -> "a chain of three hops";
            case FAN_OUT -> "a fan-out";
        };
    }

    private static String connections(Load load) {
        return Words.count(load.connections(), "connection", "connections");
    }

    private static String reuse(Load load) {
        return switch (load.reuse()) {
            case KEPT -> "kept";
            case FRESH -> "new for each request";
        };
    }

    private static String payload(Load load) {
        return Words.count(load.payloadBytes(), "byte", "bytes") + " an answer";
    }

    /** With a comma before it; empty for steady load. */
    static String meanwhile(List<Order.Scenario> scenarios) {
        return scenarios.isEmpty() ? "" : ", during " + scenarios.stream().map(BenchWords::scenario).collect(Collectors.joining(" and "));
    }

    private static String scenario(Order.Scenario scenario) {
        return switch (scenario) {
            case CHURN -> "churn of endpoints";
            case ROLLOUT -> "a rollout of the server";
            case PROXY_DEATH -> "the death of a proxy";
            case CERTIFICATE_ROTATION -> "rotation of certificates";
        };
    }

    static String rank(Variant.Rank rank) {
        return switch (rank) {
            case PLAIN -> "neither encryption nor identity";
            case ENCRYPTION -> "encryption only";
            case IDENTITY -> "identity and mTLS, L4";
            case TELEMETRY -> "L7 telemetry and balancing of each request";
            case POLICY -> "routes, retries and L7 policy";
        };
    }

    static String payer(Payer payer) {
        return switch (payer) {
            case PROXIES -> "proxies in pods";
            case APPLICATION -> "application";
            case NODE_AGENTS -> "agents on nodes";
            case CONTROL_PLANE -> "control plane";
            case NODES -> "nodes, all of it";
            case UNEXPLAINED -> "unexplained";
            case GENERATOR -> "generator itself";
        };
    }

    static String statistic(Statistic statistic) {
        return statistic == Statistic.MEAN ? "the mean" : statistic.label();
    }

    /** Why there are no more blocks. */
    static String end(BenchRun.End end) {
        return switch (end) {
            case PRECISE -> "ended because every wanted interval was narrow enough";
            case LAST_LOOK -> "ended at the last look of its plan";
            case BUDGET -> "ended because the time was up";
            case INTERRUPTED -> "was interrupted; it can be gone on with";
            case ABORTED -> "was aborted, for reasons told below";
            case RUNNING -> "had not ended when this was written; if its program died, it can be gone on with";
        };
    }
}
