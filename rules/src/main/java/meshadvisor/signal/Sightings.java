package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Mark;
import meshadvisor.catalog.Mark.AnnotationMark;
import meshadvisor.catalog.Mark.ChartMark;
import meshadvisor.catalog.Mark.ContainerMark;
import meshadvisor.catalog.Mark.GatewayClassMark;
import meshadvisor.catalog.Mark.LabelMark;
import meshadvisor.catalog.Mark.On;
import meshadvisor.catalog.Mark.ResourceMark;
import meshadvisor.catalog.Mark.WebhookMark;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Install;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Patch;
import meshadvisor.model.Place;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.Sighting.Setting;

/** Finds the marks of the catalogue in a snapshot. */
final class Sightings {

    /** A mark and the mesh that it belongs to. */
    record Owned<M extends Mark>(String mesh, M mark) {}

    private final Map<String, List<Owned<ResourceMark>>> byGroup = new HashMap<>();
    private final Map<String, List<Owned<LabelMark>>> byLabel = new HashMap<>();
    private final Map<String, List<Owned<AnnotationMark>>> byAnnotation = new HashMap<>();
    private final List<Owned<AnnotationMark>> byPrefix = new ArrayList<>();
    private final Map<String, Owned<ContainerMark>> byContainer = new HashMap<>();
    private final Map<String, Owned<ContainerMark>> byImage = new HashMap<>();
    private final Map<String, Owned<ChartMark>> byChart = new HashMap<>();
    private final Map<String, Owned<GatewayClassMark>> byClass = new HashMap<>();
    private final Patterns<Owned<WebhookMark>> byWebhook = new Patterns<>();
    private final Map<Meta, List<Sighting>> onPods = new HashMap<>();

    Sightings(Catalogue catalogue) {
        catalogue.marks().forEach(marks -> marks.marks().forEach(mark -> index(marks.mesh(), mark)));
    }

    private void index(String mesh, Mark mark) {
        switch (mark) {
            case ResourceMark m -> byGroup.computeIfAbsent(m.group(), k -> new ArrayList<>()).add(new Owned<>(mesh, m));
            case LabelMark m -> byLabel.computeIfAbsent(m.label(), k -> new ArrayList<>()).add(new Owned<>(mesh, m));
            case AnnotationMark m -> {
                if (m.annotation().endsWith("*")) {
                    byPrefix.add(new Owned<>(mesh, m));
                } else {
                    byAnnotation.computeIfAbsent(m.annotation(), k -> new ArrayList<>()).add(new Owned<>(mesh, m));
                }
            }
            case ContainerMark m -> {
                m.containers().forEach(name -> byContainer.put(name, new Owned<>(mesh, m)));
                m.images().forEach(name -> byImage.put(name, new Owned<>(mesh, m)));
            }
            case ChartMark m -> byChart.put(m.chart(), new Owned<>(mesh, m));
            case GatewayClassMark m -> byClass.put(m.gatewayClass(), new Owned<>(mesh, m));
            case WebhookMark m -> byWebhook.add(m.webhook(), new Owned<>(mesh, m));
        }
    }

    /** Every sighting, in the order of the places. */
    List<Sighting> in(ClusterSnapshot snapshot, Fleet fleet) {
        List<Sighting> found = new ArrayList<>();
        snapshot.definitions().forEach(meta -> ofDefinition(meta, found));
        snapshot.running().namespaces().forEach(namespace -> found.addAll(ofNamespace(namespace)));
        snapshot.running().workloads().forEach(workload -> {
            found.addAll(ofPod(workload));
            workload.pod().containers().forEach(c -> container(workload.meta().key(), c).ifPresent(found::add));
        });
        snapshot.installed().patches().forEach(patch -> ofPatch(patch, found));
        snapshot.installed().installs().forEach(install -> ofInstall(install, found));
        snapshot.installed().gatewayClasses().forEach((gateway, name) -> ofGateway(gateway, name, found));
        snapshot.traffic().routes().stream().filter(r -> r.by().equals("gateway-api") && !r.parents().isEmpty())
                .forEach(r -> resource(r.meta(), "gateway-api-mesh", "Service as parent", found));
        fleet.proxies().values()
                .forEach(all -> all.stream().filter(RunningProxy::injected).map(RunningProxy::sighting).forEach(found::add));
        fleet.pods().forEach((workload, pods) -> found.addAll(enrolled(workload, pods)));
        Injector.of(snapshot, this).forEach(i -> found.add(i.sighting()));
        found.sort(Comparator.comparing(Sighting::evidence));
        return found;
    }

