package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.packing.Added;
import meshadvisor.cost.packing.Pools;
import meshadvisor.model.ClusterNode;

/** What parts cost as compute, counted in three ways. Prices are for a month of 730 hours. */
final class Compute {

    private static final double GIB = 1 << 30;
    /** Of a millicore, and of a MiB. */
    private static final double PROCESSOR = 0.001;
    private static final double GIBIBYTE = 1.0 / 1024;
    private static final Factor MONTH = Factor.exactly(730);

    private final Prices prices;
    private final Counts counts;
    private final Optional<Pools> pools;

    Compute(Prices prices, Counts counts, Optional<Pools> pools) {
        this.prices = prices;
        this.counts = counts;
        this.pools = pools;
    }

    /** What the scheduler sets aside. */
    List<Term> requested(List<Part> parts) {
        List<Term> terms = new ArrayList<>();
        for (Part.Where where : Part.Where.values()) {
            List<Part> here = parts.stream().filter(p -> p.where() == where).toList();
            Factor number = counts.number(where);
            double cpu = here.stream().mapToDouble(p -> p.count() * p.requested().cpu()).sum() / number.range().likely();
            double memory = here.stream().mapToDouble(p -> p.count() * p.requested().memory()).sum() / number.range().likely();
            if (cpu > 0) {
                terms.add(cpu(asked(number, cpu * PROCESSOR)));
            }
            if (memory > 0) {
                terms.add(memory(asked(number, memory * GIBIBYTE)));
            }
        }
        return terms;
    }

    /** As much for each of a number, which moves with the same number elsewhere. */
    private static Term asked(Factor number, double each) {
        return Term.of(number, Factor.counted("", each, "requests of charts and manifests"));
    }

    /** What is used, whether it is set aside or not. */
    List<Term> used(List<Part> parts, String option) {
        List<Term> terms = new ArrayList<>();
        for (Part part : parts) {
            terms.add(cpu(Term.of(factor(option + " " + part.name() + " CPU", part.usedCpu()).times(PROCESSOR))));
            terms.add(memory(Term.of(factor(option + " " + part.name() + " memory", part.usedMemory()).times(GIBIBYTE))));
        }
        return terms;
    }

    private static Factor factor(String name, Amount amount) {
        return new Factor(name, amount.range(), amount.said());
    }

    private Term cpu(Term processors) {
        return everywhere(processors.times(prices.of("cpu-hour")));
    }

    private Term memory(Term gibibytes) {
        return everywhere(gibibytes.times(prices.of("memory-hour")));
    }

    /** A month of it, in every cluster, after the discount. */
    private Term everywhere(Term term) {
        Term month = term.times(MONTH).times(prices.afterDiscount());
        return counts.of(Driver.CLUSTER).stream().reduce(month, Term::times, (a, b) -> b);
    }

    /** Whole nodes: what an invoice shows. */
    List<Term> nodes(List<Part> parts, String option) {
        Factor nodes = factor(parts, option);
        Optional<Factor> known = pools.flatMap(p -> prices.node(p.usual().machine().instanceType(), p.usual().machine().region()));
        if (known.isPresent()) {
            return List.of(everywhere(Term.of(nodes, known.get())));
        }
        Factor cpu =
                pools.map(p -> Factor.counted("processors of a node", p.usual().capacity().resources().cpuMillis().orNothing() / 1000.0,
                        "nodes of the cluster")).orElseGet(() -> prices.of("node-cpu"));
        Factor memory = pools.map(p -> Factor.counted("GiB of a node", p.usual().capacity().resources().memoryBytes().orNothing() / GIB,
                "nodes of the cluster")).orElseGet(() -> prices.of("node-memory"));
        return List.of(everywhere(Term.of(nodes, cpu, prices.of("cpu-hour"))),
                everywhere(Term.of(nodes, memory, prices.of("memory-hour"))));
    }

    private Factor factor(List<Part> parts, String option) {
        return pools.map(p -> packed(p, parts, option)).orElseGet(() -> supposed(parts, option));
    }

    /** Nodes that one cluster needs more. */
    Amount added(List<Part> parts, String option) {
        Factor nodes = factor(parts, option);
        return new Amount(nodes.range(), Bookkeeping.NODES, nodes.said());
    }

    /** How that many nodes came about, in words. */
    String nodesInWords(List<Part> parts) {
        if (pools.isEmpty()) {
            return "share of a node of the size that is supposed, for no nodes were read";
        }
        Added likely = added(pools.get(), parts, Level.LIKELY);
        String lost = likely.tooBig().isEmpty() ? "" : "; no longer on any node: " + String.join(", ", likely.tooBig());
        ClusterNode usual = pools.get().usual();
        String type = usual.machine().instanceType().isEmpty() ? "nodes like " + usual.name() : usual.machine().instanceType();
        return String.format(Locale.ROOT, "%d more of %s if the free room of today is used up, at least %d; %d if it is to stay free%s",
                likely.spent(), type, likely.atLeast(), likely.kept(), lost);
    }

    private Factor packed(Pools nodes, List<Part> parts, String option) {
        int low = added(nodes, parts, Level.REQUESTED).spent();
        Added middle = added(nodes, parts, Level.LIKELY);
        int high = Math.max(added(nodes, parts, Level.HIGH).kept(), middle.kept());
        double likely = Math.clamp((middle.spent() + middle.kept()) / 2.0, Math.min(low, high), high);
        Said said = new Said(Basis.PREDICTED, "pods of the cluster packed onto its nodes", "",
                "from free room used up to free room kept; each part takes what it requests or uses, whichever is more",
                List.of("whether today's free room is spare"));
        return new Factor("nodes for " + option, new Range(Math.min(low, likely), likely, high), said);
    }

    private Added added(Pools nodes, List<Part> parts, Level level) {
        return nodes.added(level.extra(parts, counts.grow()));
    }

    private Factor supposed(List<Part> parts, String option) {
        Range cpu = needed(parts, Part.Size::cpu, Part::usedCpu);
        Range memory = needed(parts, Part.Size::memory, Part::usedMemory);
        double nodeCpu = prices.of("node-cpu").range().likely() * 1000;
        double nodeMemory = prices.of("node-memory").range().likely() * 1024;
        Range waste = prices.of("fragmentation").range();
        Range nodes = new Range(Math.max(cpu.low() / nodeCpu, memory.low() / nodeMemory) * waste.low(),
                Math.max(cpu.likely() / nodeCpu, memory.likely() / nodeMemory) * waste.likely(),
                Math.max(cpu.high() / nodeCpu, memory.high() / nodeMemory) * waste.high());
        Said said = new Said(Basis.ASSUMED, "no nodes were read: a node of " + (int) (nodeCpu / 1000) + " processors and "
                + (int) (nodeMemory / 1024) + " GiB is supposed", "", "", List.of("nodes of the cluster"));
        return new Factor("nodes for " + option, nodes, said);
    }

    private interface Requested {
        double of(Part.Size size);
    }

    private interface Used {
        Amount of(Part part);
    }

    /** What it requests or uses, whichever is more. */
    private static Range needed(List<Part> parts, Requested requested, Used used) {
        double low = 0;
        double likely = 0;
        double high = 0;
        for (Part part : parts) {
            double asked = part.count() * requested.of(part.requested());
            Range is = used.of(part).range();
            low += Math.max(asked, is.low());
            likely += Math.max(asked, is.likely());
            high += Math.max(asked, is.high());
        }
        return new Range(low, likely, high);
    }
}
