package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.Load;
import meshadvisor.bench.Order;
import meshadvisor.bench.Order.Target;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Variant;

/** What changes where a Service is loaded that is not the run's own. */
public final class Foreign {

    /** Of a Service that others use, too. */
    private static final int MOST_PER_SECOND = 1_000;
    /** After so long it is noticed at the latest that the Service does not bear it. */
    private static final int LONGEST_PLATEAU = 60;
    private static final double MOST_FAILED = 0.05;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern PATH = Pattern.compile("/[\\x21\\x24-\\x7e]{0,1999}");

    private Foreign() {}

    /** Whether so many of its requests went wrong that it is not loaded on: more than one in twenty. */
    public static boolean suffers(Counts counts) {
        return (counts.failed() + counts.dropped()) > MOST_FAILED * counts.intended();
    }

    /** All that speaks against loading it, whatever the cluster; whole sentences. */
    static List<String> mistakes(Order order) {
        List<String> mistakes = new ArrayList<>();
        for (Target target : order.target()) {
            unless(LABEL.matcher(target.namespace()).matches() && LABEL.matcher(target.service()).matches()
                    && target.port() >= 1 && target.port() <= 65_535,
                    "--target " + target.url() + " is no Service of this cluster: write"
                            + " http://name.namespace:port/path",
                    mistakes);
            unless(PATH.matcher(target.path()).matches(), "--target: the path " + target.path() + " must begin with / and have no spaces",
                    mistakes);
            unless(!target.namespace().startsWith(Names.PREFIX), "--target " + target.name() + " is of a benchmark: leave out --target to"
                    + " drive the run's own servers", mistakes);
            unless(!target.namespace().equals("kube-system") && !target.name().equals("default/kubernetes"), "--target " + target.name()
                    + " serves the cluster itself, and is not loaded", mistakes);
            loads(order, mistakes);
        }
        return mistakes;
    }

    private static void loads(Order order, List<String> mistakes) {
        unless(order.loads().stream().allMatch(load -> load.shape() == Load.Shape.HOP && load.protocol() == Load.Protocol.HTTP1),
                "--target is for --shapes hop and --protocols http1: how it calls on, and what else it speaks, is its own affair",
                mistakes);
        unless(order.loads().stream().allMatch(load -> load.payloadBytes() == 0), "--target: what it answers is its own affair, leave out"
                + " --payload", mistakes);
        unless(order.loads().stream().allMatch(load -> load.perSecond() <= MOST_PER_SECOND), "--target is loaded with up to "
                + MOST_PER_SECOND + " requests a second: others use it, too; give --rates less", mistakes);
        unless(order.design().plateauSeconds() <= LONGEST_PLATEAU, "--target is loaded for up to " + LONGEST_PLATEAU + " s at a time, after"
                + " which it is seen whether it bears that; give --plateau less", mistakes);
        unless(order.scenarios().isEmpty(), "--scenario disturbs servers, and only the run's own: leave out --scenario or --target",
                mistakes);
        unless(order.design().knownDelays().isEmpty(), "--known-delay is added by the run's own servers: leave out --known-delay or"
                + " --target", mistakes);
        unless(order.pods().servers() == 1, "--target has its own pods: leave out --servers", mistakes);
    }

    private static void unless(boolean right, String sentence, List<String> mistakes) {
        if (!right) {
            mistakes.add(sentence);
        }
    }

    /** Those by which requests can leave to it, each with the proofs that do not ask its pods; and why the others are not run. */
    static Ways ways(Ways found, Target target) {
        List<Way> ways = new ArrayList<>();
        List<String> notRun = new ArrayList<>(found.notRun());
        List<String> mistakes = new ArrayList<>(found.mistakes());
        for (Way way : found.ways()) {
            Variant variant = way.variant();
            if (Ways.coversAll(way)) {
                mistakes.add("the cluster is in the state " + way.id() + ", in which nothing between nodes is plain, so there is nothing to"
                        + " compare with at " + target.name() + "; leave out --target");
            } else if (variant.tls() == Variant.Tls.APPLICATION) {
                notRun.add(way.id() + " is not run because " + target.name() + " would have to take the certificates of the run");
            } else if (variant.scope() == Variant.Scope.CLUSTER) {
                notRun.add(way.id() + " is not run because it is a state of the whole cluster, and what the pods of " + target.name()
                        + " do in it cannot be proved");
            } else if (variant.tls() == Variant.Tls.MESH && variant.proveClient().isEmpty()) {
                notRun.add(way.id() + " is not run because nothing on the client's side would prove that requests to " + target.name()
                        + " take it");
            } else {
                ways.add(new Way(variant.proving(variant.proveClient().stream().map(proof -> filled(proof, target)).toList()), way.there(),
                        way.serviceTime()));
            }
        }
        return new Ways(List.copyOf(ways), List.copyOf(notRun), List.copyOf(mistakes));
    }

    private static Proof filled(Proof proof, Target target) {
        UnaryOperator<String> change = text -> text.replace("$targetNamespace", target.namespace())
                .replace("$target", target.service() + "\\." + target.namespace() + "\\.")
                .replace("$port", Integer.toString(target.port()));
        return switch (proof) {
            case Proof.Counter counter ->
                    new Proof.Counter(counter.counter(), labels(counter.labels(), change), counter.at(), counter.port(),
                            counter.path(), counter.by(), counter.protocols(), counter.shows());
            case Proof.Refused refused -> refused;
            case Proof.Field field -> field;
        };
    }

    private static Map<String, String> labels(Map<String, String> labels, UnaryOperator<String> change) {
        Map<String, String> filled = new TreeMap<>();
        labels.forEach((name, value) -> filled.put(name, change.apply(value)));
        return filled;
    }

    /** What to know before it is loaded, whole sentences. */
    static List<String> cautions(Order order) {
        List<String> cautions = new ArrayList<>();
        for (Target target : order.target()) {
            double most = order.loads().stream().mapToDouble(Load::perSecond).max().orElse(0);
            cautions.add(String.format(Locale.ROOT, "%s is not the run's own: it gets up to %.0f requests a second (%s %s) beside those of"
                    + " others, and does with them what it does with any. bench run wants the consent --i-may-load %s, and stops when more"
                    + " than one request in twenty fails.", target.name(), most, target.method(), target.url(), target.name()));
            cautions.add("Only the client's side differs between variants: the pods of " + target.name() + " stay as they are, on whatever"
                    + " nodes they stand, and are not asked for proofs.");
        }
        return cautions;
    }
}
