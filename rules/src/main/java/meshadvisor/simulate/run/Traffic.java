package meshadvisor.simulate.run;

import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;

/**
 * The requests: how many come, how many fail, how long they take. A try fails where the pods cannot carry the load, where it goes to a pod that is
 * gone, or where a shared proxy on the way cannot carry it. Proxies try again, which adds to the load: with r retries and failing tries q there
 * are 1 + q + … + qʳ tries for a request, and qʳ⁺¹ of the requests fail.
 */
final class Traffic {

    /** Between two looks, in ms. */
    static final long INTERVAL = 5_000;

    /** Nobody waits longer for an answer, in ms. */
    private static final double TIMEOUT = 15_000;

    /** The kernel gives a container its share of the processor in periods of this length, in ms (kubelet cpuCFSQuotaPeriod). */
    private static final double PERIOD = 100;

    private static final double MOST_BUSY = 0.99;
    private static final double HALF = 0.5;

    /** A share below which no request fails: halving alone would never end. */
    private static final double NOTHING = 1e-16;
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final Plant plant;
    private final Agenda agenda;
    private final Meter meter;
    private final Rates rates;
    private final double factor;
    private final double ramp;

    Traffic(Plant plant, Setting setting, Agenda agenda, Meter meter) {
        this.plant = plant;
        this.agenda = agenda;
        this.meter = meter;
        this.rates = plant.rates();
        this.factor = setting.factor();
        Draw draw = setting.draw();
        this.ramp = draw.get(Input.RAMP) * MILLIS_PER_MINUTE;
    }

    /** Times the usual traffic. */
    double now() {
        return 1 + (factor - 1) * Math.min(1, agenda.now() / ramp);
    }

    /** One look at all services. */
    void look() {
        speeds();
        double traffic = now();
        double behind = 0;
        double slower = 0;
        for (Crowd crowd : plant.crowds()) {
            if (crowd.kind == Crowd.Kind.SHARED) {
                serve(crowd, traffic, 0);
                behind = rates.sharedShare() * crowd.failing;
                slower = rates.sharedShare() * (crowd.slowness - 1);
            }
        }
        Sum sum = new Sum();
        for (Crowd crowd : plant.crowds()) {
            if (crowd.kind != Crowd.Kind.SHARED) {
                serve(crowd, traffic, behind);
                double demand = traffic * crowd.usual;
                sum.offered += demand;
                sum.lost += crowd.failing == 0 ? 0 : demand * Math.pow(crowd.failing, rates.retries() + 1);
                sum.slow += demand * Math.min(TIMEOUT, rates.baseP99() * (crowd.slowness + slower) + throttled(crowd));
            }
        }
        meter.traffic(agenda.now(), sum.offered, sum.lost, sum.slow / sum.offered);
        agenda.in(INTERVAL, new Event.Traffic());
    }

    private static final class Sum {
        private double offered;
        private double lost;
        private double slow;
    }

    private void speeds() {
        boolean full = plant.nodes().stream().allMatch(node -> node.speed == 1);
        for (Crowd crowd : plant.crowds()) {
            crowd.speed = full && crowd.load * rates.cpu() <= rates.cpuLimit() ? crowd.ready : speed(crowd);
        }
    }

    private double speed(Crowd crowd) {
        double speed = 0;
        for (Pod pod : crowd.pods) {
            if (pod.ready()) {
                double demand = pod.proxied ? crowd.load * rates.cpu() : 0;
                speed += demand > rates.cpuLimit() ? Math.min(pod.node.speed, rates.cpuLimit() / demand) : pod.node.speed;
            }
        }
        return speed;
    }

    /** Half of the way to what the load leads to now, so that what feeds itself takes time. */
    private void serve(Crowd crowd, double traffic, double behind) {
        double tries = traffic * crowd.usual * tries(crowd.failing);
        double capacity = crowd.headroom * crowd.speed;
        double full = crowd.ready == 0 ? 1 : Math.max(0, 1 - capacity / tries);
        double gone = crowd.stale == 0 ? 0 : (double) crowd.stale / (crowd.stale + crowd.ready);
        double failing = 1 - (1 - full) * (1 - gone) * (1 - behind);
        double load = crowd.load;
        double slow = crowd.slowness;
        crowd.load = crowd.ready == 0 ? 0 : tries / crowd.ready;
        crowd.failing += HALF * (failing - crowd.failing);
        crowd.failing = crowd.failing < NOTHING ? 0 : crowd.failing;
        double busy = crowd.ready == 0 ? 1 : Math.min(1, tries / capacity);
        double longest = TIMEOUT / rates.baseP99();
        double slowness = busy >= 1 ? longest : Math.min(longest, (1 - 1 / crowd.headroom) / (1 - Math.min(MOST_BUSY, busy)));
        crowd.slowness += HALF * (Math.max(1, slowness) - crowd.slowness);
        if (crowd.load != load || crowd.slowness != slow) {
            crowd.connections = rates.connections(crowd.load, crowd.slowness);
        }
    }

    private double tries(double failing) {
        double tries = 1;
        double again = 1;
        for (int i = 0; i < rates.retries(); i++) {
            again *= failing;
            tries += again;
        }
        return tries;
    }

    /** What a limit on the proxies' processor adds: a burst waits for as many periods as it needs more than the limit gives in one. */
    private double throttled(Crowd crowd) {
        double burst = crowd.load * rates.cpu() * rates.burst();
        return burst > rates.cpuLimit() ? PERIOD * (burst / rates.cpuLimit() - 1) : 0;
    }
}
