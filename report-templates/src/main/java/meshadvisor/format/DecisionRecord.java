package meshadvisor.format;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Ranked;
import meshadvisor.advice.Verdict;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;

/** The advice as a decision record (MADR) that somebody can put into a repository: proposal, options refused and why, risks, and triggers. */
record DecisionRecord(Report report, Words words) {

    /** A habit of the trade, and no fact: what meshes support for how long changes about twice a year. */
    private static final int REVIEW_MONTHS = 6;

    private static final int TRIGGERS = 12;

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, "Status: proposed by this report; it is decided when people say so. Date: " + report.scope().asOf()
                + ". Deciders: not known here."));
        part("Context", "context", Stream.concat(Stream.of(Summary.counted(report) + ". Mesh: " + Summary.meshes(report) + "."),
                drivers()), blocks);
        part("Options", "options", Stream.concat(Stream.of("No mesh"), report.advice().ranking().stream().map(r -> r.variant().name())),
                blocks);
        part("Proposal", "proposal", Stream.concat(Stream.of(new Headline(report).sentence()), verdict().why().stream()), blocks);
        part("Options refused, and why", "refused", refused(), blocks);
        risks(blocks);
        part("Review", "review", Stream.of(review()), blocks);
        part("What reopens it before", "triggers", Stream.concat(triggers(), pilot()), blocks);
        return Sections.section("Annex: decision record", "record", blocks);
    }

    private Verdict verdict() {
        return report.advice().verdict();
    }

    private static void part(String title, String anchor, Stream<String> sentences, List<Block> blocks) {
        List<String> all = sentences.toList();
        if (!all.isEmpty()) {
            blocks.add(new Block.Subheading(Tone.STRONG, title, "record-" + anchor));
            all.forEach(sentence -> blocks.add(Block.item(1, sentence)));
        }
    }

    private List<NeedAnswer> active() {
        Truth dataPlane = Truth.of(report.meshes().stream().anyMatch(MeshSeen::runs));
        return report.advice().needs().stream().filter(need -> need.active(dataPlane)).toList();
    }

    private Stream<String> drivers() {
        List<NeedAnswer> active = active();
        return active.isEmpty() ? Stream.of("No need was stated or seen that counts.")
                : active.stream().map(need -> "Needed: " + Words.title(need.need()) + ". Answer: " + words.answer(need.code()) + ". "
                        + need.because());
    }

    private Stream<String> refused() {
        Outcome outcome = verdict().outcome();
        return switch (outcome) {
            case UNDECIDED -> Stream.of("None yet: what is not known decides between them. The questions stand above.");
            case NO_MESH -> report.advice().ranking().stream().map(this::unneeded);
            case RECONSIDER -> Stream.concat(Stream.of("To keep what is there as it is: " + new Headline(report).doubt()),
                    report.advice().ranking().stream().filter(ranked -> !ranked.variant().id().equals(verdict().mesh()))
                            .map(this::unneeded));
            case ADOPT, KEEP -> Stream.concat(Stream.of("No mesh: " + served()), report.advice().ranking().stream()
                    .filter(ranked -> !ranked.variant().id().equals(verdict().mesh())).map(this::lost));
        };
    }

    private String unneeded(Ranked ranked) {
        return ranked.variant().name() + ": " + (!ranked.excluded().isEmpty() ? out(ranked)
                : active().isEmpty() ? "no need counts, so it would cost and give nothing that is needed."
                        : "each need that counts has an answer that asks for less than a mesh; what it would give beside, nobody asked for.");
    }

    private String served() {
        List<String> served = active().stream().filter(need -> need.mesh() == Truth.YES).map(need -> Words.title(need.need()) + " ("
                + Words.small(need.because().replaceAll("\\.$", "")) + ")").toList();
        return served.isEmpty() ? "a mesh is the network of this cluster as well."
                : "it would leave unanswered " + Words.list(served, "and") + ".";
    }

    private String lost(Ranked ranked) {
        if (!ranked.excluded().isEmpty()) {
            return ranked.variant().name() + ": " + out(ranked);
        }
        Optional<Ranked> chosen =
                report.advice().ranking().stream().filter(each -> each.variant().id().equals(verdict().mesh())).findFirst();
        String points = chosen.map(each -> String.format(Locale.ROOT, "%+.1f points against %+.1f", ranked.score(), each.score()))
                .orElseGet(() -> String.format(Locale.ROOT, "%+.1f points", ranked.score()));
        return ranked.variant().name() + ": " + points + "; what gave them stands under \"Options side by side\".";
    }

    private static String out(Ranked ranked) {
        return "out of the question: " + Words.sentence(String.join("; ", ranked.excluded()));
    }

    private void risks(List<Block> blocks) {
        blocks.add(new Block.Subheading(Tone.STRONG, "Risk register", "record-risks"));
        blocks.add(new Block.Rows(List.of("Risk", "How bad, and how sure", "What to do", "Who"), new RiskRegister(report, words).rows()));
    }

    private Stream<String> triggers() {
        return verdict().flips().stream().limit(TRIGGERS).map(flip -> AdviceSections.flip(flip, report.advice(), words));
    }

    /** A pilot that fails is a decision that was wrong. */
    private Stream<String> pilot() {
        return report.plan().stream().flatMap(plan -> plan.legs().stream()).filter(leg -> !leg.charter().kill().isEmpty())
                .map(leg -> "The pilot of " + leg.path().title() + " is ended by one of the budgets of its charter"
                        + (leg.charter().ends().isEmpty() ? "" : ", or has not succeeded by " + leg.charter().ends()) + ".");
    }

    private String review() {
        String every = "Review it " + REVIEW_MONTHS + " months on";
        try {
            return every + ", on " + LocalDate.parse(report.scope().asOf()).plusMonths(REVIEW_MONTHS) + " (assumed: a habit, no fact).";
        } catch (DateTimeParseException e) {
            return every + " (assumed: a habit, no fact).";
        }
    }
}
