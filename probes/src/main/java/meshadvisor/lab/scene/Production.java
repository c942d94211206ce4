package meshadvisor.lab.scene;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.Caution;
import meshadvisor.bench.Caution.Of;
import meshadvisor.bench.planning.Names;
import meshadvisor.tree.Node;

/** Why a cluster looks as if people depended on it. */
final class Production {

    private static final int MOST_NAMES = 3;
    private static final Set<String> NODE_LABELS = Set.of("env", "environment", "stage", "tier");
    private static final Pattern CLOUD =
            Pattern.compile("(?:aws|gce|azure|digitalocean|oci|ibm|alicloud|openstack|vsphere|hcloud|linode)://.*");

    private final Found found;
    private final Set<String> notTheirs;
    private final Instant now;

    /**
     * @param notTheirs namespaces of the platform and of meshes
     */
    Production(Found found, Set<String> notTheirs, Instant now) {
        this.found = found;
        this.notTheirs = notTheirs;
        this.now = now;
    }

    /** The signs, whole sentences. */
    List<String> signs(Caution caution, Stream<String> names) {
        boolean throwAway = throwAway(caution);
        List<String> spoken = names.toList();
        return caution.signs().stream().filter(sign -> !throwAway || sign.of() == Of.NAMES).flatMap(sign -> sign(sign, spoken)).toList();
    }

    private boolean throwAway(Caution caution) {
        List<Node> nodes = found.of("v1/nodes");
        return !nodes.isEmpty() && nodes.stream().allMatch(node -> caution.throwAway().stream()
                .anyMatch(mark -> FieldPath.text(node, mark.field()).matches(mark.value())));
    }

    private Stream<String> sign(Caution.Sign sign, List<String> spoken) {
        List<String> seen = switch (sign.of()) {
            case NODES -> found.of("v1/nodes").stream().map(Found::name).toList();
            case ZONES -> labels("topology.kubernetes.io/zone");
            case AGE_DAYS -> List.of();
            case NAMESPACES -> theirs("v1/pods").map(Found::namespace).distinct().toList();
            case WORKLOADS -> Stream.of("apps/v1/deployments", "apps/v1/statefulsets", "apps/v1/daemonsets").flatMap(this::theirs)
                    .map(Production::full).toList();
            case LOAD_BALANCERS -> found.of("v1/services").stream()
                    .filter(service -> service.at("spec", "type").text().equals("LoadBalancer")).map(Production::full).toList();
            case DISRUPTION_BUDGETS -> theirs("policy/v1/poddisruptionbudgets").map(Production::full).toList();
            case CLOUD_NODES -> found.of("v1/nodes").stream().filter(node -> CLOUD.matcher(node.at("spec", "providerID").text()).matches())
                    .map(Found::name).toList();
            case NAMES -> Stream.concat(spoken.stream(), named()).filter(name -> Pattern.compile(sign.pattern()).matcher(name).find())
                    .distinct().toList();
        };
        double much = sign.of() == Of.AGE_DAYS ? age() : seen.size();
        return much > sign.moreThan() ? Stream.of(sentence(sign, much, seen)) : Stream.of();
    }

    private static String sentence(Caution.Sign sign, double much, List<String> seen) {
        String what = switch (sign.of()) {
            case NODES -> "nodes";
            case ZONES -> "zones";
            case AGE_DAYS -> "days since its first namespace was made";
            case NAMESPACES -> "namespaces with pods";
            case WORKLOADS -> "workloads";
            case LOAD_BALANCERS -> "Services of type LoadBalancer";
            case DISRUPTION_BUDGETS -> "PodDisruptionBudgets";
            case CLOUD_NODES -> "nodes of a cloud";
            case NAMES -> "names that mean production";
        };
        String limit = sign.moreThan() > 0 ? String.format(Locale.ROOT, ", more than %.0f", sign.moreThan()) : "";
        String which = seen.isEmpty() ? "" : " (" + seen.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (seen.size() > MOST_NAMES ? ", …)" : ")");
        return String.format(Locale.ROOT, "%.0f %s%s%s: %s.", much, what, limit, which, sign.because());
    }

    private double age() {
        return found.of("v1/namespaces").stream().filter(n -> Found.name(n).equals("kube-system"))
                .map(n -> n.at("metadata", "creationTimestamp").text()).mapToDouble(this::daysSince).findFirst().orElse(0);
    }

    private double daysSince(String time) {
        try {
            return Duration.between(Instant.parse(time), now).toDays();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** Objects in namespaces of somebody's applications. */
    private Stream<Node> theirs(String kind) {
        return found.of(kind).stream().filter(object -> !notTheirs.contains(Found.namespace(object)))
                .filter(object -> !Found.namespace(object).startsWith(Names.PREFIX));
    }

    private List<String> labels(String label) {
        return found.of("v1/nodes").stream().map(node -> Found.label(node, label)).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private Stream<String> named() {
        return Stream.of(found.of("v1/namespaces").stream().map(Found::name), found.of("v1/nodes").stream().map(Found::name),
                Stream.of("v1/namespaces", "v1/nodes").flatMap(kind -> found.of(kind).stream())
                        .flatMap(object -> NODE_LABELS.stream().map(label -> Found.label(object, label))))
                .flatMap(names -> names);
    }

    private static String full(Node object) {
        return Found.namespace(object) + "/" + Found.name(object);
    }
}
