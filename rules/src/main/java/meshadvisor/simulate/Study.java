package meshadvisor.simulate;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import meshadvisor.measure.Differences;
import meshadvisor.measure.Estimate;
import meshadvisor.measure.Interval;
import meshadvisor.simulate.SurgeOrder.Extent;
import meshadvisor.simulate.input.Change;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.input.Peaks;
import meshadvisor.simulate.input.Prior;
import meshadvisor.simulate.input.Remedy;
import meshadvisor.simulate.input.Sample;
import meshadvisor.simulate.input.Space;
import meshadvisor.simulate.run.Course;
import meshadvisor.simulate.run.Setting;
import meshadvisor.simulate.run.Simulation;

/** Simulates a surge at many points of the space of what is not known, as it is and with each remedy on the same chances. */
public final class Study {

    private static final double CONFIDENCE = 0.95;

    /** The beginning of a cascade is looked for up to this multiple of the order's factor. */
    private static final double TRIED = 2;

    /** It is known well enough where the factors at which there is one and none differ by no more. */
    private static final double CLOSE = 1.2;

    /** Runs in which it is looked for, at most. */
    private static final int LOOKED = 24;

    /** Likewise with each remedy. */
    private static final int LOOKED_WITH_REMEDY = 8;

    /** What says how configuration is sent, and nothing else. */
    private static final Set<Input> OF_PUSHES = EnumSet.of(Input.PUSH_THROTTLE, Input.DEBOUNCE_AFTER, Input.DEBOUNCE_MAX);

    private final SurgeOrder order;
    private final Extent extent;
    private final Space space;
    private final List<Sample> samples;
    private final List<Draw> draws;

    private Study(SurgeOrder order) {
        this.order = order;
        this.extent = order.extent();
        this.space = order.space();
        this.samples = Sample.hypercube(extent.seed(), extent.runs());
        this.draws = samples.stream().map(space::draw).toList();
    }

    /** Carries out an order; the same order gives the same report. */
    public static SurgeReport of(SurgeOrder order) {
        return new Study(order).report();
    }

    private SurgeReport report() {
        List<Course> base = everywhere(i -> course(i, draws.get(i), extent.factor()));
        List<Effect> effects =
                Effect.together(order.surges().remedies(order.model()).parallelStream().map(remedy -> effect(remedy, base)).toList());
        Predicate<Course> told = course -> course.cascadeFrom(order.told().from(), order.told().to());
        Predicate<Integer> decided = order.told().any() ? i -> told.test(base.get(i)) : i -> base.get(i).cascade();
        return new SurgeReport(order, share(base, Course::out), share(base, Course::cascade), share(base, told), numbers(base),
                onset(draws, base, LOOKED), typical(base), effects, Influence.of(space.open(), samples, decided),
                List.copyOf(space.priors().values()));
    }

    private Course course(int run, Draw draw, double factor) {
        return Simulation.of(setting(run, draw, factor));
    }

    private boolean cascades(int run, Draw draw, double factor) {
        return Simulation.cascades(setting(run, draw, factor));
    }

    private Setting setting(int run, Draw draw, double factor) {
        return new Setting(order.premises(), draws.get(run), draw, samples.get(run).seed(), factor, extent.minutes());
    }

    /** Runs do not know of each other, so they may be made at the same time. */
    private List<Course> everywhere(IntFunction<Course> run) {
        return IntStream.range(0, samples.size()).parallel().mapToObj(run).toList();
    }

    private Effect effect(Remedy remedy, List<Course> base) {
        List<Draw> changed = IntStream.range(0, draws.size()).mapToObj(i -> changed(remedy, i, base.get(i).highestProxy())).toList();
        List<Course> after = everywhere(
                i -> moot(remedy, changed.get(i), base.get(i)) ? base.get(i) : course(i, changed.get(i), extent.factor()));
        Share.Pair cascade = pair(base, after, Course::cascade);
        Effect.Change requests = change(base, after, Course::lost, false);
        Effect.Change latency = change(base, after, Course::worstP99, true);
        Spread added =
                Spread.of(IntStream.range(0, after.size()).mapToObj(i -> (double) after.get(i).added() - base.get(i).added()).toList());
        return new Effect(remedy, pair(base, after, Course::out), cascade, requests, latency, spread(after, Course::limited), added,
                onset(changed, after, LOOKED_WITH_REMEDY), new Effect.Chance(cascade.p(), requests.p(), latency.p()));
    }

