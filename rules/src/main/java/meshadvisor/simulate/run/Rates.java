package meshadvisor.simulate.run;

import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;

/**
 * How memory, processor and latency follow the load in one run. Memory is in MiB, processor in cores, times are in ms.
 *
 * @param idle memory of a proxy at the usual load
 * @param growth for each usual load more
 * @param rise part of the way to its aim that memory goes in a step of a kubelet, upwards
 * @param fall likewise downwards
 * @param pushMemory that configuration takes for a while
 * @param most usual loads that connections grow to
 * @param retries after a failed try
 */
record Rates(double idle, double growth, double limit, double rise, double fall, double pushMemory, long pushHold, double pushCpu,
        double cpu, double cpuLimit, double burst, double coupling, double most, double baseP99, int retries, double scope,
        double agentIdle,
        double agentGrowth, double sharedShare, double threshold, double startTime) {

    private static final double MILLI = 1000;
    private static final double SECONDS_PER_MINUTE = 60;

    /** @param base before anything was remedied: a narrower scope takes away the configuration of what is not known any more */
    static Rates of(Draw base, Draw draw, double factor) {
        double narrower = draw.get(Input.SCOPE) / base.get(Input.SCOPE);
        double idle = draw.get(Input.PROXY_IDLE) * (1 - draw.get(Input.CONFIG_SHARE) * (1 - narrower));
        return new Rates(idle, draw.get(Input.PROXY_GROWTH), orNone(draw.get(Input.PROXY_LIMIT)),
                step(draw.get(Input.CONNECTION_LAG)), step(draw.get(Input.MEMORY_RELEASE)), draw.get(Input.PUSH_MEMORY),
                Math.round(draw.get(Input.PUSH_HOLD) * MILLI), draw.get(Input.PUSH_CPU), draw.get(Input.PROXY_CPU) / MILLI,
                orNone(draw.get(Input.PROXY_CPU_LIMIT) / MILLI), draw.get(Input.PROXY_BURST), draw.get(Input.LATENCY_COUPLING),
                draw.get(Input.CONNECTION_MOST) * factor,
                draw.get(Input.BASE_P99), (int) draw.get(Input.RETRIES), draw.get(Input.SCOPE), draw.get(Input.NODE_PROXY_IDLE),
                draw.get(Input.NODE_PROXY_GROWTH), draw.get(Input.SHARED_SHARE), draw.get(Input.EVICTION_THRESHOLD),
                draw.get(Input.START_TIME) * MILLI);
    }

    private static double orNone(double limit) {
        return limit == 0 ? Double.POSITIVE_INFINITY : limit;
    }

    private static double step(double minutes) {
        return 1 - Math.exp(-Kubelet.INTERVAL / MILLI / (minutes * SECONDS_PER_MINUTE));
    }

    /** Where a proxy's memory goes to. */
    double aim(double weight, double connections) {
        return idle + growth * weight * Math.max(0, connections - 1);
    }

    /** What a load brings in connections, in usual loads: more where answers are slower, up to what pools and servers let happen. */
    double connections(double load, double slowness) {
        double slower = slowness > 1 && coupling > 0 ? load * Math.exp(coupling * Math.log(slowness)) : load;
        return Math.min(most, slower);
    }

    /** One step from a value to its aim. */
    double towards(double value, double aim) {
        return value + (aim - value) * (aim > value ? rise : fall);
    }
}
