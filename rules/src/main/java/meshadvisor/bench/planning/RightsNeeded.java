package meshadvisor.bench.planning;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan.Right;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order.Program;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Step;

/** What the user of a plan must be allowed to do. The run's namespaces do not exist yet, so all of it is asked of the whole cluster. */
final class RightsNeeded {

    /** An answer can be lost; then it is looked whether the object is there. */
    private static final List<String> MADE = List.of("create", "get");
    private static final List<String> READ = List.of("get", "list");

    private RightsNeeded() {}

    /** All rights of the steps, each resource once. */
    static List<Right> of(List<Step> steps, List<Way> ways, Setting setting) {
        Map<String, Right> rights = new LinkedHashMap<>();
        add(rights, "", "namespaces", List.of("get", "list", "create", "delete"),
                "the run's own namespaces, and the janitor's role, which cannot hold more than its maker");
        add(rights, "", "nodes", List.of("get", "list"), "where pods can stand, and how free nodes are");
        add(rights, "", "pods", READ, "whether pods are ready and enrolled, and how free nodes are");
        add(rights, "", "pods/log", List.of("get"), "results come back through logs");
        add(rights, "batch", "jobs", List.of("get", "list", "create", "patch", "delete"),
                "every pod is a Job, which has an end of its own");
        if (setting.pods().program() == Program.CONFIG_MAPS) {
            add(rights, "", "configmaps", MADE, "the load generator is delivered in ConfigMaps");
        }
        if (!setting.order().target().isEmpty()) {
            add(rights, "", "services", READ, "whether the Service of --target is there, and has pods");
        }
        steps.stream().flatMap(RightsNeeded::objects).forEach(object -> made(rights, object));
        disturbances(steps).flatMap(each -> each.apply().stream()).forEach(object -> add(rights, group(object), plural(object.kind()),
                List.of("create", "patch"), "made and changed by a scenario, in the run's namespaces"));
        disturbances(steps).flatMap(each -> each.delete().stream())
                .forEach(object -> add(rights, group(object), plural(object.kind()), List.of("delete"),
                        "deleted on purpose by a scenario, in the run's namespaces"));
        ways.stream().flatMap(way -> way.variant().prove().stream())
                .flatMap(proof -> proof instanceof Proof.Field field ? Stream.of(field) : Stream.of())
                .forEach(field -> read(rights, field.object().resource()));
        return List.copyOf(rights.values());
    }

    /** To read a resource that is named with group and version, such as {@code apps/v1/daemonsets}. */
    private static void read(Map<String, Right> rights, String resource) {
        String group = resource.indexOf('/') == resource.lastIndexOf('/') ? "" : resource.substring(0, resource.indexOf('/'));
        add(rights, group, resource.substring(resource.lastIndexOf('/') + 1), READ, "a proof of the way stands in them");
    }

    private static Stream<Manifest> objects(Step step) {
        return step instanceof Step.Apply apply ? apply.objects().stream() : Stream.of();
    }

    private static Stream<Step.Disturbance> disturbances(List<Step> steps) {
        return steps.stream().filter(Step.Drive.class::isInstance).flatMap(step -> ((Step.Drive) step).cells().stream())
                .flatMap(cell -> cell.disturbance().stream());
    }

    private static String group(Manifest object) {
        return object.apiVersion().contains("/") ? object.apiVersion().substring(0, object.apiVersion().indexOf('/')) : "";
    }

    private static void made(Map<String, Right> rights, Manifest object) {
        String group = group(object); // keys are never read back
        add(rights, group, plural(object.kind()), object.kind().equals("Secret") ? List.of("create") : MADE,
                "made in the run's namespaces");
        if (object.kind().equals("ClusterRole") || object.kind().equals("ClusterRoleBinding")) {
            add(rights, group, plural(object.kind()), List.of("delete", "list"), "the janitor's, if its namespace is gone and it is not");
        }
    }

    private static void add(Map<String, Right> rights, String group, String resource, List<String> verbs, String why) {
        Right right = new Right(group, resource, verbs, "", why);
        rights.merge(group + "/" + resource, right, RightsNeeded::both);
    }

    static Right both(Right one, Right other) {
        Set<String> verbs = new LinkedHashSet<>(one.verbs());
        verbs.addAll(other.verbs());
        return new Right(one.group(), one.resource(), List.copyOf(verbs), one.namespace(), one.why());
    }

    /** As Kubernetes names resources of a kind. */
    private static String plural(String kind) {
        String word = kind.toLowerCase(Locale.ROOT);
        return word.endsWith("y") && !word.endsWith("ay") ? word.substring(0, word.length() - 1) + "ies"
                : word.endsWith("s") ? word + "es" : word + "s";
    }
}
