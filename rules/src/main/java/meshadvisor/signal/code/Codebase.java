package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/**
 * The code by the workloads that run it.
 *
 * @param found by workload
 * @param calls from workload to Service that the code names and no manifest does
 */
public record Codebase(Code code, Map<ObjectKey, Ties.Found> found, List<Edge> calls) {

    /** The code of a scan. */
    public static Codebase of(ClusterSnapshot snapshot) {
        if (!snapshot.code().given()) {
            return new Codebase(snapshot.code(), Map.of(), List.of());
        }
        Ties ties = new Ties(snapshot.code());
        Map<ObjectKey, Ties.Found> found = new LinkedHashMap<>();
        List<Edge> calls = new ArrayList<>();
        for (Workload workload : snapshot.running().workloads()) {
            List<Service> before = snapshot.running().services().stream().filter(s -> isBefore(s, workload)).toList();
            List<String> names = before.stream().map(s -> s.meta().name()).distinct().toList();
            Ties.Found tie = ties.of(workload, names);
            if (found.putIfAbsent(workload.meta().key(), tie) == null && tie.programs().size() == 1) {
                calls(snapshot, workload, tie.programs().getFirst(), Set.copyOf(names), calls);
            }
        }
        return new Codebase(snapshot.code(), Map.copyOf(found), List.copyOf(calls));
    }

    private static boolean isBefore(Service service, Workload workload) {
        String one = service.meta().namespace();
        String other = workload.meta().namespace();
        return (one.isEmpty() || other.isEmpty() || one.equals(other)) && !service.selector().isEmpty()
                && service.selects(workload.pod());
    }

    private static void calls(ClusterSnapshot snapshot, Workload from, Program program, Set<String> own, List<Edge> calls) {
        Set<String> known = new HashSet<>();
        snapshot.traffic().edges().stream().filter(e -> e.from().equals(from.meta().key())).forEach(e -> known.add(first(e.to())));
        for (Host host : program.hosts()) {
            if (!own.contains(first(host.host())) && known.add(first(host.host()))) {
                calls.add(new Edge(from.meta().key(), host.host(), host.port(),
                        new Evidence("the code of " + from.meta().name() + " names " + host.host(), host.place())));
            }
        }
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
