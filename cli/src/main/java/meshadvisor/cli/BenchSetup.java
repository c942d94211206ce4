package meshadvisor.cli;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.bench.planning.Planned;
import meshadvisor.bench.planning.Planning;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;

/** A plan for a cluster: made of options, or read. */
final class BenchSetup {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private BenchSetup() {}

    /** Makes it; stops with all mistakes. */
    static BenchPlan planned(BenchOptions options, Scene scene, Catalogue catalogue, Outside outside) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Variant> variants = Variants.of(catalogue.library());
        Order order = BenchOrder.of(options, variants.stream().map(Variant::id).toList(), scene.nodes().size(), mistakes);
        String run = options.runName.orElseGet(BenchSetup::drawn);
        return possible(Planning.of(run, order, scene, variants, BenchProgram.files(BenchProgram.folder(outside))), mistakes);
    }

    /**
     * Makes a plan anew that was read of a file; stops if it is not the same.
     *
     * @param file the option and its value
     */
    static BenchPlan again(String file, BenchPlan written, Scene scene, Catalogue catalogue, Outside outside) {
        Planned planned =
                Planning.again(written, scene, Variants.of(catalogue.library()), BenchProgram.files(BenchProgram.folder(outside)));
        return possible(switch (planned) {
            case Planned.Possible possible -> possible;
            case Planned.Impossible(List<String> sentences) -> new Planned.Impossible(
                    sentences.stream().map(sentence -> file + ": " + sentence).toList());
        }, new ArrayList<>());
    }

    private static BenchPlan possible(Planned planned, List<Mistake> mistakes) {
        return switch (planned) {
            case Planned.Possible(BenchPlan plan) when mistakes.isEmpty() -> plan;
            case Planned.Possible possible -> throw new MistakesFound(mistakes);
            case Planned.Impossible(List<String> more) -> {
                more.forEach(sentence -> mistakes.add(new UsageMistake(sentence)));
                throw new MistakesFound(mistakes);
            }
        };
    }

    /** Mistakes that can be seen without a cluster. */
    static void check(BenchOptions options, Outside outside, List<Mistake> mistakes) {
        List<Mistake> words = new ArrayList<>();
        Order order = BenchOrder.of(options, List.of(), 1, words);
        mistakes.addAll(words);
        if (words.isEmpty()) {
            Planning.mistakes(options.runName.orElseGet(BenchSetup::drawn), order, BenchProgram.files(BenchProgram.folder(outside)))
                    .forEach(sentence -> mistakes.add(new UsageMistake(sentence)));
        }
    }

    private static String drawn() {
        StringBuilder name = new StringBuilder("r");
        new SecureRandom().ints(6, 0, LETTERS.length()).forEach(at -> name.append(LETTERS.charAt(at)));
        return name.toString();
    }
}
