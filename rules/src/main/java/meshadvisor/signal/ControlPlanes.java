package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Apart;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.model.Webhook;
import meshadvisor.model.Workload;

/**
 * The control planes that may serve a proxy.
 *
 * @param versions of them
 * @param certain whether it serves the proxy; else it is one of several, and nothing tells which
 */
record ControlPlanes(List<Text> versions, boolean certain) {

    /** While a mesh is upgraded revision by revision several run, and the namespace or pod names the one that it wants. */
    static ControlPlanes of(World world, Proxy proxy) {
        List<Sighting> all = world.marked().of(Proof.CONTROL_PLANE).stream().filter(s -> s.mesh().equals(proxy.mesh())
                && VersionText.of(s.version().value()).isPresent()
                && Apart.together(s.object().namespace(), proxy.object().namespace())).toList();
        List<Text> versions = all.stream().map(Sighting::version).distinct().toList();
        boolean alike = versions.stream().map(v -> VersionText.of(v.value())).distinct().count() < 2;
        Optional<Marks> marks = world.catalogue().marks(proxy.mesh()).filter(m -> !m.revisionLabel().isEmpty());
        if (alike || marks.isEmpty()) {
            return new ControlPlanes(versions, true);
        }
        String wanted = wanted(world, proxy, marks.get());
        List<Text> mine = all.stream().filter(s -> revision(world, s.object(), marks.get()).equals(wanted)).map(Sighting::version)
                .distinct().toList();
        return mine.isEmpty() ? new ControlPlanes(versions, false) : new ControlPlanes(mine, true);
    }

    /** Empty where it cannot be told: only a workload carries the label, and a chart does not show it. */
    private static String revision(World world, ObjectKey controlPlane, Marks marks) {
        return workload(world, controlPlane).map(w -> labelled(w, marks).orElse(marks.defaultRevision())).orElse("");
    }

    /** What the pod names, else its namespace, a tag replaced by the revision that it stands for. */
    private static String wanted(World world, Proxy proxy, Marks marks) {
        String label = marks.revisionLabel();
        String ofNamespace = world.marked().memberships().labelsOfNamespace(proxy.object().namespace()).orElse(Map.of())
                .getOrDefault(label, marks.defaultRevision());
        String named = workload(world, proxy.object()).flatMap(w -> given(w.pod().label(label))).orElse(ofNamespace);
        return world.snapshot().live().webhooks().stream().map(Webhook::meta)
                .filter(m -> !marks.tagLabel().isEmpty() && m.label(marks.tagLabel()).value().equals(named))
                .map(m -> m.label(label)).filter(Text::given).map(Text::value).findFirst().orElse(named);
    }

    private static Optional<String> labelled(Workload workload, Marks marks) {
        return Stream.of(workload.pod().label(marks.revisionLabel()), workload.meta().label(marks.revisionLabel())).filter(Text::given)
                .map(Text::value).findFirst();
    }

    private static Optional<String> given(Text text) {
        return text.given() ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<Workload> workload(World world, ObjectKey key) {
        return world.directory().definitions().getOrDefault(key, List.of()).stream().findFirst();
    }
}
