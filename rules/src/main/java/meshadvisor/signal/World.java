package meshadvisor.signal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Need;
import meshadvisor.model.Answers;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Install;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.code.Codebase;

/**
 * A snapshot with what follows from it at once: meshes, members, application services. Signals are computed from it.
 *
 * @param meshes the one that decides first
 * @param members by definition of the workload
 * @param codebase the code of the workloads
 * @param advised ids of variants that are advised or proposed, beside what is there; none before somebody has decided
 */
public record World(ClusterSnapshot snapshot, Catalogue catalogue, Answers answers, List<MeshSeen> meshes, Applications applications,
        Map<Meta, Membership> members, Codebase codebase, Set<String> advised, Marked marked) {

    /** The marks of the snapshot, and the snapshot by names. Not part of the interface. */
    record Marked(Sightings sightings, Memberships memberships, List<Sighting> all, Map<Proof, List<Sighting>> proofs,
            List<Install> installs, Directory directory, Fleet fleet) {

        /** What proves this, in the order of the places. */
        List<Sighting> of(Proof proof) {
            return proofs.getOrDefault(proof, List.of());
        }

        /** Values of these names that are given to the charts of a mesh. */
        Stream<Text> values(String mesh, List<String> names) {
            return installs.stream().filter(i -> sightings.meshOf(i).filter(mesh::equals).isPresent())
                    .flatMap(i -> names.stream().map(n -> i.values().getOrDefault(n, Text.NONE))).filter(Text::given);
        }
    }

    /** Computes everything that every run needs. */
    public static World of(ClusterSnapshot read, Catalogue catalogue, Answers answers) {
        Codebase codebase = Codebase.of(read);
        ClusterSnapshot snapshot = codebase.joined(read);
        Sightings sightings = new Sightings(catalogue);
        Fleet fleet = Fleet.of(snapshot, sightings);
        List<Sighting> all = sightings.in(snapshot, fleet);
        Memberships memberships = new Memberships(snapshot, sightings, fleet);
        Map<Meta, Membership> members = new HashMap<>();
        snapshot.running().workloads().forEach(w -> members.put(w.meta(), memberships.of(w)));
        List<MeshSeen> meshes = MeshSeen.of(all, catalogue);
        Directory directory = Directory.of(snapshot, catalogue, idle(meshes));
        Applications applications = Applications.of(snapshot, directory, new Images(catalogue.images()), answers);
        return new World(snapshot, catalogue, answers, meshes, applications, members, codebase, Set.of(),
                new Marked(sightings, memberships, all, Directory.by(all, Sighting::proof), snapshot.installed().installs(), directory,
                        fleet));
    }

    /** The same snapshot seen with other answers. Counting services is repeated only if the answers speak of services. */
    public World with(Answers others) {
        boolean same = others.services().equals(answers.services()) && others.notServices().equals(answers.notServices());
        Applications counted = same ? applications
                : Applications.of(snapshot, directory(), new Images(catalogue.images()), others);
        return new World(snapshot, catalogue, others, meshes, counted, members, codebase, advised, marked);
    }

    /** The same with variants of meshes that are advised or proposed. */
    public World advising(Set<String> variants) {
        return new World(snapshot, catalogue, answers, meshes, applications, members, codebase, Set.copyOf(variants), marked);
    }

    /** The mesh that decides: a data plane if there is one, else configuration; empty if there is residue at most. */
    public Optional<MeshSeen> mesh() {
        return meshes.stream().filter(m -> m.standing() != MeshSeen.Standing.RESIDUE).findFirst();
    }

    /** Meshes with a data plane. */
    public List<MeshSeen> running() {
        return meshes.stream().filter(MeshSeen::runs).toList();
    }

    Directory directory() {
        return marked.directory();
    }

    /** The pods that run, and the proxies in them. */
    Fleet fleet() {
        return marked.fleet();
    }

    Membership member(Workload workload) {
        return members.getOrDefault(workload.meta(), Membership.OUTSIDE);
    }

    /** The variant in which a workload takes part; empty if it takes part in none. */
    public String variantOf(Workload workload) {
        Membership member = member(workload);
        return member.meshed() ? variant(member) : "";
    }

    /** What was seen of a mesh, if its data plane is there. */
    public Optional<MeshSeen> runningMesh(String mesh) {
        return running().stream().filter(m -> m.marks().mesh().equals(mesh)).findFirst();
    }

    /** Values of these names that are given to the charts of a mesh. */
    public List<Text> chartValues(String mesh, List<String> names) {
        return marked.values(mesh, names).toList();
    }

    /** Whether the workload takes part in a mesh. */
    public boolean meshed(Workload workload) {
        return member(workload).meshed();
    }

    /** Whether objects of that namespace are the user's own. */
    public boolean candidate(String namespace) {
        return !directory().platform().contains(namespace);
    }

    /** Calls between services: those that manifests tell of, then those that were observed. */
    public List<Edge> calls() {
        return Stream.concat(snapshot.traffic().edges().stream(), directory().observed().stream()).toList();
    }

    /** The user's own workloads whose pods take part in a mesh, whatever counts them as services; its gateways are none of them. */
    public List<Workload> takingPart(String mesh) {
        Set<ObjectKey> seen = new HashSet<>();
        return snapshot.running().workloads().stream()
                .filter(w -> member(w).meshed() && member(w).mesh().equals(mesh) && candidate(w.meta().namespace()) && !nothingElse(w))
                .filter(w -> seen.add(w.meta().key())).toList();
    }

    /** Whether its pods are proxies and nothing else. */
    private boolean nothingElse(Workload workload) {
        List<Container> own = workload.pod().longRunning().toList();
        return !own.isEmpty() && member(workload).proxies().containsAll(own);
    }

    /** Whether the proxy stands in a manifest, from which no mark takes it. */
    public boolean proxyInManifest(Workload workload) {
        return member(workload).state() == Membership.State.BAKED_IN;
    }

    /** Namespaces whose marks bring pods into a mesh, in order. */
    public Set<String> marked(String mesh) {
        Set<String> namespaces = new TreeSet<>();
        marked.all().stream().filter(s -> s.mesh().equals(mesh) && s.object().kind().equals("Namespace"))
                .filter(s -> s.proof() == Proof.INJECTION || s.proof() == Proof.ENROLMENT).forEach(s -> namespaces.add(s.object().name()));
        return namespaces;
    }

    /** What makes a delivery tool install charts of a mesh. */
    public List<Install> installs(String mesh) {
        return marked.installs().stream().filter(i -> marked.sightings().meshOf(i).filter(mesh::equals).isPresent()).toList();
    }

    /** Number of application services. */
    public int count() {
        return applications.counted().size();
    }

    /** The variant in which most workloads that state that namespace take part; empty if none does. */
    public Optional<String> variant(String namespace) {
        Map<String, Long> variants = directory().near(namespace).stream().filter(w -> w.meta().namespace().equals(namespace))
                .map(this::member).filter(Membership::meshed)
                .collect(Collectors.groupingBy(this::variant, TreeMap::new, Collectors.counting()));
        return variants.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private String variant(Membership member) {
        return !member.variant().isEmpty() ? member.variant()
                : meshes.stream().filter(m -> m.marks().mesh().equals(member.mesh())).map(MeshSeen::variant).findFirst()
                        .orElse(member.mesh());
    }

    /** Meshes that something is configured for while another one runs: nobody obeys what their resources say. */
    private static Set<String> idle(List<MeshSeen> meshes) {
        boolean runs = meshes.stream().anyMatch(m -> m.runs() && !m.marks().generic());
        return meshes.stream().filter(m -> runs && !m.runs() && !m.marks().generic()).map(m -> m.marks().mesh())
                .collect(Collectors.toSet());
    }

    /** Evidence of uses that show a need of the catalogue, in the order of the places, each once. */
    public List<Evidence> seen(Need need) {
        return directory().seen().getOrDefault(need.id(), List.of());
    }

    /** Whether two namespaces may be the same: one that is not stated may be any. */
    static boolean near(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** The object that stands for the whole scan. */
    static ObjectKey wholeScan() {
        return new ObjectKey("", "Cluster", "", "");
    }
}
