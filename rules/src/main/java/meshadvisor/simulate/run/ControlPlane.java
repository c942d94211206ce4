package meshadvisor.simulate.run;

import java.util.LinkedHashSet;
import java.util.Set;
import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.run.Chance.About;

/**
 * The control plane of the mesh: when endpoints change it waits until nothing has changed for a while, or for so long at most, and brings the new
 * configuration to every proxy that knows the service, so many at once. Istio: PILOT_DEBOUNCE_AFTER 100 ms, PILOT_DEBOUNCE_MAX 10 s,
 * PILOT_PUSH_THROTTLE min(15 + 5 × cores, 100) (istio pilot/pkg/features/tuning.go). While one wave is on its way, changes wait for the next. Until all
 * have got it, callers still send to pods that are gone.
 */
final class ControlPlane {

    private static final double MILLI = 1000;

    /** Between two waves, in ms: so long the control plane computes what is new, as far as one can simulate it. */
    private static final long PREPARING = 1_000;
    private static final int LEAST_AT_ONCE = 15;
    private static final int PER_CORE = 5;
    private static final int MOST_AT_ONCE = 100;

    private final Plant plant;
    private final Agenda agenda;
    private final Meter meter;
    private final long after;
    private final long most;
    private final long pushTime;
    private final int atOnce;
    private final Set<Crowd> dirty = new LinkedHashSet<>();
    private final Set<Crowd> onTheWay = new LinkedHashSet<>();
    private boolean injecting = true;
    private boolean restless;
    private boolean pushing;
    private long since;
    private long last;
    private long begun = -PREPARING;
    private long waves;

    ControlPlane(Plant plant, Draw draw, Agenda agenda, Meter meter) {
        this.plant = plant;
        this.agenda = agenda;
        this.meter = meter;
        this.after = Math.round(draw.get(Input.DEBOUNCE_AFTER) * MILLI);
        this.most = Math.round(draw.get(Input.DEBOUNCE_MAX) * MILLI);
        this.pushTime = Math.max(1, Math.round(draw.get(Input.PUSH_TIME)));
        double throttle = draw.get(Input.PUSH_THROTTLE);
        double usual = Math.min(LEAST_AT_ONCE + PER_CORE * Math.floor(draw.get(Input.CONTROL_CORES)), MOST_AT_ONCE);
        this.atOnce = (int) Math.max(1, (throttle == 0 ? usual : throttle) * draw.get(Input.CONTROL_REPLICAS));
    }

    /** Whether new pods get a proxy. */
    boolean injecting() {
        return injecting;
    }

    /** From now on new pods get none. */
    void stopInjecting() {
        injecting = false;
    }

    /** The endpoints of a service are others. */
    void changed(Crowd crowd) {
        dirty.add(crowd);
        last = agenda.now();
        if (!restless) {
            restless = true;
            since = last;
            agenda.in(after, new Event.Debounce());
        }
    }

    /** Looks whether changes have come to rest. */
    void debounce() {
        long quiet = agenda.now() - last;
        if (quiet < after && agenda.now() - since < most) {
            agenda.in(after - quiet, new Event.Debounce());
            return;
        }
        if (pushing || agenda.now() - begun < PREPARING) {
            agenda.in(PREPARING, new Event.Debounce());
            return;
        }
        begun = agenda.now();
        restless = false;
        waves++;
        int proxies = send(1 - Math.pow(1 - Math.min(1, plant.rates().scope()), dirty.size()));
        toNodes();
        dirty.forEach(crowd -> crowd.leaving = crowd.stale);
        onTheWay.addAll(dirty);
        dirty.clear();
        meter.wave(agenda.now(), proxies);
        pushing = true;
        agenda.in(Math.max(0, (proxies - 1) / atOnce) * pushTime, new Event.Pushed());
    }

    /** Each proxy in scope gets it when it is its turn; what it still works on goes on. */
    private int send(double share) {
        int proxies = 0;
        for (Crowd crowd : plant.crowds()) {
            for (int i = 0; i < crowd.pods.size(); i++) {
                Pod pod = crowd.pods.get(i);
                if (pod.proxied && pod.node != Node.NONE
                        && (share >= 1 || plant.chance().share(About.SCOPE, waves << 20 ^ pod.id) < share)) {
                    long at = agenda.now() + proxies / atOnce * pushTime;
                    pod.pushedFrom = agenda.now() < pod.pushedUntil ? Math.min(at, pod.pushedFrom) : at;
                    pod.pushedUntil = at + plant.rates().pushHold();
                    pod.node.pushMillis += plant.rates().pushCpu();
                    proxies++;
                }
            }
        }
        return proxies;
    }

    /** Proxies of nodes are few and get it at once. */
    private void toNodes() {
        if (plant.rates().agentIdle() > 0) {
            for (Node node : plant.nodes()) {
                node.pushedUntil = agenda.now() + plant.rates().pushHold();
                node.pushMillis += plant.rates().pushCpu();
            }
        }
    }

    /** All have got it: nobody sends to what it does not name any more. */
    void pushed() {
        pushing = false;
        for (Crowd crowd : onTheWay) {
            crowd.stale = Math.max(0, crowd.stale - crowd.leaving);
            crowd.leaving = 0;
        }
        onTheWay.clear();
    }
}
