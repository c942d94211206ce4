package meshadvisor.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.model.Answers;
import meshadvisor.model.Answers.Said;

/** Joins what people say on the command line and in an answers file; the command line wins. */
final class Statements {

    private Statements() {}

    static Answers of(AssessOptions options, Catalogue catalogue, List<Mistake> mistakes) {
        Answers file = options.answers.map(f -> AnswersFile.read(f, catalogue, mistakes)).orElse(Answers.NONE);
        Map<String, Said> needs = new LinkedHashMap<>(file.needs());
        Set<String> known = catalogue.needs().stream().map(Need::id).collect(Collectors.toCollection(TreeSet::new));
        check(options.needs, "--need", known, mistakes);
        check(options.noNeeds, "--no-need", known, mistakes);
        options.needs.forEach(need -> needs.put(need, Said.here("yes")));
        options.noNeeds.forEach(need -> needs.put(need, Said.here("no")));
        Set<String> both = new TreeSet<>(options.needs);
        both.retainAll(options.noNeeds);
        both.forEach(n -> mistakes.add(new Mistake.UsageMistake("--need " + n + " and --no-need " + n + " contradict each other")));
        return new Answers(needs, file.facts(), file.requirements(), joined(file.services(), options.services),
                joined(file.notServices(), options.notServices), file.objectives());
    }

    private static void check(Set<String> words, String option, Set<String> known, List<Mistake> mistakes) {
        words.stream().filter(word -> !known.contains(word))
                .forEach(
                        word -> mistakes.add(new Mistake.UsageMistake(option + " " + word + ": unknown need; " + Known.hint(word, known))));
    }

    private static List<Said> joined(List<Said> file, Set<String> options) {
        List<Said> all = new ArrayList<>(file);
        options.forEach(o -> all.add(Said.here(o)));
        return all;
    }
}
