package meshadvisor.lab.scene;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.Caution;
import meshadvisor.bench.Caution.Of;
import meshadvisor.bench.planning.Names;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/** Why a cluster looks as if people depended on it. */
final class Production {

    private static final int MOST_NAMES = 3;
    private static final String NODES = "v1/nodes";
    private static final String SPACES = "v1/namespaces";
    private static final String PODS = "v1/pods";
    private static final String SERVICES = "v1/services";
    private static final String BUDGETS = "policy/v1/poddisruptionbudgets";
    private static final List<String> WORKLOADS = List.of("apps/v1/deployments", "apps/v1/statefulsets", "apps/v1/daemonsets");
    private static final Set<String> NODE_LABELS = Set.of("env", "environment", "stage", "tier");
    private static final Pattern CLOUD =
            Pattern.compile("(?:aws|gce|azure|digitalocean|oci|ibm|alicloud|openstack|vsphere|hcloud|linode)://.*");

    /** Kinds of which each sign is seen. Names of the context and the address are always known, but those of namespaces are not. */
    private static final Map<Of, List<String>> SEEN_IN = Map.of(Of.NODES, List.of(NODES), Of.ZONES, List.of(NODES), Of.CLOUD_NODES,
            List.of(NODES), Of.AGE_DAYS, List.of(SPACES), Of.NAMESPACES, List.of(PODS), Of.WORKLOADS, WORKLOADS, Of.LOAD_BALANCERS,
            List.of(SERVICES), Of.DISRUPTION_BUDGETS, List.of(BUDGETS), Of.NAMES, List.of(SPACES, NODES));

    private final Found found;
    private final List<Gap> gaps;
    private final Set<String> notTheirs;
    private final Instant now;

    /**
     * @param gaps what could not be read
     * @param notTheirs namespaces of the platform and of meshes
     */
    Production(Found found, List<Gap> gaps, Set<String> notTheirs, Instant now) {
        this.found = found;
        this.gaps = List.copyOf(gaps);
        this.notTheirs = notTheirs;
        this.now = now;
    }

    /** The signs, and those that could not be looked for: what is not seen is not absent. Whole sentences. */
    List<String> signs(Caution caution, Stream<String> names) {
        boolean throwAway = throwAway(caution);
        List<String> spoken = names.toList();
        List<Caution.Sign> asked = caution.signs().stream().filter(sign -> !throwAway || sign.of() == Of.NAMES).toList();
        return Stream.concat(asked.stream().flatMap(sign -> sign(sign, spoken)), unseen(asked.stream().map(Caution.Sign::of).toList()))
                .toList();
    }

    private Stream<String> unseen(List<Of> signs) {
        Map<Gap, Set<Of>> hidden = new LinkedHashMap<>();
        signs.forEach(sign -> SEEN_IN.getOrDefault(sign, List.of()).stream().flatMap(kind -> Found.hiding(kind, gaps))
                .forEach(gap -> hidden.computeIfAbsent(gap, key -> EnumSet.noneOf(Of.class)).add(sign)));
        return hidden.entrySet().stream().map(each -> "Not seen, and so not known to be absent: "
                + each.getValue().stream().map(Production::what).collect(Collectors.joining(", "))
                + " (" + each.getKey().why() + "): " + each.getKey().remedy() + ".");
    }

    private boolean throwAway(Caution caution) {
        List<Node> nodes = found.of(NODES);
        return !nodes.isEmpty() && nodes.stream().allMatch(node -> caution.throwAway().stream()
                .anyMatch(mark -> FieldPath.text(node, mark.field()).matches(mark.value())));
    }

    private Stream<String> sign(Caution.Sign sign, List<String> spoken) {
        List<String> seen = switch (sign.of()) {
            case NODES -> found.of(NODES).stream().map(Found::name).toList();
            case ZONES -> labels("topology.kubernetes.io/zone");
            case AGE_DAYS -> List.of();
            case NAMESPACES -> theirs(PODS).map(Found::namespace).distinct().toList();
            case WORKLOADS -> WORKLOADS.stream().flatMap(this::theirs)
                    .map(Production::full).toList();
            case LOAD_BALANCERS -> found.of(SERVICES).stream()
                    .filter(service -> service.at("spec", "type").text().equals("LoadBalancer")).map(Production::full).toList();
            case DISRUPTION_BUDGETS -> theirs(BUDGETS).map(Production::full).toList();
            case CLOUD_NODES -> found.of(NODES).stream().filter(node -> CLOUD.matcher(node.at("spec", "providerID").text()).matches())
                    .map(Found::name).toList();
            case NAMES -> Stream.concat(spoken.stream(), named()).filter(name -> Pattern.compile(sign.pattern()).matcher(name).find())
                    .distinct().toList();
        };
        double much = sign.of() == Of.AGE_DAYS ? age() : seen.size();
        return much > sign.moreThan() ? Stream.of(sentence(sign, much, seen)) : Stream.of();
    }

    private static String sentence(Caution.Sign sign, double much, List<String> seen) {
        String limit = sign.moreThan() > 0 ? String.format(Locale.ROOT, ", more than %.0f", sign.moreThan()) : "";
        String which = seen.isEmpty() ? "" : " (" + seen.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (seen.size() > MOST_NAMES ? ", …)" : ")");
        return String.format(Locale.ROOT, "%.0f %s%s%s: %s.", much, what(sign.of()), limit, which, sign.because());
    }

    private static String what(Of sign) {
        return switch (sign) {
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
    }

    private double age() {
        return found.of(SPACES).stream().filter(n -> Found.name(n).equals("kube-system"))
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
        return found.of(NODES).stream().map(node -> Found.label(node, label)).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private Stream<String> named() {
        return Stream.of(found.of(SPACES).stream().map(Found::name), found.of(NODES).stream().map(Found::name),
                Stream.of(SPACES, NODES).flatMap(kind -> found.of(kind).stream())
                        .flatMap(object -> NODE_LABELS.stream().map(label -> Found.label(object, label))))
                .flatMap(names -> names);
    }

    private static String full(Node object) {
        return Found.namespace(object) + "/" + Found.name(object);
    }
}
