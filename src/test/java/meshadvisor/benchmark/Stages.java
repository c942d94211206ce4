package meshadvisor.benchmark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.advice.Advisor;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;
import meshadvisor.files.FileQuery;
import meshadvisor.format.Format;
import meshadvisor.format.Screen;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.report.Assessment;
import meshadvisor.report.Report;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Rules;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import meshadvisor.tree.Limits;

/**
 * Times each stage of an assessment on trees of different size, in one process and in turns, and prints how the time grows: the slope is the
 * exponent of the growth between the smallest and the largest tree, 1 where twice as much takes twice as long.
 */
final class Stages {

    private static final int ROUNDS = 9;

    private final Catalogue catalogue;
    private final Map<String, Map<String, List<Long>>> times = new LinkedHashMap<>();

    private Stages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes pairs of a number of documents and the tree that has them, the smallest first. */
    public static void main(String[] args) throws IOException {
        Stages stages;
        try (InputStream compiled = requireNonNull(Stages.class.getResourceAsStream("/meshadvisor/catalogue"))) {
            stages = new Stages(Catalogue.of(Library.ofCompiled(compiled.readAllBytes())));
        }
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < args.length; i += 2) {
                stages.run(args[i], args[i + 1], round > 0);
            }
        }
        stages.print(args[0], args[args.length - 2]);
    }

    private void run(String documents, String tree, boolean counts) throws IOException {
        FileQuery query = new FileQuery(List.of(tree), List.of(), List.of(), Limits.DEFAULT);
        long start = System.nanoTime();
        var snapshot = Manifests.read(
                new Manifests.Source(query, ObjectFilter.of(Set.of(), Map.of()), InputStream.nullInputStream(), "2026-01-01")).snapshot();
        long read = System.nanoTime();
        World world = World.of(snapshot, catalogue, Answers.NONE);
        long signals = System.nanoTime();
        Advisor.advise(world, Set.of());
        long advice = System.nanoTime();
        Rules.of(catalogue.library()).judge(world, catalogue, Applies.NOW);
        long rules = System.nanoTime();
        Report report = Assessment.of(snapshot, catalogue, Answers.NONE, Set.of(), new Suppressions(List.of()));
        long whole = System.nanoTime();
        StringWriter text = new StringWriter();
        Format.JSON.writer(Screen.PLAIN).write(report, text);
        long written = System.nanoTime();
        if (report.scope().documents() != Integer.parseInt(documents) || text.getBuffer().isEmpty()) {
            throw new IllegalStateException("read " + report.scope().documents() + " documents of " + documents);
        }
        if (counts) {
            keep("read", documents, read - start);
            keep("signals", documents, signals - read);
            keep("advice", documents, advice - signals);
            keep("rules", documents, rules - advice);
            keep("signals, advice, rules and report", documents, whole - rules);
            keep("JSON", documents, written - whole);
        }
    }

    private void keep(String stage, String documents, long nanos) {
        times.computeIfAbsent(stage, s -> new LinkedHashMap<>()).computeIfAbsent(documents, d -> new ArrayList<>()).add(nanos);
    }

    private void print(String small, String large) {
        System.out.println("| stage | " + small + " documents | " + large + " documents | slope |");
        System.out.println("|---|---|---|---|");
        times.forEach((stage, ofTree) -> {
            double one = median(ofTree.getOrDefault(small, List.of()));
            double other = median(ofTree.getOrDefault(large, List.of()));
            double slope = Math.log(other / one) / Math.log(Double.parseDouble(large) / Double.parseDouble(small));
            System.out.printf("| %s | %.0f ms | %.0f ms | %.2f |%n", stage, one / 1e6, other / 1e6, slope);
        });
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    }
}
