package meshadvisor.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Evidence;
import meshadvisor.model.Place;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Init containers of a mesh that do not end well, so that their pods never start. */
final class FailingInits {

    /** Reasons for which a container waits that has not begun yet and may. */
    private static final Set<String> IN_TURN = Set.of("", "PodInitializing", "ContainerCreating");

    /** Reasons for which a container has not even begun: no image, or a ConfigMap or Secret that is not there. */
    private static final Set<String> NOT_STARTED = Set.of("ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName",
            "CreateContainerConfigError", "CreateContainerError");

    private FailingInits() {}

    static List<Evidence> of(World world, Workload workload) {
        return of(world, workload, c -> true);
    }

    /** Those of which there are no logs, for they have never begun. */
    static List<Evidence> notStarted(World world, Workload workload) {
        return of(world, workload, c -> NOT_STARTED.contains(c.state().waiting()) && c.state().restarts().orNothing() == 0);
    }

    private static List<Evidence> of(World world, Workload workload, Predicate<RunningContainer> which) {
        Map<String, List<RunningPod>> failing = new LinkedHashMap<>();
        List<RunningPod> pods = world.fleet().of(workload.meta().key());
        for (RunningPod pod : pods) {
            pod.containers().stream().filter(c -> c.role() == Role.INIT && which.test(c) && fails(world, pod, c) && ofMesh(world, pod, c))
                    .forEach(c -> failing.computeIfAbsent(words(c), k -> new ArrayList<>(1)).add(pod));
        }
        return failing.entrySet().stream().map(e -> new Evidence(
                new RunningProxy.Share(e.getValue().size(), pods.size()).words() + ": " + e.getKey(), e.getValue().getFirst().place()))
                .toList();
    }

    private static String words(RunningContainer container) {
        String waiting = container.state().waiting();
        return container.name() + (IN_TURN.contains(waiting) ? "" : " waits in " + waiting + " and") + " was restarted "
                + (container.state().restarts().stated() ? container.state().restarts().value() + " times" : "an unknown number of times");
    }

    private static boolean ofMesh(World world, RunningPod pod, RunningContainer container) {
        Container alike = new Container(container.name(), new Text(container.image(), Place.NOWHERE), Role.INIT, List.of(), List.of(),
                List.of(), Text.NONE, Text.NONE, Resources.UNSTATED, pod.place());
        return world.marked().sightings().container(pod.key(), alike).filter(s -> s.proof() == Proof.PROXY).isPresent();
    }

    private static boolean fails(World world, RunningPod pod, RunningContainer container) {
        if (container.state().restarts().orNothing() > world.catalogue().kubernetes().settling().restarts()) {
            return !container.state().ready();
        }
        return !IN_TURN.contains(container.state().waiting()) && settled(world, pod);
    }

    /** A pod that has just come may still be pulling and trying. How old it is, is told by the youngest moment that anything read tells. */
    private static boolean settled(World world, RunningPod pod) {
        Optional<Instant> started = instant(pod.status().started());
        Optional<Instant> now = moments(world).map(FailingInits::instant).flatMap(Optional::stream).max(Comparator.naturalOrder());
        return started.isEmpty() || now.isEmpty()
                || now.get().getEpochSecond() - started.get().getEpochSecond() >= world.catalogue().kubernetes().settling().seconds();
    }

    private static Stream<String> moments(World world) {
        return Stream.of(Stream.of(world.snapshot().live().server().readAt()),
                world.snapshot().live().usage().nodes().stream().map(u -> u.window().end()),
                world.snapshot().live().pods().stream().map(p -> p.status().started())).flatMap(s -> s);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
