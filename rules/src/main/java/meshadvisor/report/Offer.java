package meshadvisor.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.advice.Advice;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Hazard;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/**
 * What a variant of a mesh offers for the needs that count, and what is known to go wrong with it.
 *
 * @param capabilities those that the needs ask for; one that the catalogue does not tell of is not among them
 * @param hazards of any version, with or without a remedy
 */
public record Offer(String variant, List<Capability> capabilities, List<Hazard> hazards) {

    public Offer {
        capabilities = List.copyOf(capabilities);
        hazards = List.copyOf(hazards);
    }

    /** Of every variant that is ranked, in that order. */
    static List<Offer> all(World world, Advice advice) {
        Truth dataPlane = Truth.of(world.mesh().map(MeshSeen::runs).orElse(false));
        Set<String> wanted = advice.needs().stream().filter(need -> need.active(dataPlane))
                .flatMap(need -> need.need().capabilities().stream()).collect(Collectors.toSet());
        return advice.ranking().stream().map(ranked -> new Offer(ranked.variant().id(),
                world.catalogue().capabilities().stream()
                        .filter(each -> each.variant().equals(ranked.variant().id()) && wanted.contains(each.capability())).toList(),
                world.catalogue().hazards(ranked.vendor()).stream()
                        .filter(each -> each.variant().isEmpty() || each.variant().equals(ranked.variant().id())).toList()))
                .toList();
    }
}
