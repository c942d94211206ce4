package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import meshadvisor.catalog.Hazard;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Text;

/** What is known to go wrong with a mesh as it was seen. */
final class Hazards {

    /** The worst that was found. */
    enum Worst {
        NONE, DEGRADES, BREAKS
    }

    private Hazards() {}

    static Reading worst(World world, MeshSeen mesh) {
        List<Hazard> possible = possible(world, mesh);
        List<Hazard> certain = possible.stream().filter(h -> certain(world, h)).toList();
        if (!certain.isEmpty()) {
            boolean breaks = certain.stream().anyMatch(h -> h.harm() == Hazard.Harm.BREAKS);
            return Reading.choice(breaks ? Worst.BREAKS : Worst.DEGRADES, evidence(world, mesh, certain));
        }
        if (Clusters.several(world) && !possible.isEmpty()) {
            return Clusters.apart("which kernels and machines " + mesh.marks().name() + " runs on");
        }
        if (world.snapshot().live().nodes().isEmpty() && !possible.isEmpty()) {
            return new Reading.Unknown(Gap.of("node-kernel", "which kernels and machines " + mesh.marks().name() + " runs on",
                    "no nodes were read", "kubectl get nodes -o wide"));
        }
        return mesh.versions().isEmpty() && world.snapshot().live().seen() && mesh.runs() && !hazards(world, mesh).isEmpty()
                ? KubernetesSignals.versionUnknown(mesh) : Reading.choice(Worst.NONE, List.of());
    }

    /** Which nodes are those of the mesh is told only where one cluster was read. */
    private static boolean certain(World world, Hazard hazard) {
        return !hazard.ofNodes() || !Clusters.several(world) && !onNodes(world, hazard).isEmpty();
    }

    /** What was found, as sentences, with the source of each. */
    static String says(World world, MeshSeen mesh) {
        return possible(world, mesh).stream().filter(h -> certain(world, h))
                .map(h -> h.says() + " (" + h.source() + ", " + h.date() + ")").collect(Collectors.joining(" "));
    }

    private static List<Hazard> hazards(World world, MeshSeen mesh) {
        return world.catalogue().hazards(mesh.marks().mesh()).stream()
                .filter(h -> h.variant().isEmpty() || h.variant().equals(mesh.variant())).toList();
    }

    /** Those that version and settings allow, whatever the nodes are. */
    private static List<Hazard> possible(World world, MeshSeen mesh) {
        return !mesh.runs() ? List.of() : hazards(world, mesh).stream().filter(h -> !versions(mesh, h).isEmpty() && used(world, mesh, h)
                && (!h.encrypts() || encrypts(world))).toList();
    }

    private static List<Text> versions(MeshSeen mesh, Hazard hazard) {
        return mesh.versions().stream()
                .filter(v -> PatchLevel.of(v.value()).filter(p -> p.within(hazard.from(), hazard.before())).isPresent()).toList();
    }

    private static boolean used(World world, MeshSeen mesh, Hazard hazard) {
        return hazard.capabilities().isEmpty() || world.snapshot().uses().stream()
                .anyMatch(u -> u.by().equals(mesh.marks().mesh()) && hazard.capabilities().contains(u.capability()));
    }

    private static boolean encrypts(World world) {
        return new ClusterSignals(world).of("cni-encrypts") instanceof Reading.Flag flag && flag.value();
    }

    private static List<Evidence> onNodes(World world, Hazard hazard) {
        return Kubelets.of(world).grouped(n -> hit(hazard, n),
                n -> "Linux " + n.software().kernel() + " on " + n.software().architecture());
    }

    private static boolean hit(Hazard hazard, ClusterNode node) {
        Optional<PatchLevel> kernel = PatchLevel.of(node.software().kernel());
        boolean bounded = !hazard.kernelFrom().isEmpty() || !hazard.kernelBefore().isEmpty();
        boolean inside = !bounded || kernel.filter(k -> k.within(hazard.kernelFrom(), hazard.kernelBefore())).isPresent();
        return inside && (hazard.architectures().isEmpty() || hazard.architectures().contains(node.software().architecture()));
    }

    private static List<Evidence> evidence(World world, MeshSeen mesh, List<Hazard> hazards) {
        List<Evidence> evidence = new ArrayList<>();
        for (Hazard hazard : hazards) {
            versions(mesh, hazard).forEach(v -> evidence.add(new Evidence(mesh.marks().name() + " is " + v, v.place())));
            if (hazard.ofNodes()) {
                evidence.addAll(onNodes(world, hazard));
            }
        }
        return evidence.stream().distinct().toList();
    }
}
