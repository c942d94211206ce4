package meshadvisor.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Said;
import meshadvisor.model.Amount;
import meshadvisor.model.Bounds;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.Live;
import meshadvisor.model.Resources;
import meshadvisor.model.Usage;
import meshadvisor.signal.Footprint;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.input.Premises;
import meshadvisor.simulate.input.Premises.Crew;
import meshadvisor.simulate.input.Premises.Machine;
import meshadvisor.simulate.input.Prior;
import meshadvisor.simulate.input.Space;
import meshadvisor.simulate.input.SurgeModel;

/**
 * What a scan tells of a cluster on which a surge may fall.
 *
 * @param runs the variant of the mesh that runs there; empty where none does
 * @param known in the place of ranges of the catalogue
 */
public record OwnCluster(Premises premises, String runs, List<Prior> known) {

    private static final double MIB = 1024.0 * 1024;
    private static final double MILLI = 1000;

    /** Reads it, with what is known of the proxies where the model is that of the mesh that runs. */
    public static OwnCluster of(World world, SurgeModel model, Space space) {
        List<Footprint> pods = Footprint.of(world);
        Live live = world.snapshot().live();
        String runs = runs(world);
        Read read = new Read(space, world.snapshot().origin().asOf());
        boolean same = runs.equals(model.variant());
        List<Crew> crews = pods.stream().map(each -> new Crew(named(each), each.pods(), mib(each.app().request()), mib(each.app().used()),
                most(live.bounds(), each), each.meshed() || !same)).toList();
        List<Machine> machines = live.nodes().stream().filter(ClusterNode::takesAnyPod)
                .filter(node -> node.capacity().resources().memoryBytes().stated() && node.capacity().resources().cpuMillis().stated())
                .map(node -> new Machine(node.name(), node.capacity().resources().memoryBytes().value() / MIB,
                        node.capacity().resources().cpuMillis().value() / MILLI))
                .toList();
        List<Prior> known = new ArrayList<>();
        used(live, Resources::memoryBytes)
                .ifPresent(share -> known.add(read.measured(Input.MEMORY_BEFORE, share, "memory of the nodes")));
        used(live, Resources::cpuMillis).ifPresent(share -> known.add(read.measured(Input.CPU_BEFORE, share, "processors of the nodes")));
        if (same) {
            proxies(read, pods, known);
        }
        String paths = String.join(", ", world.snapshot().origin().paths());
        return new OwnCluster(new Premises(paths, crews, machines, gaps(crews, machines, known)), runs, known);
    }

    /** The variant of the mesh that runs; empty where none does. */
    public static String runs(World world) {
        return world.running().stream().filter(mesh -> !mesh.marks().generic()).map(MeshSeen::variant).findFirst().orElse("");
    }

    private static String named(Footprint each) {
        return each.namespace().isEmpty() ? each.name() : each.namespace() + "/" + each.name();
    }

    private static Amount mib(Amount bytes) {
        return bytes.stated() ? Amount.of(Math.round(bytes.value() / MIB)) : bytes;
    }

    private static int most(Bounds bounds, Footprint each) {
        return bounds.autoscalers().stream().filter(scaler -> scaler.key().namespace().equals(each.namespace())
                && scaler.target().name().equals(each.name()) && scaler.max().stated()).mapToInt(scaler -> (int) scaler.max().value()).max()
                .orElse(0);
    }

    /** Share of all nodes that was in use; empty unless every node's use was measured. */
    private static Optional<Double> used(Live live, Function<Resources, Amount> what) {
        List<Amount> used = live.usage().nodes().stream().map(Usage.OfNode::used).map(what).toList();
        List<Amount> all = live.nodes().stream().map(node -> node.capacity().resources()).map(what).toList();
        long total = all.stream().mapToLong(Amount::orNothing).sum();
        boolean told = used.size() == all.size() && !used.isEmpty() && used.stream().allMatch(Amount::stated)
                && all.stream().allMatch(Amount::stated);
        return told ? Optional.of(used.stream().mapToLong(Amount::value).sum() / (double) total) : Optional.empty();
    }

    private static void proxies(Read read, List<Footprint> pods, List<Prior> known) {
        List<Footprint.Part> proxies = pods.stream().map(Footprint::proxy).filter(Footprint.Part::known).toList();
        if (proxies.isEmpty()) {
            return;
        }
        List<Amount> used = proxies.stream().map(Footprint.Part::used).filter(Amount::stated).toList();
        if (!used.isEmpty()) {
            known.add(read.measured(Input.PROXY_IDLE, mean(used), "memory of the proxies, mean"));
        }
        known.add(read.declared(Input.PROXY_REQUEST, mean(proxies.stream().map(Footprint.Part::request).toList()),
                "memory requests of the proxies, mean, those without any as 0"));
        List<Amount> limits = proxies.stream().map(Footprint.Part::limit).filter(Amount::stated).toList();
        boolean few = 2 * limits.size() < proxies.size();
        known.add(read.declared(Input.PROXY_LIMIT, few ? 0 : mean(limits),
                few ? "more than half of the services have proxies without memory limit" : "memory limits of the proxies, mean"));
    }

    private static double mean(List<Amount> bytes) {
        return bytes.stream().mapToLong(Amount::orNothing).sum() / MIB / bytes.size();
    }

    /**
     * What takes the place of ranges.
     *
     * @param at date of what was read
     */
    private record Read(Space space, String at) {

        Prior measured(Input input, double value, String what) {
            return known(input, value, new Said(Basis.MEASURED, "metrics of the cluster", at, what, List.of()));
        }

        Prior declared(Input input, double value, String what) {
            return known(input, value, new Said(Basis.DECLARED, "what was scanned", at, what, List.of()));
        }

        private Prior known(Input input, double value, Said said) {
            Prior prior = space.priors().get(input);
            if (prior == null) {
                throw new IllegalArgumentException("no range for " + input);
            }
            return prior.known(value, said);
        }
    }

    private static List<String> gaps(List<Crew> crews, List<Machine> machines, List<Prior> known) {
        List<String> gaps = new ArrayList<>();
        long untold = crews.stream().filter(each -> !each.memoryUsed().stated()).count();
        long unstated = crews.stream().filter(each -> !each.memoryRequest().stated()).count();
        if (machines.isEmpty()) {
            gaps.add("no nodes were read, so their size and number are ranges; read the cluster, or a snapshot of it");
        }
        if (untold > 0) {
            gaps.add(String.format(Locale.ROOT,
                    "what the pods of %d of %d services use was not measured (kubectl top pods needs metrics-server)",
                    untold, crews.size()));
        }
        if (unstated > 0) {
            gaps.add(unstated + " of " + crews.size() + " services request no memory, or it was not read");
        }
        if (known.stream().noneMatch(each -> each.input() == Input.MEMORY_BEFORE)) {
            gaps.add("how full the nodes are was not measured (kubectl top nodes)");
        }
        return gaps;
    }
}
