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

    /** Of the servers that are driven. */
    int port() {
        return order.target().stream().map(Order.Target::port).findFirst().orElse(Servers.PORT);
    }

    Order.Design design() {
        return order.design();
    }
}
