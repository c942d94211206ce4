package meshadvisor.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Threshold;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Condition.Comparison;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Rule.Case;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Subject;
import meshadvisor.signal.Subjects;
import meshadvisor.signal.World;

/** The rules of the catalogue, and what they say of a system. */
public record Rules(List<Rule> all) {

    private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9-]+)\\}");

    public Rules {
        all = List.copyOf(all);
    }

    /** Every rule of the library, by code. All mistakes in them are told at once. */
    public static Rules of(Library library) {
        List<Rule> rules = library.readAll("rules/", "/rule.yaml", Rule.class);
        Set<String> thresholds = new TreeSet<>();
        library.readList("thresholds.yaml", "thresholds", Threshold.class).forEach(t -> thresholds.add(t.id()));
        List<String> mistakes = new ArrayList<>();
        rules.forEach(rule -> rule.cases().forEach(one -> mistakes(rule, one, thresholds, mistakes)));
        if (!mistakes.isEmpty()) {
            throw new CatalogueMistake("rules", String.join("; ", mistakes));
        }
        return new Rules(rules.stream().sorted(Comparator.comparing(Rule::code)).toList());
    }

    private static void mistakes(Rule rule, Case one, Set<String> thresholds, List<String> mistakes) {
        if (!Subjects.kinds().contains(one.about())) {
            mistakes.add(rule.id() + " is about " + one.about() + "; known are " + Subjects.kinds());
            return;
        }
        Set<String> used = one.when().signals().collect(Collectors.toCollection(TreeSet::new));
        HOLE.matcher(one.because()).results().forEach(m -> used.add(m.group(1)));
        used.removeAll(Subjects.signals(one.about()));
        if (!used.isEmpty()) {
            mistakes.add(rule.id() + " asks " + one.about() + " for " + used + "; known are " + Subjects.signals(one.about()));
        }
        Set<String> limits = one.when().comparisons().map(Comparison::threshold).collect(Collectors.toCollection(TreeSet::new));
        one.when().choices().forEach(c -> {
            Set<String> words = new TreeSet<>(c.oneOf());
            words.removeAll(Subjects.words(c.signal()));
            if (!words.isEmpty() && !Subjects.words(c.signal()).isEmpty()) {
                mistakes.add(rule.id() + " compares " + c.signal() + " with " + words + "; known are " + Subjects.words(c.signal()));
            }
        });
        limits.removeAll(thresholds);
        if (!limits.isEmpty()) {
            mistakes.add(rule.id() + " compares with " + limits + "; known thresholds are " + thresholds);
        }
    }

    /**
     * Asks every rule about every subject.
     *
     * @param meshThere whether a mesh is there or advised, so that what matters to a mesh matters now
     */
    public Verdicts judge(World world, Catalogue catalogue, Applies meshThere) {
        Map<String, List<Subject>> subjects = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        List<NotAssessed> open = new ArrayList<>();
        for (Rule rule : all) {
            Judging judging = new Judging(rule, meshThere, catalogue::threshold);
            Set<String> kinds = new LinkedHashSet<>();
            rule.cases().forEach(c -> kinds.add(c.about()));
            kinds.forEach(kind -> subjects.computeIfAbsent(kind, k -> Subjects.of(world, k)).forEach(s -> judging.ask(kind, s)));
            findings.addAll(judging.findings);
            if (judging.unknown > 0) {
                open.add(new NotAssessed(rule.code(), rule.id(), judging.unknown, List.copyOf(judging.gaps)));
            }
        }
        return new Verdicts(findings, open);
    }

    private static final class Judging {

        private final Rule rule;
        private final Applies meshThere;
        private final ToDoubleFunction<String> thresholds;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Gap> gaps = new TreeSet<>();
        private int unknown;

        Judging(Rule rule, Applies meshThere, ToDoubleFunction<String> thresholds) {
            this.rule = rule;
            this.meshThere = meshThere;
            this.thresholds = thresholds;
        }

        void ask(String kind, Subject subject) {
            boolean open = false;
            for (Case one : rule.cases()) {
                if (!one.about().equals(kind)) {
                    continue;
                }
                Truth truth = one.when().test(subject.readings(), thresholds);
                if (truth == Truth.YES) {
                    findings.add(finding(one, subject));
                    return;
                }
                if (truth == Truth.UNKNOWN) {
                    open = true;
                    one.when().signals().map(subject.readings()::of).forEach(this::gap);
                }
            }
            unknown += open ? 1 : 0;
        }

        private void gap(Reading reading) {
            if (reading instanceof Reading.Unknown(Gap gap)) {
                gaps.add(gap);
            }
        }

        private Finding finding(Case one, Subject subject) {
            List<Evidence> because =
                    one.when().signals().distinct().flatMap(s -> subject.readings().of(s).seenAt().stream()).sorted().distinct().toList();
            Applies applies = rule.applies() == Applies.NOW ? Applies.NOW : meshThere;
            return new Finding(rule.code(), rule.id(), one.severity(), applies, subject.object(), subject.place(),
                    sentence(one, subject, because),
                    one.confidence(), because);
        }

        private static String sentence(Case one, Subject subject, List<Evidence> because) {
            Matcher holes = HOLE.matcher(one.because());
            StringBuilder sentence = new StringBuilder();
            while (holes.find()) {
                holes.appendReplacement(sentence, Matcher.quoteReplacement(subject.readings().of(holes.group(1)).words()));
            }
            holes.appendTail(sentence);
            String seen = because.stream().limit(2).map(Evidence::toString).collect(Collectors.joining("; "));
            String more = because.size() > 2 ? "; and " + (because.size() - 2) + " more" : "";
            return sentence.toString().strip() + (seen.isEmpty() ? "" : " Seen: " + seen + more + ".");
        }
    }
}
