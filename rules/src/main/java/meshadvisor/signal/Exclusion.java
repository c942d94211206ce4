package meshadvisor.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.ImageFamily;
import meshadvisor.catalog.ImageFamily.Family;
import meshadvisor.model.Answers;
import meshadvisor.model.Container;
import meshadvisor.model.Workload;

/** Why a workload is no first-party code that runs for long. */
final class Exclusion {

    private final Images images;
    private final PlatformNamespaces platform;
    private final Set<String> wanted;
    private final Set<String> unwanted;
    private final Selection selection;

    Exclusion(Images images, PlatformNamespaces platformNamespaces, Answers answers, Selection selection) {
        this.images = images;
        this.platform = platformNamespaces;
        this.wanted = answers.services().stream().map(Answers.Said::value).collect(Collectors.toSet());
        this.unwanted = answers.notServices().stream().map(Answers.Said::value).collect(Collectors.toSet());
        this.selection = selection;
    }

    /** Whether the user says that something of that name counts. */
    boolean wanted(String name) {
        return wanted.contains(name);
    }

    /** Whether the user says that something of that name does not count. */
    boolean unwanted(String name) {
        return unwanted.contains(name);
    }

    /** The reason, empty for what counts. */
    Optional<String> why(Workload workload) {
        if (wanted.contains(workload.meta().name())) {
            return Optional.empty();
        }
        if (workload.ends()) {
            return Optional.of("a " + workload.kind() + " ends by itself");
        }
        if (workload.kind().equals("Pod")) {
            return Optional.of("a bare Pod is not kept running by anything");
        }
        if (platform.contains(workload.meta().namespace())) {
            return Optional.of("the namespace " + workload.meta().namespace() + " belongs to the platform or a mesh");
        }
        return identified(workload);
    }

    /** The image that tells what runs there, if every container that runs for long is known; helpers beside the main one do not speak. */
    private Optional<String> identified(Workload workload) {
        Set<Integer> ports = new HashSet<>(selection.ports().getOrDefault(workload.meta().key(), Set.of()));
        List<Container> containers = workload.pod().longRunning().toList();
        containers.forEach(c -> ports.addAll(c.ports()));
        Optional<String> first = Optional.empty();
        for (Container container : containers) {
            Optional<ImageFamily> family = images.of(container, ports);
            if (family.isEmpty()) {
                return Optional.empty();
            }
            if (first.isEmpty() && family.get().family() != Family.TLS_PROXY) {
                first = Optional.of("the image " + container.image() + " is " + family.get().family().words());
            }
        }
        return first;
    }
}
