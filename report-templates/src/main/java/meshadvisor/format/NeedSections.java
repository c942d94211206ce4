package meshadvisor.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.Borderline;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.catalog.AnswerText;
import meshadvisor.catalog.Threshold;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.report.Prose;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;

/** What the tree says to each need: a table to overlook, then each with its reason. */
final class NeedSections {

    private final Report report;
    private final Words words;
    private final Truth dataPlane;
    private final List<Block> blocks = new ArrayList<>();

    private NeedSections(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.dataPlane = Truth.of(report.meshes().stream().anyMatch(MeshSeen::runs));
    }

    static List<Block> needs(Report report, Words words) {
        return new NeedSections(report, words).needs(report.advice().needs());
    }

    /** The needs that count before the others, and those that something cheaper than a mesh answers before those that want a mesh. */
    static List<Block> cheapestFirst(Report report, Words words) {
        NeedSections sections = new NeedSections(report, words);
        return sections.needs(report.advice().needs().stream()
                .sorted(Comparator.<NeedAnswer, Boolean>comparing(need -> !need.active(sections.dataPlane)).thenComparing(NeedAnswer::mesh))
                .toList());
    }

    private List<Block> needs(List<NeedAnswer> needs) {
        if (!needs.isEmpty()) {
            blocks.add(new Block.Rows(List.of("Need", "Stated", "Observed", "Answer"), needs.stream().map(this::row).toList()));
            needs.forEach(this::need);
        }
        return Sections.section("Needs, and what answers each", "needs", blocks);
    }

    private List<String> row(NeedAnswer need) {
        return List.of(need.need().id(), truth(need.stated()), truth(need.observed()), words.answer(need.code()));
    }

    private void need(NeedAnswer need) {
        String id = need.need().id();
        blocks.add(new Block.Subheading(Tone.STRONG, id + ": " + need.need().title(), "need-" + id));
        blocks.add(Block.item(1, (need.stated() == Truth.YES ? "Answer: " : "Answer, if it is needed: ") + words.answer(need.code()) + ". "
                + need.because()));
        if (!need.caveat().isEmpty()) {
            blocks.add(Block.item(1, "Mind: " + need.caveat()));
        }
        need.borderline().ifPresent(this::borderline);
        if (need.possible().size() > 1) {
            blocks.add(Block.item(1,
                    "Possible: " + Words.list(need.possible().stream().sorted().map(words::answer).map(Words::small).toList(), "or")));
        }
        need.gaps().forEach(this::missing);
        evidence("Seen: ", need.observedAt());
        if (need.code() != AnswerCode.ASK) {
            evidence("Rests on: ", need.evidence());
        }
        next(need);
    }

    private void borderline(Borderline near) {
        String unit = report.thresholds().stream().filter(t -> t.id().equals(near.id())).map(Threshold::unit).findFirst().orElse("");
        blocks.add(Block.item(1, "Borderline: " + number(near.count()) + " is within a quarter of the limit of " + number(near.threshold())
                + " " + unit + ". On the other side the answer is " + Words.small(words.answer(near.other())) + "."));
    }

    private void missing(Gap gap) {
        blocks.add(Block.item(1, "Missing: " + gap.what()));
    }

    private void evidence(String label, List<Evidence> evidence) {
        Fold.each(evidence, Fold.EVIDENCE, e -> blocks.add(new Block.Item(1, label + e.sentence(), e.place().toString())),
                more -> blocks.add(Block.item(2, more)));
    }

    /** The whole next step where the need counts; else the command that shows it. */
    private void next(NeedAnswer need) {
        Optional<AnswerText> text = Optional.ofNullable(report.wording().answers().get(need.code().name()));
        if (need.active(dataPlane) && text.isPresent()) {
            blocks.add(Block.item(1, "Next step:"));
            Prose.blocks(text.get().next()).forEach(part -> blocks.add(below(part)));
        } else if (need.code() != AnswerCode.ASK) {
            blocks.add(Block.item(1, "Next step: meshadvisor explain " + need.code()));
        }
    }

    private static Block below(meshadvisor.report.Block part) {
        return switch (part) {
            case meshadvisor.report.Block.Paragraph(var text) -> Block.item(2, unquoted(text));
            case meshadvisor.report.Block.Item(var depth, var lead, var text) ->
                    Block.item(2 + depth, lead(lead.strip()) + unquoted(text));
            case meshadvisor.report.Block.Verbatim(var lines) -> new Block.Verbatim(String.join("\n", lines));
            case meshadvisor.report.Block.Table(var columns, var rows) -> new Block.Rows(columns, rows);
        };
    }

    /** A dash begins an item of a list, which this is already. */
    private static String lead(String lead) {
        return lead.equals("-") ? "" : lead.replaceFirst("(?<=\\w)$", ":") + " ";
    }

    /** Without the signs of Markdown around words of code, which no other format would understand. */
    private static String unquoted(String text) {
        return text.replace("`", "");
    }

    private static String truth(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
