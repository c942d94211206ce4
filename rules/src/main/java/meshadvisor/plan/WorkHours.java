package meshadvisor.plan;

import java.util.List;
import java.util.Locale;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.AnswerCosts;
import meshadvisor.cost.money.Costs;
import meshadvisor.cost.money.Item;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.money.Item.Unit;
import meshadvisor.cost.money.LineKind;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.StagePattern;
import meshadvisor.plan.book.StagePattern.Work;
import meshadvisor.signal.Languages;

/**
 * The hours of the cost sheet, shared out among the stages of a plan, so that plan and sheet do not contradict each other.
 *
 * @param whole the shares of all stages that are in the plan together
 */
record WorkHours(List<Item> items, LineKind line, int languages, int namespaces, Work whole) {

    static WorkHours of(Ground ground, PathPattern path, Journey journey, List<StagePattern> planned) {
        Costs costs = Costs.of(ground.world().catalogue().library());
        List<Item> items = path.mesh().isEmpty()
                ? costs.answers().stream().filter(a -> a.answer().equals(path.of())).map(AnswerCosts::items).flatMap(List::stream).toList()
                : costs.meshes().items();
        return new WorkHours(items.stream().filter(i -> i.unit() == Unit.HOURS)
                .filter(i -> journey != Journey.KEEP).toList(), journey == Journey.LEAVE ? LineKind.EXIT : LineKind.MIGRATION,
                Math.max(1, Languages.of(ground.world()).size()), Math.max(1, ground.namespaces().size()),
                planned.stream().map(StagePattern::work).reduce(new Work(0, 0, 0), (one, other) -> new Work(one.system() + other.system(),
                        one.services() + other.services(), one.training() + other.training())));
    }

    /**
     * The hours of a stage.
     *
     * @param moving services of the stage
     */
    Stage.Effort of(Work work, int moving) {
        Range hours = sum(line, false).times(share(work.system(), whole.system())).plus(sum(line, true).times(work.services() * moving))
                .plus(sum(LineKind.TRAINING, false).times(share(work.training(), whole.training())));
        return new Stage.Effort(hours, basis(work, moving));
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }

    private String basis(Work work, int moving) {
        return String.format(Locale.ROOT, "assumed: of the cost sheet's hours of " + (line == LineKind.EXIT ? "leaving" : "migration")
                + " %.0f %% of those for the whole system, %.0f %% of "
                + "those for %d %s, and %.0f %% of training", share(work.system(), whole.system()) * 100, work.services() * 100, moving,
                moving == 1 ? "service" : "services", share(work.training(), whole.training()) * 100);
    }

    /** Of one line: of one service, or of everything that is not counted by services. */
    private Range sum(LineKind kind, boolean byService) {
        Range sum = Range.exactly(0);
        for (Item item : items) {
            if (item.line() == kind && item.per().contains(Driver.SERVICE) == byService) {
                sum = sum.plus(item.range().times(count(item)));
            }
        }
        return sum;
    }

    private double count(Item item) {
        double count = 1;
        for (Driver driver : item.per()) {
            count *= switch (driver) {
                case LANGUAGE -> languages;
                case NAMESPACE -> namespaces;
                case CLUSTER, SERVICE, NODE, POD, COMPONENT, FORCED_UPGRADE, GIGABYTE, L7_SHARE, CROSS_ZONE_SHARE -> 1;
            };
        }
        return count;
    }
}
