package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ImageReference;
import meshadvisor.model.Text;
import meshadvisor.model.Trait;
import meshadvisor.model.Workload;

/** Calls that init containers make, before a classic sidecar would carry them: as their commands tell, and the code that they run. */
final class InitCalls {

    private static final Pattern NETWORK =
            Pattern.compile("https?://|\\b(curl|wget|git clone|nc|nslookup|dig|pg_isready|mysqladmin|redis-cli)\\b");
    /** Ports that a command names: behind a host, or after {@code nc HOST}. */
    private static final Pattern PORT = Pattern.compile("(?<=[\\w.])[:](\\d{2,5})\\b|\\bnc\\s+(?:-\\w+\\s+)*[\\w.-]+\\s+(\\d{2,5})\\b");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.\\w+");

    private InitCalls() {}

    /** One piece of evidence for each init container that calls; those of a mesh itself left out. */
    static List<Evidence> of(World world, Workload workload) {
        return calling(world, workload).map(Call::evidence).toList();
    }

    /** The same, but for calls that an annotation keeps away from the proxy. */
    static Reading captured(World world, Workload workload) {
        List<Call> calls = calling(world, workload).toList();
        List<Text> exclusions = exclusions(world, workload);
        Set<String> ports = exclusions.stream().flatMap(e -> Stream.of(e.value().split(",", -1))).map(String::strip)
                .collect(Collectors.toSet());
        List<Evidence> left = new ArrayList<>();
        for (Call call : calls) {
            boolean open = call.ports.isEmpty() || !ports.containsAll(call.ports) && ports.stream().anyMatch(p -> !p.matches("\\d*"));
            if (!exclusions.isEmpty() && open) {
                return new Reading.Unknown(Gap.of("init-ports", "which ports the init container " + call.container + " of "
                        + workload.meta().key() + " calls",
                        "an annotation keeps some away from the proxy, and which of the calls it means is not told",
                        "compare " + exclusions.getFirst().place() + " with what it calls"));
            }
            if (exclusions.isEmpty() || !ports.containsAll(call.ports)) {
                left.add(call.evidence);
            }
        }
        return Reading.seen(left);
    }

    /** Ports are those that a command names; none where it names none. */
    private record Call(String container, Set<String> ports, Evidence evidence) {}

    private static Stream<Call> calling(World world, Workload workload) {
        return workload.pod().containers().stream().filter(c -> c.role() == Role.INIT && !ofMesh(world, workload, c))
                .filter(c -> !ProxyUsers.around(world, workload, c)).map(c -> call(world, workload, c)).flatMap(Optional::stream);
    }

    private static boolean ofMesh(World world, Workload workload, Container container) {
        return world.marked().sightings().container(workload.meta().key(), container).filter(s -> s.proof() == Proof.PROXY).isPresent();
    }

    private static Optional<Call> call(World world, Workload workload, Container container) {
        String command = container.words().stream().map(Text::value).collect(Collectors.joining(" "));
        String who = workload.meta().key() + " calls the network in the init container " + container.name();
        if (NETWORK.matcher(command).find()) {
            return Optional.of(new Call(container.name(), ports(command), new Evidence(who, container.place())));
        }
        return sites(world, workload, container, command).findFirst().map(s -> new Call(container.name(), Set.of(),
                new Evidence(who + ", whose code uses " + s.library(), s.place())));
    }

    private static Set<String> ports(String command) {
        Set<String> ports = new TreeSet<>();
        PORT.matcher(command).results().map(InitCalls::port).forEach(ports::add);
        if (!command.contains("$")) {
            Pattern.compile("(https?)://[\\w.-]+(?![\\w.:-])").matcher(command).results()
                    .forEach(m -> ports.add(m.group(1).equals("https") ? "443" : "80"));
        }
        return ports;
    }

    private static String port(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** Places in the code of its image that call; where the service runs the same image, those in files that its command names. */
    private static Stream<Site> sites(World world, Workload workload, Container container, String command) {
        boolean shared = workload.pod().containers().stream().filter(c -> c.role() == Role.REGULAR)
                .anyMatch(c -> ImageReference.repository(c.image().value()).equals(ImageReference.repository(container.image().value())));
        Optional<Program> program =
                shared ? world.codebase().program(workload) : world.codebase().ofImage(ImageReference.name(container.image().value()));
        Set<String> files = FILE.matcher(command).results().map(MatchResult::group).collect(Collectors.toSet());
        return program.stream().flatMap(p -> p.sites().stream()).filter(InitCalls::calls)
                .filter(s -> !shared || files.contains(s.place().file().substring(s.place().file().lastIndexOf('/') + 1)));
    }

    private static boolean calls(Site site) {
        return site.shows().stream().anyMatch(t -> t.call() || t == Trait.TCP_CLIENT || t == Trait.DATASTORE || t == Trait.MESSAGING);
    }

    private static List<Text> exclusions(World world, Workload workload) {
        return world.catalogue().marks(world.member(workload).mesh()).map(Marks::exclusionAnnotations).orElse(List.of()).stream()
                .map(workload.pod()::annotation).filter(Text::given).toList();
    }
}
