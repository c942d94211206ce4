package meshadvisor.bench.planning;

import static meshadvisor.bench.planning.Examples.node;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchPlan.Placed;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Step;
import org.junit.jupiter.api.Test;

/** A plan in a file can come from anybody: it is carried out only if it is the one that its order leads to. */
class WrittenPlanTest {

    private static final BenchPlan PLAN = Examples.usual().plan();

    @Test
    void a_plan_that_was_not_touched_is_made_anew_as_it_was() {
        assertThat(again(PLAN)).isEqualTo(new Planned.Possible(PLAN));
    }

    @Test
    void it_stays_where_it_was_placed_when_other_nodes_have_become_freer() {
        Examples before = Examples.usual().placed(Placement.CROSS_NODE, 1).nodes(node("one", "a", 4000), node("two", "a", 5000));
        Examples now = before.nodes(node("one", "a", 5000), node("two", "a", 4000));
        assertThat(now.plan().placed()).isNotEqualTo(before.plan().placed());
        assertThat(Planning.again(before.plan(), now.scene(), now.catalogue(), Examples.PROGRAM))
                .isEqualTo(new Planned.Possible(before.plan()));
    }

    @Test
    void a_pod_with_the_file_system_of_its_node_is_refused() {
        assertRefused(changed("Job", job -> with(job, "spec", Map.of("template", Map.of("spec", Map.of("volumes",
                List.of(Map.of("name", "all", "hostPath", Map.of("path", "/")))))))));
    }

    @Test
    void a_role_that_may_do_more_is_refused() {
        assertRefused(changed("ClusterRole", role -> with(role, "rules",
                List.of(Map.of("apiGroups", List.of("*"), "resources", List.of("*"), "verbs", List.of("*"))))));
    }

    @Test
    void a_step_more_or_another_is_refused() {
        Step other = new Step.Apply("something", List.of(new Manifest(Map.of("apiVersion", "v1", "kind", "Pod", "metadata",
                Map.of("name", "a", "namespace", "kube-system")))));
        List<Step> more = new ArrayList<>(PLAN.steps());
        more.addFirst(other);
        assertRefused(steps(more));
        more.removeLast();
        assertRefused(steps(more));
    }

    @Test
    void a_job_that_drives_cannot_be_another_one_either() {
        assertRefused(steps(PLAN.steps().stream().map(step -> step instanceof Step.Drive drive
                ? new Step.Drive(drive.session(), drive.block(), drive.variant(), drive.cells(), with(drive.job(), "spec", Map.of()),
                        drive.atMostSeconds())
                : step).toList()));
    }

    @Test
    void a_node_that_takes_no_pods_is_refused() {
        BenchPlan elsewhere = new BenchPlan(PLAN.run(), PLAN.order(), PLAN.variants(), PLAN.notRun(), PLAN.cautions(),
                new Placed("control-plane", "control-plane"), PLAN.rights(), PLAN.peak(), PLAN.deadlineSeconds(), PLAN.expectedSeconds(),
                PLAN.steps());
        assertThat(again(elsewhere)).isInstanceOfSatisfying(Planned.Impossible.class,
                no -> assertThat(no.mistakes()).singleElement().asString().contains("control-plane", "plan again"));
    }

    private static void assertRefused(BenchPlan plan) {
        assertThat(plan).isNotEqualTo(PLAN);
        assertThat(again(plan)).isInstanceOfSatisfying(Planned.Impossible.class,
                no -> assertThat(no.mistakes()).singleElement().asString().contains("its order leads to", "plan again"));
    }

    private static Planned again(BenchPlan plan) {
        return Planning.again(plan, Examples.usual().scene(), Examples.usual().catalogue(), Examples.PROGRAM);
    }

    private static BenchPlan changed(String kind, UnaryOperator<Manifest> change) {
        return steps(PLAN.steps().stream().map(step -> step instanceof Step.Apply apply
                ? new Step.Apply(apply.why(), apply.objects().stream().map(each -> each.kind().equals(kind) ? change.apply(each) : each)
                        .toList())
                : step).toList());
    }

    private static Manifest with(Manifest manifest, String field, Object value) {
        Map<String, Object> object = new LinkedHashMap<>(manifest.object());
        object.put(field, value);
        return new Manifest(object);
    }

    private static BenchPlan steps(List<Step> steps) {
        return new BenchPlan(PLAN.run(), PLAN.order(), PLAN.variants(), PLAN.notRun(), PLAN.cautions(), PLAN.placed(), PLAN.rights(),
                PLAN.peak(), PLAN.deadlineSeconds(), PLAN.expectedSeconds(), steps);
    }
}
