package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchPlan.Right;
import meshadvisor.bench.Manifest;

/** The role that is enough to carry out a plan. */
public final class RightsRole {

    private static final String NAME = Names.OWNER;
    /** Without these a run goes on and says what it could not see. */
    private static final List<Right> WELCOME = List.of(
            new Right("metrics.k8s.io", "pods", List.of("list"), "", "CPU and memory of containers"),
            new Right("", "nodes/proxy", List.of("get"), "", "the same from the kubelet, finer"),
            new Right("", "events", List.of("list"), "", "why a pod does not start"));

    /** Without these it stays unseen whether people depend on the cluster, and a run wants to be told that they do not. */
    private static final List<Right> SCENE = List.of(looked("", "services"), looked("apps", "deployments"), looked("apps", "statefulsets"),
            looked("apps", "daemonsets"), looked("policy", "poddisruptionbudgets"), looked("discovery.k8s.io", "endpointslices"),
            looked("admissionregistration.k8s.io", "validatingwebhookconfigurations"),
            looked("admissionregistration.k8s.io", "mutatingwebhookconfigurations"));

    private RightsRole() {}

    private static Right looked(String group, String resource) {
        return new Right(group, resource, List.of("list"), "", "whether people depend on the cluster, and what it would refuse");
    }

    /** A ClusterRole, to be bound to whoever runs the plan. */
    public static Manifest of(BenchPlan plan) {
        List<Right> all = merged(plan);
        Map<String, List<String>> resources = new LinkedHashMap<>();
        all.forEach(
                right -> resources.computeIfAbsent(right.group() + " " + right.verbs(), group -> new ArrayList<>()).add(right.resource()));
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Right right : all) {
            List<String> together = resources.getOrDefault(right.group() + " " + right.verbs(), List.of());
            if (together.getFirst().equals(right.resource())) {
                rules.add(Tree.of("apiGroups", List.of(right.group()), "resources", together, "verbs", right.verbs()));
            }
        }
        return new Manifest(Tree.of("apiVersion", "rbac.authorization.k8s.io/v1", "kind", "ClusterRole", "metadata", Tree.of("name", NAME),
                "rules", rules));
    }

    /** Each resource once. */
    private static List<Right> merged(BenchPlan plan) {
        Map<String, Right> all = new LinkedHashMap<>();
        Stream.of(plan.rights(), SCENE, WELCOME).flatMap(List::stream)
                .forEach(right -> all.merge(right.group() + "/" + right.resource(), right, RightsNeeded::both));
        return List.copyOf(all.values());
    }

    /** A line for each right: what for. */
    public static List<String> lines(BenchPlan plan) {
        List<String> lines = new ArrayList<>();
        plan.rights().forEach(right -> lines.add(line(right, "")));
        SCENE.forEach(right -> lines.add(line(right, "before the run: ")));
        WELCOME.forEach(right -> lines.add(line(right, "welcome, not needed: ")));
        return lines;
    }

    private static String line(Right right, String welcome) {
        return String.join(", ", right.verbs()) + " " + right.resource() + (right.group().isEmpty() ? "" : "." + right.group()) + ": "
                + welcome
                + right.why();
    }
}
