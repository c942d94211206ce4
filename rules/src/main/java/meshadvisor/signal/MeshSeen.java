package meshadvisor.signal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;

/**
 * A mesh of which something was seen.
 *
 * @param variant id of the variant that the marks point at
 * @param versions of its control plane, else of its proxies; empty if none was seen
 * @param first the object of the mark that proves most
 * @param seenAt every mark, in the order of the places
 * @param configuration its own resources, whoever obeys them
 * @param implied whether nothing but resources that mean nothing without a data plane show that one runs
 * @param deciding the marks that prove the standing: of the data plane if there is one, else of the configuration
 */
public record MeshSeen(Marks marks, String variant, Standing standing, List<Text> versions, ObjectKey first, List<Evidence> seenAt,
        List<Evidence> configuration, boolean implied, List<Evidence> deciding) {

    /** How sure it is that something runs. */
    public enum Standing {
        RESIDUE, CONFIGURATION_ONLY, DATA_PLANE;

        /** As reports spell it. */
        public String id() {
            return Kebab.of(this);
        }
    }

    /** The meshes of the sightings: data planes first, real meshes before interfaces and before the network below them, then by number of marks. */
    static List<MeshSeen> of(List<Sighting> sightings, Catalogue catalogue) {
        return catalogue.marks().stream()
                .map(marks -> of(marks, inForce(sightings.stream().filter(s -> s.mesh().equals(marks.mesh())).toList())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(MeshSeen::standing).reversed().thenComparing(m -> m.marks.generic())
                        .thenComparing(m -> m.marks.cni()).thenComparingInt(m -> -m.seenAt.size()).thenComparing(m -> m.marks.mesh()))
                .toList();
    }

    /** Without what a namespace says that another mark on it takes back. */
    private static List<Sighting> inForce(List<Sighting> mine) {
        Set<ObjectKey> refusing = mine.stream().filter(s -> s.proof() == Proof.OPT_OUT && s.object().kind().equals("Namespace"))
                .map(Sighting::object).collect(Collectors.toSet());
        return mine.stream().filter(s -> s.proof() == Proof.OPT_OUT || s.proof() == Proof.ENROLMENT || !refusing.contains(s.object()))
                .toList();
    }

    private static Optional<MeshSeen> of(Marks marks, List<Sighting> mine) {
        if (mine.stream().allMatch(s -> s.proof() == Proof.OPT_OUT && s.object().kind().equals("Namespace"))) {
            return Optional.empty();
        }
        List<Sighting> running = mine.stream().filter(s -> s.proof().dataPlane()).toList();
        List<Sighting> configured = mine.stream().filter(s -> s.proof() == Proof.CONFIGURATION || s.proof() == Proof.WAYPOINT).toList();
        Standing standing =
                !running.isEmpty() ? Standing.DATA_PLANE : !configured.isEmpty() ? Standing.CONFIGURATION_ONLY : Standing.RESIDUE;
        List<Sighting> deciding = !running.isEmpty() ? running : !configured.isEmpty() ? configured : mine;
        return Optional.of(new MeshSeen(marks, variant(marks, mine), standing, versions(mine), deciding.getFirst().object(),
                mine.stream().map(Sighting::evidence).sorted().distinct().toList(),
                configured.stream().filter(s -> s.setting().name().isEmpty()).map(Sighting::evidence).sorted().toList(),
                running.stream().allMatch(s -> s.proof() == Proof.IMPLIED), deciding.stream().map(Sighting::evidence).sorted().toList()));
    }

    private static String variant(Marks marks, List<Sighting> mine) {
        return mine.stream().map(Sighting::variant).filter(v -> !v.isEmpty() && !v.equals(marks.variant())).findFirst()
                .orElse(marks.variant());
    }

    private static List<Text> versions(List<Sighting> mine) {
        List<Text> ofControlPlane = of(mine.stream().filter(s -> s.proof() == Proof.CONTROL_PLANE));
        return ofControlPlane.isEmpty() ? of(mine.stream().filter(s -> s.proof() == Proof.PROXY || s.proof() == Proof.NODE_AGENT))
                : ofControlPlane;
    }

    private static List<Text> of(Stream<Sighting> sightings) {
        return sightings.map(Sighting::version).filter(Objects::nonNull).filter(v -> VersionText.of(v.value()).isPresent()).toList();
    }

    /** Whether a version was seen that is older than another; no where none was seen. */
    public boolean olderThan(String version) {
        return VersionText.of(version).filter(other -> versions.stream().flatMap(v -> VersionText.of(v.value()).stream())
                .anyMatch(v -> v.olderThan(other))).isPresent();
    }

    /** Whether a version was seen that is newer than another; no where none was seen. */
    public boolean newerThan(String version) {
        return VersionText.of(version).filter(other -> versions.stream().flatMap(v -> VersionText.of(v.value()).stream())
                .anyMatch(other::olderThan)).isPresent();
    }

    /** Whether a data plane was seen. */
    public boolean runs() {
        return standing == Standing.DATA_PLANE;
    }
}