    /** Whether a remedy changes nothing that came into play in a run; then the run would go the same way. */
    static boolean moot(Remedy remedy, Draw changed, Course before) {
        return remedy.instead().isEmpty() && remedy.changes().stream().map(Change::input).allMatch(input -> OF_PUSHES.contains(input)
                ? before.pushes() == 0
                : input == Input.PROXY_LIMIT && before.limited() == 0 && changed.get(Input.PROXY_LIMIT) > before.highestProxy());
    }

    /** With another variant in its place, all that belongs to meshes is drawn anew at the same point. */
    private Draw changed(Remedy remedy, int run, double highestProxy) {
        Draw draw = draws.get(run);
        if (!remedy.instead().isEmpty()) {
            Space other = order.surges().space(order.surges().model(remedy.instead()).orElseThrow());
            Draw instead = other.draw(samples.get(run));
            for (Input input : ofMeshes()) {
                draw = draw.with(input, instead.get(input));
            }
        }
        return remedy.applied(draw, Peaks.of(draws.get(run), extent.factor(), highestProxy));
    }

    private Set<Input> ofMeshes() {
        Set<Input> inputs = EnumSet.noneOf(Input.class);
        order.surges().models().forEach(model -> model.inputs().stream().map(Prior::input).forEach(inputs::add));
        return inputs;
    }

    private static Share share(List<Course> courses, Predicate<Course> happens) {
        return new Share((int) courses.stream().filter(happens).count(), courses.size());
    }

    private static Share.Pair pair(List<Course> before, List<Course> after, Predicate<Course> happens) {
        int both = (int) IntStream.range(0, before.size()).filter(i -> happens.test(before.get(i)) && happens.test(after.get(i))).count();
        return new Share.Pair(share(before, happens), share(after, happens), both);
    }

    private static Effect.Change change(List<Course> before, List<Course> after, ToDoubleFunction<Course> number, boolean ratio) {
        List<Double> each = IntStream.range(0, before.size()).mapToObj(i -> ratio
                ? Math.log(number.applyAsDouble(after.get(i)) / number.applyAsDouble(before.get(i)))
                : number.applyAsDouble(after.get(i)) - number.applyAsDouble(before.get(i))).toList();
        Estimate mean = new Differences(each, 0).estimate();
        Interval interval = mean.interval(CONFIDENCE);
        return ratio
                ? new Effect.Change(Math.exp(mean.by()), new Interval(Math.exp(interval.low()), Math.exp(interval.high())), mean.p())
                : new Effect.Change(mean.by(), interval, mean.p());
    }

    private static Spread spread(List<Course> courses, ToDoubleFunction<Course> number) {
        return Spread.of(courses.stream().map(number::applyAsDouble).toList());
    }

    private static SurgeReport.Numbers numbers(List<Course> courses) {
        return new SurgeReport.Numbers(spread(courses, Course::nodes), spread(courses, Course::firstLoss), spread(courses, Course::losses),
                spread(courses, Course::lost), spread(courses, Course::worstP99), spread(courses, Course::badMinutes),
                spread(courses, Course::highestProxy));
    }

    /** Looked for by halving, as if a higher factor never did better; at the factor of the order it is known already. */
    private Onset onset(List<Draw> changed, List<Course> known, int most) {
        int runs = Math.min(most, changed.size());
        List<Double> factors =
                IntStream.range(0, runs).parallel().mapToObj(i -> start(i, changed.get(i), known.get(i).cascade())).toList();
        return new Onset(Spread.of(factors), TRIED * extent.factor(), runs);
    }

    private double start(int run, Draw draw, boolean cascades) {
        double low = cascades ? 1 : extent.factor();
        double high = cascades ? extent.factor() : TRIED * extent.factor();
        if (!cascades && !cascades(run, draw, high)) {
            return Double.POSITIVE_INFINITY;
        }
        while (high > low * CLOSE) {
            double middle = Math.sqrt(low * high);
            if (cascades(run, draw, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static SurgeReport.Typical typical(List<Course> courses) {
        List<Predicate<Course>> kinds = List.of(Course::cascade, Course::out, course -> true);
        List<Integer> alike = kinds.stream().map(kind -> IntStream.range(0, courses.size()).filter(i -> kind.test(courses.get(i))).boxed()
                .sorted(Comparator.comparingDouble(i -> courses.get(i).firstLoss())).toList()).filter(runs -> !runs.isEmpty()).findFirst()
                .orElseThrow();
        int run = alike.get(alike.size() / 2);
        Course course = courses.get(run);
        return new SurgeReport.Typical(run, course.nodes(), Spell.of(course.minutes()));
    }
}
