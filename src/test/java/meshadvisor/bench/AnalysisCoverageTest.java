package meshadvisor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whether the whole procedure keeps what it promises at the usual design: looks, exclusions, correction, the end for being precise. */
class AnalysisCoverageTest {

    private static final int EXPERIMENTS = 5000;

    /** Noise with which about half of the runs end early for being precise: where stopping could do most harm. */
    private static final double DEVIATION = 1.7;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"STALLS", "AGEING"})
    void intervals_cover_and_baseline_seldom_differs_from_itself(AnalysisNoise noise, TestReporter reporter) {
        var runs = runs(noise);
        double half = runs.stream().mapToDouble(run -> effect(run.slower()).unadjusted().half()).average().orElseThrow();
        double blocks = runs.stream().mapToInt(AnalysisExperiment::blocks).average().orElseThrow();
        reporter.publishEntry(noise.name(), String.format(Locale.ROOT,
                "covered %.1f %% and %.1f %%, both at once %.1f %%, A/A alarms %.1f %%, half of the mean width %.2f, %.1f blocks",
                percent(runs, run -> holds(run.same(), 0)), percent(runs, run -> holds(run.slower(), AnalysisNoise.ADDED)),
                percent(runs, AnalysisCoverageTest::holdsAll), percent(runs, run -> differs(run.again())), half, blocks));
        assertThat(percent(runs, run -> holds(run.same(), 0))).isGreaterThanOrEqualTo(93.5);
        assertThat(percent(runs, run -> holds(run.slower(), AnalysisNoise.ADDED))).isGreaterThanOrEqualTo(93.5);
        assertThat(percent(runs, AnalysisCoverageTest::holdsAll)).isGreaterThanOrEqualTo(93.5);
        assertThat(percent(said(runs, AnalysisExperiment::same), run -> holds(run.same(), 0))).isGreaterThanOrEqualTo(93.5);
        assertThat(percent(said(runs, AnalysisExperiment::slower), run -> holds(run.slower(), AnalysisNoise.ADDED)))
                .isGreaterThanOrEqualTo(93.5);
        assertThat(percent(runs, run -> differs(run.again()))).isLessThanOrEqualTo(5);
        if (noise != AnalysisNoise.STUDENT_T2) { // without a variance, far blocks come by themselves
            assertThat(said(runs, AnalysisExperiment::slower)).hasSizeGreaterThan(98 * EXPERIMENTS / 100);
        }
    }

    @Test
    void a_variant_that_stalls_in_one_block_of_ten_is_inconclusive(TestReporter reporter) {
        var runs = runs(AnalysisNoise.STALLS);
        double inconclusive = percent(runs, run -> run.slower() instanceof Outcome.Inconclusive);
        reporter.publishEntry("STALLS", String.format(Locale.ROOT, "inconclusive %.1f %%; the other variant %.1f %%", inconclusive,
                percent(runs, run -> run.same() instanceof Outcome.Inconclusive)));
        assertThat(inconclusive).isGreaterThanOrEqualTo(90);
        assertThat(percent(runs, run -> run.same() instanceof Outcome.Inconclusive)).isLessThan(2);
    }

    @Test
    void a_variant_that_gets_slower_is_inconclusive_or_its_interval_wider() {
        var noticed = percent(runs(AnalysisNoise.AGEING), run -> run.slower() instanceof Outcome.Inconclusive
                || effect(run.slower()).effectiveBlocks() < effect(run.slower()).blocks());
        assertThat(noticed).isGreaterThanOrEqualTo(90);
    }

    private static List<AnalysisExperiment> runs(AnalysisNoise noise) {
        return IntStream.range(0, EXPERIMENTS).parallel()
                .mapToObj(run -> AnalysisExperiment.of(noise, DEVIATION, Order.Design.USUAL, 1000L * run + noise.seed())).toList();
    }

    /** Runs that came to a conclusion: exclusions must not favour those whose intervals miss. */
    private static List<AnalysisExperiment> said(List<AnalysisExperiment> runs, Function<AnalysisExperiment, Outcome> outcome) {
        return runs.stream().filter(run -> !(outcome.apply(run) instanceof Outcome.Inconclusive)).toList();
    }

    private static boolean holds(Outcome outcome, double truth) {
        return effect(outcome).unadjusted().contains(truth);
    }

    private static boolean holdsAll(AnalysisExperiment run) {
        return effect(run.same()).simultaneous().contains(0) && effect(run.slower()).simultaneous().contains(AnalysisNoise.ADDED);
    }

    private static boolean differs(Outcome outcome) {
        return outcome instanceof Outcome.Differs;
    }

    private static Effect effect(Outcome outcome) {
        return outcome.effect().orElseThrow();
    }

    private static double percent(List<AnalysisExperiment> runs, Predicate<AnalysisExperiment> which) {
        return 100.0 * runs.stream().filter(which).count() / runs.size();
    }
}
