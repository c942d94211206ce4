package meshadvisor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.simulate.Effect.Worth;
import meshadvisor.simulate.SurgeOrder.Extent;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.input.Peaks;
import meshadvisor.simulate.input.Premises;
import meshadvisor.simulate.input.Prior;
import meshadvisor.simulate.input.Remedy;
import meshadvisor.simulate.input.Sample;
import meshadvisor.simulate.input.Scenario;
import meshadvisor.simulate.input.SurgeModel;
import meshadvisor.simulate.input.Surges;
import meshadvisor.simulate.run.Course;
import meshadvisor.simulate.run.Setting;
import meshadvisor.simulate.run.Simulation;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;

/** The story of the course: what holds is the share of what it leaves open that goes as it tells, and not a run that looks like it. */
class WarStoryTest {

    private static final Path GOLDEN = Path.of("test/resources/simulate");
    private static final Surges KNOWN = Surges.of(Knowledge.LIBRARY);
    private static final Scenario STORY = KNOWN.scenario("war-story").orElseThrow();

    private static SurgeReport study(Surges surges, int services, int runs, int minutes) {
        Scenario smaller = new Scenario(STORY.id(), STORY.title(), STORY.says(), STORY.source(), STORY.variant(), services, services * 8,
                STORY.factor(), minutes, STORY.known(), STORY.told());
        return Study.of(new SurgeOrder(surges, Premises.of(smaller), surges.model(STORY.variant()).orElseThrow(), STORY.known(),
                new Extent(STORY.factor(), minutes, 1, runs), STORY.told()));
    }

    /** Without remedies. */
    private static Surges bare() {
        return new Surges(KNOWN.priors(), KNOWN.models().stream().map(model -> new SurgeModel(model.variant(),
                model.name(), model.says(), model.inputs(), List.of())).toList(), List.of(), KNOWN.scenarios());
    }

    private static void assertGolden(String name, List<String> lines) throws IOException {
        Path file = GOLDEN.resolve(name);
        String text = lines.stream().collect(Collectors.joining("\n", "", "\n"));
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).as("%s; after a change that is meant, run with -Dgolden=write and review", name).isEqualTo(Files.readString(file));
    }

    private static String line(String what, Share share) {
        return String.format(Locale.ROOT, "%-60s %3d of %d, %.2f to %.2f", what, share.some(), share.all(), share.interval().low(),
                share.interval().high());
    }

    @Test
    void the_shares_of_the_story_stay_what_they_are() throws IOException {
        SurgeReport report = study(bare(), STORY.services(), 100, 60);

        List<String> lines = new ArrayList<>();
        lines.add(line("a node runs out of memory", report.out()));
        lines.add(line("a cascade follows", report.cascade()));
        lines.add(line("as told: first after 10 to 25 minutes, and a cascade", report.asTold()));
        report.influences().stream().limit(5).forEach(each -> {
            lines.add(line("  as told, " + each.input().input() + " in its lowest third", each.low()));
            lines.add(line("  as told, " + each.input().input() + " in its highest third", each.high()));
        });
        assertGolden("war-story.txt", lines);
    }

    @Test
    void only_what_the_story_states_is_fixed() {
        assertThat(STORY.known()).extracting(Prior::input).containsExactlyInAnyOrder(Input.PROXY_IDLE, Input.PROXY_GROWTH,
                Input.PROXY_LIMIT,
                Input.PROXY_CPU_LIMIT, Input.SCOPE, Input.LEAVE_MINUTE);
        assertThat(STORY.services()).isEqualTo(300);
        assertThat(STORY.pods()).isEqualTo(2400);
        assertThat(STORY.factor()).isEqualTo(8);
        assertThat(KNOWN.space(KNOWN.model(STORY.variant()).orElseThrow()).with(STORY.known()).open()).hasSizeGreaterThan(25);
    }

    /** What is not simulated anew would have gone the same way: compared with simulating it. */
    @Test
    void a_remedy_that_cannot_matter_in_a_run_changes_nothing_of_it() {
        SurgeModel model = KNOWN.model(STORY.variant()).orElseThrow();
        List<Sample> samples = Sample.hypercube(3, 30);
        Scenario small = new Scenario("s", "s", "s", "s", STORY.variant(), 12, 96, 8, 40, STORY.known(), STORY.told());
        int moot = 0;
        for (Sample sample : samples) {
            Draw draw = KNOWN.space(model).with(STORY.known()).draw(sample);
            Course base = Simulation.of(Setting.asIs(Premises.of(small), draw, sample.seed(), 8, 40));
            for (Remedy remedy : KNOWN.remedies(model)) {
                Draw changed = remedy.applied(draw, Peaks.of(draw, 8, base.highestProxy()));
                if (Study.moot(remedy, changed, base)) {
                    moot++;
                    assertThat(Simulation.of(new Setting(Premises.of(small), draw, changed, sample.seed(), 8, 40))).isEqualTo(base);
                }
            }
        }
        assertThat(moot).isGreaterThan(30);
    }

    @Test
    void every_remedy_keeps_its_effect_and_none_is_hidden() throws IOException {
        SurgeReport report = study(KNOWN, 40, 40, 45);

        assertGolden("remedies.txt", report.effects().stream().map(each -> String.format(Locale.ROOT,
                "%-48s %-6s cascades %2d -> %2d of %d, failed requests %+.3f, worst p99 x %.2f, nodes added %.0f, killed at limit %.0f",
                each.remedy().id(), each.worth(), each.cascade().before().some(), each.cascade().after().some(),
                each.cascade().after().all(),
                each.requests().by(), each.latency().by(), each.added().likely(), each.restarts().likely())).toList());
        assertThat(report.effects()).filteredOn(each -> each.remedy().id().equals("limit-below-peak")).singleElement()
                .satisfies(each -> assertThat(each.restarts().likely()).isPositive());
        assertThat(report.effects()).extracting(Effect::worth).contains(Worth.NONE);
    }
}