    private void ofDefinition(Meta meta, List<Sighting> found) {
        ObjectKey key = meta.key();
        for (Owned<ResourceMark> owned : byGroup.getOrDefault(key.group(), List.of())) {
            ResourceMark mark = owned.mark();
            if ((mark.kinds().isEmpty() || mark.kinds().contains(key.kind())) && !mark.except().contains(key.kind())) {
                found.add(new Sighting(owned.mesh(), mark.variant(), mark.is(), key, Setting.NONE, Text.NONE,
                        new Evidence(key + " is a resource of " + key.group(), meta.place())));
            }
        }
        found.addAll(marks(key, meta.labels(), meta.annotations(), On.OBJECT));
    }

    private static void resource(Meta meta, String mesh, String what, List<Sighting> found) {
        found.add(new Sighting(mesh, "", Mark.Proof.CONFIGURATION, meta.key(), Setting.NONE, Text.NONE,
                new Evidence(meta.key() + " has a " + what, meta.place())));
    }

    /** Marks on a namespace. */
    List<Sighting> ofNamespace(Meta namespace) {
        return marks(namespace.key(), namespace.labels(), namespace.annotations(), On.NAMESPACE);
    }

    /** Marks on the pods of a workload. */
    List<Sighting> ofPod(Workload workload) {
        return onPods.computeIfAbsent(workload.meta(),
                k -> marks(workload.meta().key(), workload.pod().labels(), workload.pod().annotations(), On.POD));
    }

    /** The mesh that a webhook injects for. */
    Optional<Owned<WebhookMark>> webhook(String name) {
        return byWebhook.fitting(name).stream().findFirst();
    }

    /** Whether an injector left its mark on a pod. */
    boolean injected(RunningPod pod) {
        return ofRunning(pod).stream().anyMatch(s -> s.proof() == Mark.Proof.PROXY);
    }

    /** Whether what stands on a pod itself, which an injector looks at, keeps it out of that mesh. */
    boolean optedOut(RunningPod pod, String mesh) {
        return ofRunning(pod).stream().filter(s -> s.decides() && s.mesh().equals(mesh)).findFirst()
                .filter(s -> s.proof() == Mark.Proof.OPT_OUT).isPresent();
    }

    /** That pods take part without a proxy of their own, as the node agent writes it on them: once for all pods of a workload. */
    List<Sighting> enrolled(ObjectKey workload, List<RunningPod> pods) {
        List<Sighting> first = pods.stream().map(this::ofRunning)
                .map(all -> all.stream().filter(s -> s.proof() == Mark.Proof.ENROLMENT).toList()).filter(all -> !all.isEmpty()).findFirst()
                .orElse(List.of());
        return first.stream().map(s -> new Sighting(s.mesh(), s.variant(), s.proof(), workload, s.setting(), s.version(), s.evidence()))
                .toList();
    }

    private List<Sighting> ofRunning(RunningPod pod) {
        return marks(pod.key(), placed(pod.labels(), pod.place()), placed(pod.annotations(), pod.place()), On.POD);
    }

    private static Map<String, Text> placed(Map<String, String> texts, Place place) {
        Map<String, Text> placed = new LinkedHashMap<>();
        texts.forEach((name, value) -> placed.put(name, new Text(value, place)));
        return placed;
    }

    /** Marks on the metadata of a workload itself that would belong on its pods. */
    List<Sighting> misplaced(Workload workload) {
        return marks(workload.meta().key(), workload.meta().labels(), workload.meta().annotations(), On.POD);
    }

    private List<Sighting> marks(ObjectKey key, Map<String, Text> labels, Map<String, Text> annotations, On on) {
        if (labels.isEmpty() && annotations.isEmpty()) {
            return List.of();
        }
        List<Sighting> found = new ArrayList<>();
        for (Map.Entry<String, Text> label : labels.entrySet()) {
            List<Owned<LabelMark>> known = byLabel.getOrDefault(label.getKey(), List.of());
            for (Owned<LabelMark> o : known) {
                if (o.mark().on().contains(on) && holds(o.mark().values(), label.getValue())) {
                    Setting setting = new Setting(label.getKey(), label.getValue().value(), decidesOn(known), o.mark().overPods());
                    found.add(sighting(o, key, "label " + label.getKey() + ": " + label.getValue(), setting, label.getValue().place()));
                    break;
                }
            }
        }
        annotations.forEach((name, value) -> annotation(name, value, on)
                .ifPresent(o -> found.add(sighting(o, key, "annotation " + name + shown(value),
                        new Setting(name, value.value(), decidesOn(byAnnotation.getOrDefault(name, List.of())), false),
                        value.place()))));
        return found;
    }

