package meshadvisor.load.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Generator;
import meshadvisor.load.record.RunReport.Plan;
import meshadvisor.load.record.RunReport.Warmup;
import meshadvisor.load.record.Verdict.Reason;
import org.HdrHistogram.Histogram;

/**
 * Results of several generators as one, without loss: histograms are added bucket by bucket from the interval logs, counters are added,
 * quantiles are read from the sums. Percentiles are never averaged.
 */
public final class Merge {

    private static final String SAMPLES = Doubts.kind(Doubt.TooFewSamples.class);

    private static final double MOST_LONGER = 1.1;

    private final List<Part> parts;

    private Merge(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads what is to be merged.
     *
     * @param files each a {@code run.json} that names its interval log
     * @throws MergeRefused if files are broken or of different tests, with all that is wrong
     */
    public static Merge of(List<Path> files) throws MergeRefused {
        List<String> mistakes = new ArrayList<>();
        if (files.size() < 2) {
            mistakes.add("At least two results are needed to merge them.");
        }
        files.stream().map(file -> file.toAbsolutePath().normalize()).distinct().filter(file -> count(files, file) > 1)
                .forEach(file -> mistakes.add(file + ": given more than once, it would count as often"));
        List<Part> parts = new ArrayList<>();
        files.forEach(file -> parts.addAll(Part.read(file, mistakes)));
        parts.stream().filter(part -> part.report().knee().isPresent())
                .forEach(part -> mistakes.add(part.file() + ": the search for a knee, which no other can be added to"));
        parts.stream().skip(1).forEach(part -> differences(parts.getFirst(), part, mistakes));
        apart(parts, mistakes);
        if (!mistakes.isEmpty()) {
            throw new MergeRefused(mistakes);
        }
        return new Merge(parts);
    }

    private static long count(List<Path> files, Path sought) {
        return files.stream().filter(file -> file.toAbsolutePath().normalize().equals(sought)).count();
    }

    private static void differences(Part first, Part other, List<String> mistakes) {
        difference("protocol", first, other, part -> part.report().plan().protocol()).ifPresent(mistakes::add);
        difference("targets", first, other, part -> part.report().plan().targets()).ifPresent(mistakes::add);
        difference("loop", first, other, part -> Words.of(part.report().plan().loop())).ifPresent(mistakes::add);
        difference("quantile", first, other, part -> part.report().plan().quantile().word()).ifPresent(mistakes::add);
        difference("phases", first, other, Part::phases).ifPresent(mistakes::add);
        if (first.phases().equals(other.phases())) {
            first.report().measured().forEach(phase -> duration(first, phase, other).ifPresent(mistakes::add));
        }
    }

    /** Rates are added, and they were only there together as long as all lasted. */
    private static Optional<String> duration(Part first, PhaseReport phase, Part other) {
        double one = phase.seconds();
        double another = other.phase(phase.name()).seconds();
        return Math.max(one, another) <= MOST_LONGER * Math.min(one, another) ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s: %s lasted %.1f s, but in %s %.1f s: they differ by more than 10 %%",
                        other.file(), phase.name(), another, first.file(), one));
    }

    /** What was never there together was never the sum of the rates. */
    private static void apart(List<Part> parts, List<String> mistakes) {
        for (int i = 1; i < parts.size(); i++) {
            Part part = parts.get(i);
            parts.subList(0, i).stream().filter(part::apart).findFirst().ifPresent(other -> mistakes.add(part.file() + ": began at "
                    + part.began().orElseThrow() + ", but " + other.file() + " at " + other.began().orElseThrow()
                    + ": they did not run at the same time"));
        }
    }

    private static Optional<String> difference(String what, Part first, Part other, Function<Part, Object> of) {
        Object one = of.apply(first);
        Object another = of.apply(other);
        return one.equals(another) ? Optional.empty() : Optional.of(
                other.file() + ": " + what + " " + another + ", but " + first.file() + " has " + one);
    }

    /** The files that are read, so that nobody writes onto them. */
    public List<Path> files() {
        return parts.stream().flatMap(part -> Stream.of(part.file(), part.log())).toList();
    }

    /** The merged report, without the name of a log. */
    public RunReport report(String version) {
        RunReport first = parts.getFirst().report();
        List<PhaseReport> phases = first.phases().stream().map(phase -> phase(phase.name())).toList();
        List<Generator> generators = parts.stream().flatMap(part -> part.report().generators().stream()).toList();
        boolean interrupted = parts.stream().anyMatch(part -> part.report().interrupted());
        RunReport merged = RunReport.of(version, plan(first.plan()), interrupted ? End.INTERRUPTED : End.COMPLETE, phases, generators);
        return merged.with(verdict(merged));
    }

    private PhaseReport phase(String name) {
        List<PhaseReport> each = parts.stream().map(part -> part.phase(name)).toList();
        return PhaseReport.of(each.stream().map(PhaseReport::span).reduce(PhaseReport.Span::with).orElseThrow(),
                each.stream().map(PhaseReport::counts).reduce(Counts::plus).orElseThrow(), kind -> sum(name, kind));
    }

    private Histogram sum(String phase, Kind kind) {
        Histogram sum = Totals.histogram();
        parts.forEach(part -> sum.add(part.histogram(phase, kind)));
        return sum;
    }

    private Plan plan(Plan first) {
        List<Plan> plans = parts.stream().map(part -> part.report().plan()).toList();
        String schedule = String.join(" + ", plans.stream().map(Plan::schedule).distinct().toList());
        boolean ended = plans.stream().allMatch(plan -> plan.warmup().map(Warmup::ended).orElse(true));
        return new Plan(first.targets(), first.protocol(), first.loop(), schedule, first.quantile(),
                first.warmup().map(warmup -> new Warmup(warmup.method(), ended)));
    }

    /** What spoke against a part speaks against the whole; but samples that each part lacked may be enough together. */
    private Verdict verdict(RunReport merged) {
        Stream<Reason> ofParts = parts.stream().flatMap(part -> part.report().verdict().because().stream()
                .filter(reason -> !reason.doubt().equals(SAMPLES))
                .map(reason -> new Reason(reason.doubt(), part.file().getFileName() + ": " + reason.sentence())));
        Stream<Reason> ofWhole = SelfCheck.doubts(merged, Limits.parking()).stream().map(Doubts::reason)
                .filter(reason -> reason.doubt().equals(SAMPLES));
        return Verdict.of(Stream.concat(ofParts, ofWhole).toList());
    }

    /**
     * Writes the merged interval log: one line for each second and tag.
     *
     * @throws IOException if a log cannot be read again, or the new one not be written
     */
    public void writeLog(OutputStream to) throws IOException {
        LogMerge.write(parts.stream().map(Part::log).toList(), to);
    }
}
