package meshadvisor.simulate.run;

import java.util.List;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.input.Premises;
import meshadvisor.simulate.input.Sample;
import meshadvisor.simulate.input.Scenario;
import meshadvisor.simulate.input.Space;
import meshadvisor.simulate.input.Surges;
import meshadvisor.support.Knowledge;

/** Surges of tests: the story of the course, smaller. */
final class Surge {

    static final Surges KNOWN = Surges.of(Knowledge.LIBRARY);
    private static final Scenario STORY = KNOWN.scenario("war-story").orElseThrow();

    private Surge() {}

    /** The story with so many services of 8 pods each, at one point of what it leaves open. */
    static Setting story(long seed, int services, double factor, int minutes) {
        return setting(draw("istio-sidecar", seed).with(Input.RETRIES, 2), seed, services, factor, minutes);
    }

    static Setting setting(Draw draw, long seed, int services, double factor, int minutes) {
        return Setting.asIs(premises(services, services * 8), draw, seed, factor, minutes);
    }

    static Premises premises(int services, int pods) {
        return Premises
                .of(new Scenario("test", "a test", "says", "a test", "istio-sidecar", services, pods, 8, 60, STORY.known(), STORY.told()));
    }

    /** The middle of a space that the seed moves. */
    static Draw draw(String variant, long seed) {
        Space space = KNOWN.space(KNOWN.model(variant).orElseThrow()).with(variant.equals("istio-sidecar") ? STORY.known() : List.of());
        return space.draw(Sample.hypercube(seed, 1).getFirst());
    }
}
