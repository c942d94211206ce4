package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Invalid;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.NextRun;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Gap;

/** What else belongs to a benchmark: what was not used, not run and not seen, why it ended, and what it is only true of. */
record BenchSections(BenchRun run, BenchReport report, BenchWords words) {

    private static final int CELLS = 4;

    List<Block> variants() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = report.subjects().stream().map(subject -> List.of(words.variant(subject.variant()),
                subject.version().isEmpty() ? "-" : subject.version(), BenchWords.rank(subject.rank()))).toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Rows(List.of("variant", "version", "gives"), rows));
        }
        run.plan().notRun().forEach(text -> blocks.add(Block.item(1, text)));
        return Sections.section("Variants", "variants", blocks);
    }

    /** Grouped by what was wrong, with where it was; none is left out. */
    List<Block> invalid() {
        List<Block> blocks = new ArrayList<>();
        Map<String, List<Invalid>> byReason = new LinkedHashMap<>();
        report.invalid().forEach(cell -> cell.because()
                .forEach(reason -> byReason.computeIfAbsent(pattern(reason), key -> new ArrayList<>()).add(cell)));
        Stream<Map.Entry<String, List<Invalid>>> most = byReason.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(other.size(), one.size())));
        most.forEach(entry -> {
            String pattern = entry.getKey();
            List<Invalid> cells = entry.getValue();
            String example = cells.getFirst().because().stream().filter(reason -> pattern(reason).equals(pattern)).findFirst().orElse("");
            blocks.add(Block.item(1,
                    Words.count(cells.size(), "cell", "cells") + (cells.size() > 1 ? ", such as: " : ": ") + words.plain(example)));
            Fold.each(perVariant(cells), CELLS, text -> blocks.add(Block.item(2, text)), more -> blocks.add(Block.item(2, more)));
        });
        return Sections.section("Invalid cells: " + report.invalid().size() + " of " + run.cells().size() + ", not used", "invalid",
                blocks);
    }

    /** Reasons that differ in their numbers and in names with numbers, as pods have them, are the same. */
    private static String pattern(String reason) {
        return reason.replaceAll("\\S*[0-9]\\S*", "#");
    }

    private List<String> perVariant(List<Invalid> cells) {
        return cells.stream().collect(Collectors.groupingBy(cell -> words.variant(cell.variant()) + " at " + words.brief(cell.load())
                + BenchWords.meanwhile(cell.scenarios()), LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + blocks(entry.getValue())).toList();
    }

    private static String blocks(List<Invalid> cells) {
        boolean sessions = cells.stream().map(Invalid::session).distinct().count() > 1;
        return (cells.size() == 1 ? "block " : "blocks ") + cells.stream()
                .map(cell -> cell.block() + (sessions ? " of session " + cell.session() : "")).collect(Collectors.joining(", "));
    }

    List<Block> looks() {
        List<Block> blocks = new ArrayList<>();
        report.looks().forEach(text -> blocks.add(Block.item(1, words.plain(text))));
        blocks.add(Block.item(1, "The run " + BenchWords.end(report.end()) + "."));
        return Sections.section("When it was looked, and why it ended", "looks", blocks);
    }

    List<Block> next() {
        return Sections.section("What would tell more", "next", items(more(NextRun.of(run, report))));
    }

    List<Block> warnings() {
        return Sections.section("Before a figure is passed on", "warnings", items(more(report.warnings())));
    }

    /** Those with the same reason together. */
    List<Block> gaps() {
        Map<String, List<String>> same = new LinkedHashMap<>();
        report.gaps().forEach(gap -> same.computeIfAbsent(because(gap), key -> new ArrayList<>()).add(gap.what()));
        return Sections.section("What was not seen", "gaps", items(same.entrySet().stream()
                .map(entry -> Words.capital(words.plain(String.join("; ", entry.getValue()) + ": " + entry.getKey()))).toList()));
    }

    private static String because(Gap gap) {
        return Words.sentence(gap.why()) + (gap.remedy().isEmpty() ? "" : " " + Words.sentence(gap.remedy()));
    }

    /** What it is only true of. */
    List<Block> environment() {
        List<Block> blocks = new ArrayList<>();
        report.fingerprint().forEach((name, value) -> blocks.add(Block.item(1, name + ": " + value)));
        run.scene().nodes().forEach(node -> blocks.add(Block.item(1, "node " + node.name() + ": " + node.cpu() + "m CPU, "
                + node.memoryMebibytes() + " MiB allocatable"
                + (node.kernel().isEmpty() ? "" : ", kernel " + node.kernel()) + (node.shape().isEmpty() ? "" : ", " + node.shape())
                + (node.zone().isEmpty() ? "" : ", zone " + node.zone()))));
        var pods = run.plan().order().pods();
        blocks.add(Block.item(1, "pods of the benchmark: " + pods.cpu() + "m CPU"
                + (pods.cpuLimit() > pods.cpu() ? ", at most " + pods.cpuLimit() + "m, which others may take from them," : "") + " and "
                + pods.memoryMebibytes()
                + " MiB each, image " + pods.image() + ", " + Kebab.of(pods.placement())));
        return Sections.section("True only here", "environment", blocks);
    }

    List<Block> reading() {
        List<String> texts = new ArrayList<>();
        if (report.family() > 0) {
            texts.add("All is measured; nothing is taken from elsewhere. Latency is from the moment at which a request was due to its last"
                    + " byte.");
            texts.add("\"Adds\" is the mean over blocks of the difference within a block. With 95 % confidence all " + report.family()
                    + " intervals without another word hold at once (Bonferroni); results are Holm's. The column before is what it is added"
                    + " to, \"noise\" how far plaintext could differ from itself, \"detects\" the smallest difference that such a run finds"
                    + " in four cases of five.");
            texts.add("\"Equivalent\" means that a difference of the margin, " + report.design().margin().words()
                    + ", is ruled out; \"no detectable difference\" that none was found and one may be there; \"inconclusive\""
                    + " that nothing may be said, whatever figures stand there.");
            texts.add("Variants are ranked only among those that give the same.");
        }
        return Sections.section("How to read it", "reading", items(texts));
    }

    /** All of them, if they are more than the first screen shows. */
    private List<String> more(List<String> texts) {
        return texts.size() > BenchFirst.FEW ? texts.stream().map(words::plain).toList() : List.of();
    }

    private static List<Block> items(List<String> texts) {
        return texts.stream().map(text -> Block.item(1, text)).toList();
    }
}
