package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Ranked;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;

/** What one could do, beside each other: without a mesh, and each way to have one. */
record OptionSections(Report report, Words words) {

    private static final String UNKNOWN = "not estimated";

    List<Block> options() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("No mesh" + mark(without()), String.join("; ", instead()), "0", "0", "0", "-"));
        report.advice().ranking().forEach(ranked -> rows.add(row(ranked)));
        blocks.add(new Block.Rows(List.of("Option", "What speaks for and against it", "p99 of a call, ms more", "CPU, millicores more",
                "Memory, MiB more", "Basis"), rows));
        blocks.add(Block.item(1, "Nine of ten possibilities lie in each range; the basis is the weakest of all that a row was made of."
                + " \"No mesh\" adds nothing of a mesh; what its answers cost stands below, under \"What it would cost\". \"" + UNKNOWN
                + "\": name the option with --consider to have it estimated here, or run meshadvisor estimate."));
        report.advice().ranking().forEach(ranked -> AdviceSections.ranked(ranked, blocks));
        return Sections.section("Options side by side", "options", blocks);
    }

    private boolean without() {
        return report.advice().verdict().outcome() == Outcome.NO_MESH;
    }

    private static String mark(boolean advised) {
        return advised ? " (advised)" : "";
    }

    /** What answers the needs that count, without a mesh. */
    private List<String> instead() {
        Truth dataPlane = Truth.of(report.meshes().stream().anyMatch(MeshSeen::runs));
        List<NeedAnswer> active = report.advice().needs().stream().filter(need -> need.active(dataPlane)).toList();
        if (active.isEmpty()) {
            return List.of("no need counts that something would have to answer");
        }
        return active.stream().map(need -> Words.title(need.need()) + ": " + (need.code() == AnswerCode.MESH
                ? "nothing that is as good" : words.answer(need.code()))).toList();
    }

    private List<String> row(Ranked ranked) {
        String id = ranked.variant().id();
        boolean advised = report.advice().verdict().mesh().equals(id);
        String judged = ranked.excluded().isEmpty() ? String.format(Locale.ROOT, "%+.1f points", ranked.score())
                : "out of the question: " + String.join("; ", ranked.excluded());
        Optional<Forecast> forecast = forecast(id);
        return List.of(ranked.variant().name() + mark(advised), judged,
                forecast.map(each -> Amounts.range(each.overhead().hopP99().range())).orElse(UNKNOWN),
                forecast.map(each -> Amounts.range(each.cpu().range())).orElse(UNKNOWN),
                forecast.map(each -> Amounts.range(each.memory().range())).orElse(UNKNOWN),
                forecast.map(OptionSections::basis).orElse("-"));
    }

    /** A variant may be run in several ways, whose ids begin with its own; the first stands for it. */
    private Optional<Forecast> forecast(String variant) {
        return report.added().stream()
                .filter(each -> each.overhead().variant().equals(variant) || each.overhead().variant().startsWith(variant + "-"))
                .findFirst();
    }

    private static String basis(Forecast forecast) {
        return List.of(forecast.cpu(), forecast.memory(), forecast.overhead().hopP99()).stream().map(each -> each.said().basis())
                .max(Enum::compareTo).map(Kebab::of).stream().collect(Collectors.joining());
    }
}
