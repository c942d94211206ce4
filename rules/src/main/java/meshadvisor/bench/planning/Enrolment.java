package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;

/** What makes the pods of a namespace take a way. */
record Enrolment(Setting setting, Way way) {

    static final String SECRET = "keys";

    /** The namespace, what the way wants in it, and the program. */
    List<Step> steps(List<String> services) {
        String here = here();
        List<Manifest> objects = new ArrayList<>();
        objects.add(namespace(here, Tree.both(setting.names().labels(way.id()), texts(way.variant().enrol().namespaceLabels())),
                texts(way.variant().enrol().namespaceAnnotations()), way.variant().enrol().podSecurity()));
        Stream.concat(way.variant().enrol().manifests().stream(), normalised() ? way.variant().enrol().normalisedManifests().stream()
                : Stream.of()).flatMap(each -> made(each, services)).forEach(objects::add);
        if (way.ownTls()) {
            objects.add(new Manifest(Tree.of("apiVersion", "v1", "kind", "Secret", "metadata",
                    Tree.of("name", SECRET, "namespace", here, "labels", setting.names().labels(way.id())), "stringData",
                    Tree.of("ca.crt", "$made:ca.crt", "server.crt", "$made:server.crt", "server.key", "$made:server.key", "client.crt",
                            "$made:client.crt", "client.key", "$made:client.key"))));
        }
        Step apply = new Step.Apply("the namespace of " + way.id() + ", and what enrols it", objects);
        return setting.pods().program() == Order.Program.CONFIG_MAPS
                ? List.of(apply, new Step.Deliver(List.of(here), setting.program()))
                : List.of(apply);
    }

    /** A namespace that enforces a level of Pod Security. */
    static Manifest namespace(String name, Map<String, String> labels, Map<String, String> annotations, String podSecurity) {
        Map<String, String> all =
                Tree.both(Map.of("pod-security.kubernetes.io/enforce", podSecurity.isEmpty() ? "restricted" : podSecurity),
                        labels);
        return new Manifest(Tree.of("apiVersion", "v1", "kind", "Namespace", "metadata",
                Tree.of("name", name, "labels", all, "annotations", annotations)));
    }

    /** Labels of each pod of the way. */
    Map<String, String> podLabels(String app) {
        Map<String, String> labels = Tree.both(setting.names().labels(way.id()), Map.of("app", app));
        return Tree.both(labels, texts(way.variant().enrol().podLabels()));
    }

    /** Annotations of each pod of the way. */
    Map<String, String> podAnnotations() {
        Map<String, String> all = new LinkedHashMap<>();
        Variant.Faults faults = way.variant().faults();
        Stream.of(Optional.of(way.variant().enrol().podAnnotations()),
                Optional.of(way.variant().enrol().normalised()).filter(each -> normalised()),
                Optional.of(faults.podAnnotations()).filter(each -> done(Order.Scenario.PROXY_DEATH)),
                Optional.of(faults.shortCertificates()).filter(each -> done(Order.Scenario.CERTIFICATE_ROTATION)))
                .flatMap(Optional::stream).forEach(some -> texts(some).forEach((key, value) -> all.merge(key, value, Enrolment::joined)));
        return all;
    }

    /** Two values of one annotation: objects keep the fields of both, because what is asked later would else take back what was asked before. */
    private static String joined(String first, String second) {
        return first.endsWith("}") && second.startsWith("{") ? first.substring(0, first.length() - 1) + "," + second.substring(1) : second;
    }

    private boolean done(Order.Scenario scenario) {
        return setting.order().scenarios().contains(scenario);
    }

    private boolean normalised() {
        return setting.pods().style() == Order.Style.NORMALISED;
    }

    /** Once, or once for each service if it names one. */
    private Stream<Manifest> made(Map<String, Object> tree, List<String> services) {
        return JsonText.of(tree).contains("$service") ? services.stream().map(service -> made(tree, service)) : Stream.of(made(tree, ""));
    }

    private Manifest made(Map<String, Object> tree, String service) {
        Map<String, Object> object = Tree.fields(tree, replacing(service));
        Map<String, Object> metadata =
                new LinkedHashMap<>(Tree.fields((Map<?, ?>) object.getOrDefault("metadata", Map.of()), text -> text));
        metadata.putIfAbsent("namespace", here());
        Map<String, Object> labels = new LinkedHashMap<>(setting.names().labels(way.id()));
        labels.putAll(Tree.fields((Map<?, ?>) metadata.getOrDefault("labels", Map.of()), text -> text));
        metadata.put("labels", labels);
        object.put("metadata", metadata);
        return new Manifest(object);
    }

    private Map<String, String> texts(Map<String, String> fields) {
        return Tree.texts(fields, replacing(""));
    }

    private UnaryOperator<String> replacing(String service) {
        return text -> text.replace("$namespace", here()).replace("$revision", way.there().revision()).replace("$service", service)
                .replace("$port", Integer.toString(setting.port()));
    }

    private String here() {
        return setting.names().namespace(way.id());
    }
}