    /** The variant that a label or annotation wants with one value and refuses with another. */
    private static String decidesOn(List<? extends Owned<? extends Mark>> marks) {
        return marks.stream().map(o -> o.mark().variant()).filter(v -> !v.isEmpty()).findFirst().orElse("");
    }

    private Optional<Owned<AnnotationMark>> annotation(String name, Text value, On on) {
        List<Owned<AnnotationMark>> exact = byAnnotation.getOrDefault(name, List.of());
        for (Owned<AnnotationMark> owned : exact) {
            if (owned.mark().on().contains(on) && holds(owned.mark().values(), value)) {
                return Optional.of(owned);
            }
        }
        return byPrefix.stream().filter(o -> o.mark().on().contains(on)
                && name.startsWith(o.mark().annotation().substring(0, o.mark().annotation().length() - 1))).findFirst();
    }

    /** The mesh whose chart is installed. */
    Optional<String> meshOf(Install install) {
        return Optional.ofNullable(byChart.get(ImageReference.name(install.chart().value()))).map(Owned::mesh);
    }

    private static boolean holds(List<String> values, Text value) {
        return values.isEmpty() || values.contains(value.value());
    }

    private static String shown(Text value) {
        return value.value().length() <= 20 ? ": " + value : "";
    }

    private static Sighting sighting(Owned<? extends Mark> owned, ObjectKey key, String what, Setting setting, Place place) {
        return new Sighting(owned.mesh(), owned.mark().variant(), owned.mark().is(), key, setting, Text.NONE,
                new Evidence(key + " has the " + what, place));
    }

    /** The sighting that a container is. Its image decides before its name: ztunnel's container is called istio-proxy too. */
    Optional<Sighting> container(ObjectKey key, Container container) {
        String image = container.image().value();
        Owned<ContainerMark> owned = byImage.getOrDefault(imageEnd(image), byImage.get(ImageReference.name(image)));
        if (owned == null) {
            owned = byContainer.get(container.name());
        }
        if (owned == null || owned.mark().placeholders().contains(image)) {
            return Optional.empty();
        }
        String tag = ImageReference.tag(container.image().value());
        boolean tells = !tag.isEmpty() && !owned.mark().ownVersions();
        Text version = tells ? new Text(tag, container.image().place()) : Text.NONE;
        String shown = container.image().given() ? " (image " + container.image() + ")" : "";
        return Optional.of(new Sighting(owned.mesh(), owned.mark().variant(), owned.mark().is(), key, Setting.NONE, version,
                new Evidence(key + " has the container " + container.name() + shown, container.place())));
    }

    private static String imageEnd(String image) {
        String repository = ImageReference.repository(image);
        int last = repository.lastIndexOf('/');
        int before = last < 0 ? -1 : repository.lastIndexOf('/', last - 1);
        return repository.substring(before + 1);
    }

    /** Marks that a patch puts on pods. */
    List<Sighting> ofPatch(Patch patch) {
        return marks(new ObjectKey("", patch.kind(), patch.namespace(), patch.name()), patch.labels(), patch.annotations(), On.POD);
    }

    private void ofPatch(Patch patch, List<Sighting> found) {
        ObjectKey target = new ObjectKey("", patch.kind(), patch.namespace(), patch.name());
        patch.containers().forEach(c -> container(target, c).ifPresent(found::add));
        found.addAll(ofPatch(patch));
    }

    private void ofInstall(Install install, List<Sighting> found) {
        Owned<ChartMark> owned = byChart.get(ImageReference.name(install.chart().value()));
        if (owned != null) {
            String via = install.via().isEmpty() ? "" : ", " + install.via().getFirst();
            found.add(new Sighting(owned.mesh(), owned.mark().variant(), owned.mark().is(), install.meta().key(), Setting.NONE,
                    owned.mark().ownVersions() ? Text.NONE : install.version(),
                    new Evidence(install.tool() + " " + install.meta().name() + " installs the chart " + install.chart()
                            + (install.version().given() ? " " + install.version() : "") + via, install.chart().place())));
        }
    }

    private void ofGateway(Meta gateway, Text name, List<Sighting> found) {
        Owned<GatewayClassMark> owned = byClass.get(name.value());
        if (owned != null) {
            found.add(new Sighting(owned.mesh(), owned.mark().variant(), owned.mark().is(), gateway.key(), Setting.NONE, Text.NONE,
                    new Evidence(gateway.key() + " is of class " + name, name.place())));
        }
    }
}
