package meshadvisor.bench.planning;

import java.util.List;
import meshadvisor.bench.BenchPlan.Placed;
import meshadvisor.bench.Order;
import meshadvisor.bench.Step;

/**
 * What every part of a plan depends on.
 *
 * @param program files of the load generator
 * @param deadlineSeconds after which no pod of the run lives
 */
record Setting(Names names, Order order, Placed placed, List<Step.File> program, int deadlineSeconds) {

    Order.Pods pods() {
        return order.pods();
    }

    Order.Design design() {
        return order.design();
    }
}
