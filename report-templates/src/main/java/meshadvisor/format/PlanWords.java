package meshadvisor.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.cost.Range;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.Stage;
import meshadvisor.plan.Target;

/** Short texts of a plan. */
final class PlanWords {

    private PlanWords() {}

    static String sentence(AdoptionPlan plan) {
        String ways = plan.legs().stream().map(PlanWords::way).collect(Collectors.joining("; then "));
        return Words.sentence(ways.substring(0, 1).toUpperCase(Locale.ROOT) + ways.substring(1) + ": "
                + Words.count(plan.stages().size(), "stage", "stages"));
    }

    static String way(Leg leg) {
        return switch (leg.journey()) {
            case ADOPT -> leg.path().mesh().isEmpty() ? leg.path().title() : "adopt " + leg.path().title();
            case KEEP -> "run " + leg.path().title() + " well";
            case LEAVE -> "leave " + leg.path().title();
        };
    }

    static String first(Leg leg) {
        return leg.waves().isEmpty() ? "nothing moves" : names(leg.waves().getFirst());
    }

    static String names(List<Target> targets) {
        return targets.stream().map(Target::name).collect(Collectors.joining(", "));
    }

    /** Numbers with their unit. */
    static String range(Range range, String unit) {
        return range.low() == range.high() ? number(range.likely()) + " " + unit
                : number(range.likely()) + " (" + number(range.low()) + " to " + number(range.high()) + ") " + unit;
    }

    /** Whole hours and minutes; no more is known of any, and less than half of one is some. */
    private static String number(double value) {
        return value > 0 && value < 0.5 ? "0.5" : String.format(Locale.ROOT, "%.0f", value);
    }

    static String work(Stage stage) {
        return stage.effort().hours().high() == 0 ? "not in the cost sheet" : range(stage.effort().hours(), "h");
    }

    /** All stages together; ranges are added end to end, which is wider than the sum would be. */
    static Range hours(List<Stage> stages) {
        return stages.stream().map(s -> s.effort().hours()).reduce(Range.exactly(0), Range::plus);
    }

    static String points(double points) {
        return String.format(Locale.ROOT, "%+.1f", points);
    }

    static String reason(Target.Reason reason) {
        return points(reason.points()) + " " + reason.weight().says() + ": " + reason.count();
    }
}
