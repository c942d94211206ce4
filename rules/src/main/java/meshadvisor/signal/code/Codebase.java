package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Container;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.ImageReference;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/**
 * The code by the workloads that run it.
 *
 * @param found by workload
 * @param images programs of the images of init containers, by the name of the image
 * @param calls from workload to Service that the code names and no manifest does
 */
public record Codebase(Code code, Map<ObjectKey, Ties.Found> found, Map<String, Program> images, List<Edge> calls) {

    /** The code of a scan. */
    public static Codebase of(ClusterSnapshot snapshot) {
        if (!snapshot.code().given()) {
            return new Codebase(snapshot.code(), Map.of(), Map.of(), List.of());
        }
        Ties ties = new Ties(snapshot.code());
        Map<String, List<Service>> byLabel = new HashMap<>();
        snapshot.running().services().forEach(s -> s.selector().entrySet().stream().limit(1)
                .forEach(e -> byLabel.computeIfAbsent(e.getKey() + "=" + e.getValue(), k -> new ArrayList<>()).add(s)));
        Map<ObjectKey, Set<String>> named = new HashMap<>();
        snapshot.traffic().edges().forEach(e -> named.computeIfAbsent(e.from(), k -> new HashSet<>()).add(first(e.to())));
        Map<ObjectKey, Ties.Found> found = new LinkedHashMap<>();
        Map<String, Program> images = new HashMap<>();
        List<Edge> calls = new ArrayList<>();
        for (Workload workload : snapshot.running().workloads()) {
            ObjectKey key = workload.meta().key();
            Set<String> names = before(workload, byLabel);
            workload.pod().containers().stream().filter(c -> c.role() == Container.Role.INIT)
                    .map(c -> ImageReference.name(c.image().value())).forEach(i -> ties.ofImage(i).ifPresent(p -> images.put(i, p)));
            Ties.Found tie = ties.of(workload, names);
            if (found.putIfAbsent(key, tie) == null && tie.programs().size() == 1) {
                Set<String> known = named.computeIfAbsent(key, k -> new HashSet<>());
                known.addAll(names);
                tie.programs().getFirst().hosts().stream().filter(h -> known.add(first(h.host())))
                        .forEach(h -> calls.add(new Edge(key, h.host(), h.port(),
                                new Evidence("the code of " + key.name() + " names " + h.host(), h.place()))));
            }
        }
        return new Codebase(snapshot.code(), Map.copyOf(found), Map.copyOf(images), List.copyOf(calls));
    }

    /** Names of the Services before a workload. */
    private static Set<String> before(Workload workload, Map<String, List<Service>> byLabel) {
        Set<String> names = new TreeSet<>();
        workload.pod().labels().forEach((label, value) -> byLabel.getOrDefault(label + "=" + value, List.of()).stream()
                .filter(s -> isBefore(s, workload)).forEach(s -> names.add(s.meta().name())));
        return names;
    }

    private static boolean isBefore(Service service, Workload workload) {
        String one = service.meta().namespace();
        String other = workload.meta().namespace();
        return (one.isEmpty() || other.isEmpty() || one.equals(other)) && service.selects(workload.pod());
    }

    private static String first(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** The scan with the calls that the code names. */
    public ClusterSnapshot joined(ClusterSnapshot snapshot) {
        if (calls.isEmpty()) {
            return snapshot;
        }
        List<Edge> all = new ArrayList<>(snapshot.traffic().edges());
        all.addAll(calls);
        return snapshot.calling(all);
    }

    /** The program of a workload, if exactly one fits. */
    public Optional<Program> program(Workload workload) {
        Ties.Found tie = found.get(workload.meta().key());
        return tie == null || tie.programs().size() != 1 ? Optional.empty() : Optional.of(tie.programs().getFirst());
    }

    /** The program from which an image is built, if exactly one fits its name. */
    public Optional<Program> ofImage(String name) {
        return Optional.ofNullable(images.get(name));
    }

    /** How the program of a workload was found, or why it was not. */
    public Optional<Evidence> evidence(Workload workload) {
        return Optional.ofNullable(found.get(workload.meta().key())).map(Ties.Found::evidence);
    }

    /** Folders that fit a workload equally well; one, several or none. */
    public List<String> candidates(Workload workload) {
        return Optional.ofNullable(found.get(workload.meta().key())).map(f -> f.programs().stream().map(Program::folder).toList())
                .orElse(List.of());
    }
}
