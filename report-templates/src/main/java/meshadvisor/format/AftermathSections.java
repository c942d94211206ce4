package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Aftermath;
import meshadvisor.bench.BenchReport.Measure;
import meshadvisor.bench.BenchReport.Over;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.measure.Interval;

/** What a scenario did to the callers of the variants. */
record AftermathSections(int number, Situation situation, BenchWords words) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!situation.aftermath().isEmpty()) {
            situation.aftermath().stream().map(Aftermath::measure).distinct().sorted().forEach(measure -> {
                blocks.add(new Block.Subheading(Tone.STRONG, Words.capital(what(measure)) + ", in " + word(measure),
                        "aftermath-" + number + "-" + measure));
                blocks.add(new Block.Rows(List.of("variant", "mean", "interval", "more", "interval", "blocks"), situation.aftermath()
                        .stream().filter(each -> each.measure() == measure).map(this::row).toList()));
            });
            situation.aftermath().stream().filter(each -> each.never() > 0).map(each -> Block.item(1, words.variant(each.variant()) + ", "
                    + what(each.measure()) + ": in " + Words.count(each.never(), "block", "blocks")
                    + " it did not come within the plateau, which is not in the mean.")).forEach(blocks::add);
            situation.aftermath().stream().map(Aftermath::measure).distinct().map(AftermathSections::meaning)
                    .map(text -> Block.item(1, text)).forEach(blocks::add);
            blocks.add(Block.item(1,
                    "\"More\" is the mean difference to plaintext in the same blocks. Intervals are of 95 % over blocks, each for itself. Quantiles of latency below are those of good"
                            + " answers; what failed has none."));
        }
        return Sections.section("What it did, at " + words.brief(situation.load()) + BenchWords.meanwhile(situation.scenarios()),
                "aftermath-" + number, blocks);
    }

    /** One for each variant, with what is told first of it. */
    List<String> sentences() {
        List<String> variants = situation.aftermath().stream().map(Aftermath::variant).distinct().toList();
        return variants.stream().map(variant -> {
            String told = situation.aftermath().stream().filter(each -> each.variant().equals(variant)).flatMap(this::told)
                    .collect(Collectors.joining(", "));
            return words.variant(variant) + " at " + words.brief(situation.load()) + BenchWords.meanwhile(situation.scenarios()) + ": "
                    + told;
        }).toList();
    }

    private Stream<String> told(Aftermath aftermath) {
        String never = aftermath.never() == 0 ? "" : aftermath.own().isEmpty() ? "not within the plateau"
                : "not within the plateau in " + Words.count(aftermath.never(), "block", "blocks");
        String mean = aftermath.own().stream().map(over -> with(aftermath.measure(), over)).collect(Collectors.joining());
        String value = Stream.of(mean, never).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return aftermath.measure() == Measure.CONTROL_PLANE || aftermath.measure() == Measure.REMOVED_SEEN ? Stream.of()
                : Stream.of(what(aftermath.measure()) + " " + value);
    }

    private static String with(Measure measure, Over over) {
        return number(measure, over.mean()) + " " + word(measure)
                + over.unadjusted().stream().map(interval -> " " + interval(measure, interval)).collect(Collectors.joining());
    }

    private List<String> row(Aftermath aftermath) {
        Measure measure = aftermath.measure();
        List<String> row = new ArrayList<>(List.of(words.variant(aftermath.variant())));
        row.addAll(cells(measure, aftermath.own()));
        row.addAll(cells(measure, aftermath.more()));
        row.add(aftermath.own().stream().map(over -> String.valueOf(over.blocks())).findFirst().orElse("0"));
        return row;
    }

    private static List<String> cells(Measure measure, List<Over> overs) {
        return overs.stream().findFirst().map(over -> List.of(number(measure, over.mean()),
                over.unadjusted().stream().findFirst().map(interval -> interval(measure, interval)).orElse("-")))
                .orElse(List.of("-", "-"));
    }

    private static String interval(Measure measure, Interval interval) {
        return "[" + number(measure, interval.low()) + ", " + number(measure, interval.high()) + "]";
    }

    private static String number(Measure measure, double value) {
        double shown = measure == Measure.FAILED ? 100 * value : measure == Measure.CONTROL_PLANE ? 1_000 * value : value;
        String text = String.format(Locale.ROOT, measure == Measure.CONTROL_PLANE ? "%.0f" : Math.abs(shown) < 10 ? "%.2f" : "%.1f", shown);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text.replace('-', '−');
    }

    private static String what(Measure measure) {
        return switch (measure) {
            case FAILED -> "failed";
            case DISTURBED -> "not as before for";
            case RECOVERY -> "recovered after";
            case ADDED_SEEN -> "added servers answer after";
            case REMOVED_SEEN -> "removed servers answer for";
            case CONTROL_PLANE -> "control plane, more than idle";
        };
    }

    private static String word(Measure measure) {
        return switch (measure) {
            case FAILED -> "%";
            case DISTURBED, RECOVERY, ADDED_SEEN, REMOVED_SEEN -> "s";
            case CONTROL_PLANE -> "millicores";
        };
    }

    /** As the file has it. */
    static String unit(Measure measure) {
        return switch (measure) {
            case FAILED -> "share";
            case DISTURBED, RECOVERY, ADDED_SEEN, REMOVED_SEEN -> "seconds";
            case CONTROL_PLANE -> "cores";
        };
    }

    private static String meaning(Measure measure) {
        return switch (measure) {
            case FAILED -> "Failed: of all requests that were due in the plateau, those that failed or were never sent.";
            case DISTURBED ->
                    "Not as before: seconds with a larger share of failures than the worst of the seconds before the first change,"
                            + " or less than half of the answers that were due, or a p90 more than twice the highest of these seconds. That of"
                            + " plaintext, where it is not disturbed, says how often chance does that.";
            case RECOVERY -> "Recovered: from the death of the proxy to the first of three seconds in a row that are as before; to the"
                    + " second.";
            case ADDED_SEEN -> "Added servers answer: from when an EndpointSlice with them was taken by the API server until a caller that"
                    + " asks ten times a second, each time on a new connection, had the first answer of one. The clocks of this machine and"
                    + " of the node are in it; in the difference to plaintext they are not.";
            case REMOVED_SEEN -> "Removed servers answer: until that caller had the last answer of one.";
            case CONTROL_PLANE -> "Control plane: its CPU during the plateau minus that before anything was driven. It also serves what is"
                    + " done to plaintext, so compare with the time without load, not with plaintext.";
        };
    }
}
