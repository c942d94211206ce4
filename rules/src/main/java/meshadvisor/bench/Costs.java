package meshadvisor.bench;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Bill;
import meshadvisor.bench.BenchReport.Cpu;
import meshadvisor.bench.BenchReport.Memory;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Usage;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.catalog.Kebab;
import meshadvisor.measure.Differences;
import meshadvisor.model.Gap;

/** What a variant costs: each payer's CPU for 1000 requests, against baseline in the same blocks, and its memory. */
record Costs(BenchRun run, Cells cells, Variant variant) {

    private static final double THOUSAND = 1_000;

    /** Those whose sum the nodes should show. */
    private static final List<Payer> EXPLAIN = List.of(Payer.PROXIES, Payer.APPLICATION, Payer.NODE_AGENTS, Payer.CONTROL_PLANE);

    private static final List<Payer> METERED =
            List.of(Payer.PROXIES, Payer.APPLICATION, Payer.NODE_AGENTS, Payer.CONTROL_PLANE, Payer.NODES);

    /** A cell and what was metered of its variant. */
    private record Driven(CellResult cell, Map<Payer, Metered> metered) {

        OptionalDouble per1000(Payer payer) {
            var seconds = Optional.ofNullable(metered.get(payer)).map(each -> each.cpuSeconds(cell.offsetSeconds(), cell.endSeconds()))
                    .orElseGet(OptionalDouble::empty);
            long completed = cell.counts().completed();
            return seconds.isPresent() && completed > 0 ? OptionalDouble.of(seconds.getAsDouble() / completed * THOUSAND)
                    : OptionalDouble.empty();
        }

        double generator() {
            return cell.counts().generatorCpuSeconds() / cell.counts().completed() * THOUSAND;
        }
    }

    Bill of(Situation situation) {
        var mine = metered(variant.id());
        var theirs = metered(Contests.BASELINE);
        var blocks = Pairs.of(cells, situation, variant.id(), Contests.BASELINE).pairs().stream()
                .map(pair -> block(new Driven(pair.one().result(), mine), new Driven(pair.other().result(), theirs))).toList();
        var cpu = Stream.of(Payer.values()).flatMap(payer -> cpu(payer, blocks).stream()).toList();
        return new Bill(variant.id(), situation.load(), situation.scenarios(), cpu, memory(situation));
    }

    private static List<Cpu> cpu(Payer payer, List<Map<Payer, Double>> blocks) {
        var values = blocks.stream().filter(block -> block.containsKey(payer)).map(block -> block.getOrDefault(payer, Double.NaN)).toList();
        if (values.size() < 2) {
            return List.of();
        }
        var estimate = new Differences(values, 0).estimate();
        return List.of(new Cpu(payer, estimate.by(), estimate.interval(Judgement.CONFIDENCE), values.size()));
    }

    private Map<Payer, Double> block(Driven one, Driven baseline) {
        var block = new EnumMap<Payer, Double>(Payer.class);
        for (Payer payer : List.of(Payer.APPLICATION, Payer.NODE_AGENTS, Payer.CONTROL_PLANE, Payer.NODES)) {
            var mine = one.per1000(payer);
            var theirs = baseline.per1000(payer);
            if (mine.isPresent() && theirs.isPresent()) {
                block.put(payer, mine.getAsDouble() - theirs.getAsDouble());
            }
        }
        one.per1000(Payer.PROXIES).ifPresent(value -> block.put(Payer.PROXIES, value));
        block.put(Payer.GENERATOR, one.generator() - baseline.generator());
        if (block.containsKey(Payer.NODES) && EXPLAIN.stream().allMatch(payer -> block.containsKey(payer) || isFree(payer))) {
            double explained = EXPLAIN.stream().mapToDouble(payer -> block.getOrDefault(payer, 0.0)).sum(); // the free ones cost nothing
            block.put(Payer.UNEXPLAINED, block.getOrDefault(Payer.NODES, Double.NaN) - explained);
        }
        return block;
    }

    /** What a bill lacks, though the variant has it. */
    List<Gap> gaps(Bill bill) {
        return METERED.stream().filter(payer -> !isFree(payer) && bill.cpu().stream().noneMatch(cpu -> cpu.payer() == payer))
                .map(payer -> Gap.of("bench-cpu-" + Kebab.of(payer),
                        "the CPU of " + payer.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + variant.id(),
                        "fewer than two blocks of it and of baseline have figures that cover their plateaus",
                        "grant the right to read metrics of pods and nodes, as bench plan prints it, and run it again"))
                .toList();
    }

    /** Whether the variant has nothing of the kind. */
    private boolean isFree(Payer payer) {
        return switch (payer) {
            case PROXIES -> variant.bill().containers().isEmpty();
            case NODE_AGENTS -> variant.bill().nodeAgents().isEmpty();
            case CONTROL_PLANE -> variant.bill().controlPlane().isEmpty();
            case APPLICATION, NODES, UNEXPLAINED, GENERATOR -> false;
        };
    }

    private Map<Payer, Metered> metered(String of) {
        return METERED.stream().collect(toMap(payer -> payer, payer -> metered(payer, of)));
    }

    private Metered metered(Payer payer, String of) {
        return new Metered(run.usage().stream().filter(usage -> switch (payer) {
            case PROXIES -> usage.who() == User.CONTAINER && usage.variant().equals(of) && isProxy(usage);
            case APPLICATION -> usage.who() == User.CONTAINER && usage.variant().equals(of) && !isProxy(usage);
            case NODE_AGENTS -> usage.who() == User.NODE_AGENT && isIn(usage, variant.bill().nodeAgents());
            case CONTROL_PLANE -> usage.who() == User.CONTROL_PLANE && isIn(usage, variant.bill().controlPlane());
            case NODES -> usage.who() == User.NODE;
            case UNEXPLAINED, GENERATOR -> false;
        }).toList());
    }

    private boolean isProxy(Usage usage) {
        return variant.bill().containers().contains(usage.name().substring(usage.name().lastIndexOf('/') + 1));
    }

    /** By namespace: names of pods change, and usage carries no labels. */
    private static boolean isIn(Usage usage, List<Variant.Pods> pods) {
        return pods.stream().anyMatch(each -> each.namespace().isEmpty() || usage.name().startsWith(each.namespace() + "/"));
    }

    private List<Memory> memory(Situation situation) {
        var memory = new ArrayList<Memory>();
        var driven = cells.column(situation, variant.id()).cells().values().stream().map(Cells.Cell::result).toList();
        double begin = run.cells().stream().mapToDouble(CellResult::offsetSeconds).min().orElse(0)
                - run.plan().order().design().warmUpSeconds();
        for (Payer payer : METERED) {
            var metered = metered(payer, variant.id());
            metered.mebibytes(0, begin)
                    .ifPresent(mebibytes -> memory.add(new Memory(payer, false, mebibytes, metered.count(0, begin))));
            var loaded = driven.stream().flatMapToDouble(cell -> stream(metered.mebibytes(cell.offsetSeconds(), cell.endSeconds())))
                    .average();
            int most = driven.stream().mapToInt(cell -> metered.count(cell.offsetSeconds(), cell.endSeconds())).max().orElse(0);
            loaded.ifPresent(mebibytes -> memory.add(new Memory(payer, true, mebibytes, most)));
        }
        return List.copyOf(memory);
    }

    private static DoubleStream stream(OptionalDouble value) {
        return value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty();
    }
}
