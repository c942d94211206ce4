package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Amount;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/**
 * The pods of a running cluster by their workload, and the proxies in them.
 *
 * @param pods those that have not finished
 * @param finished those that have
 * @param proxies one for each container that differs, not one for each pod
 */
record Fleet(Map<ObjectKey, List<RunningPod>> pods, Map<ObjectKey, List<RunningPod>> finished, Map<ObjectKey, List<RunningProxy>> proxies) {

    /** What makes two proxies of one workload the same. */
    private record Kind(String name, String image, Role role, Amount memoryLimit) {}

    static Fleet of(ClusterSnapshot snapshot, Sightings sightings) {
        Map<ObjectKey, List<RunningPod>> pods = new LinkedHashMap<>();
        Map<ObjectKey, List<RunningPod>> finished = new LinkedHashMap<>();
        snapshot.live().pods().forEach(p -> (p.finished() ? finished : pods)
                .computeIfAbsent(p.owner().workload(), k -> new ArrayList<>(2)).add(p));
        Map<ObjectKey, List<RunningProxy>> proxies = new LinkedHashMap<>();
        if (!pods.isEmpty()) {
            Set<ObjectKey> defined = new HashSet<>();
            snapshot.definitions().stream().map(Meta::key).forEach(defined::add);
            Map<ObjectKey, Workload> workloads = new HashMap<>();
            snapshot.running().workloads().forEach(w -> workloads.putIfAbsent(w.meta().key(), w));
            pods.forEach((key, mine) -> {
                Optional<Workload> template = Optional.ofNullable(workloads.get(key))
                        .filter(w -> !w.kind().equals("Pod") && defined.contains(key));
                proxies.put(key, proxies(key, mine, template, sightings));
            });
        }
        return new Fleet(pods, finished, proxies);
    }

    private static List<RunningProxy> proxies(ObjectKey workload, List<RunningPod> pods, Optional<Workload> template,
            Sightings sightings) {
        Map<Kind, List<RunningPod>> kinds = new LinkedHashMap<>();
        pods.forEach(p -> p.containers().forEach(c -> kinds.computeIfAbsent(kind(c), k -> new ArrayList<>(1)).add(p)));
        List<RunningProxy> proxies = new ArrayList<>();
        kinds.forEach((kind, in) -> {
            Container container = container(kind, in.getFirst());
            sightings.container(workload, container).filter(s -> s.proof() == Proof.PROXY).ifPresent(s -> {
                RunningProxy.Share share = new RunningProxy.Share(in.size(), pods.size());
                boolean injected = template.map(t -> t.pod().containers().stream().noneMatch(c -> same(c, kind)))
                        .orElseGet(() -> sightings.injected(in.getFirst()));
                proxies.add(new RunningProxy(workload, with(s, share, kind), container, share, injected));
            });
        });
        return proxies;
    }

    private static boolean same(Container container, Kind kind) {
        return container.name().equals(kind.name) && container.image().value().equals(kind.image);
    }

    private static Kind kind(RunningContainer container) {
        return new Kind(container.name(), container.image(), container.role(), container.limits().memoryBytes());
    }

    private static Container container(Kind kind, RunningPod pod) {
        Text limit = kind.memoryLimit.stated() ? new Text(String.valueOf(kind.memoryLimit.value()), pod.place()) : Text.NONE;
        Text image = kind.image.isEmpty() ? Text.NONE : new Text(kind.image, pod.place());
        return new Container(kind.name, image, kind.role, List.of(), List.of(), List.of(), limit, Text.NONE, Resources.UNSTATED,
                pod.place());
    }

    private static Sighting with(Sighting sighting, RunningProxy.Share share, Kind kind) {
        String shown = kind.image.isEmpty() ? "" : " (image " + kind.image + ")";
        return new Sighting(sighting.mesh(), sighting.variant(), sighting.proof(), sighting.object(), sighting.setting(),
                sighting.version(), new Evidence(share.words() + " of " + sighting.object() + " run the container " + kind.name + shown,
                        sighting.evidence().place()));
    }

    /** Pods of a workload that have not finished. */
    List<RunningPod> of(ObjectKey workload) {
        return pods.getOrDefault(workload, List.of());
    }

    /** Proxies that an injector put into the pods of a workload and that run as long as the pod does. */
    List<RunningProxy> injected(ObjectKey workload) {
        return proxies.getOrDefault(workload, List.of()).stream()
                .filter(p -> p.injected() && p.container().role() != Role.INIT).toList();
    }
}
