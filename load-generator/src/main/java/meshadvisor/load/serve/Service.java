package meshadvisor.load.serve;

import java.util.List;
import java.util.SplittableRandom;

/** Decides how each request is answered, and when: after its service time, and after the calls onward that follow it. */
final class Service {

    private final Behaviour behaviour;
    private final SplittableRandom random;
    private final Counts counts;
    private final DelayQueue delays = new DelayQueue();
    private final OpenCalls open = new OpenCalls();
    private Upstream[] upstreams = {};
    private int fanOut;

    Service(Behaviour behaviour, long seed, Counts counts) {
        this.behaviour = behaviour;
        this.random = new SplittableRandom(seed);
        this.counts = counts;
    }

    /** Calls each of these so many times for each request. */
    void callOnward(List<Upstream> each, int times) {
        upstreams = each.toArray(Upstream[]::new);
        fanOut = times;
    }

    /** A request, which was read at this time. */
    void arrived(Caller from, int call, int wanted, int error) {
        counts.request();
        int status = status(error);
        int bytes = wanted >= 0 ? wanted : (int) Math.min(Integer.MAX_VALUE, behaviour.size().sample(random));
        long delay = behaviour.time().sample(random);
        if (delay == 0 && upstreams.length == 0) {
            counts.answered(status);
            from.answer(call, status, bytes);
            return;
        }
        int number = open.open(from, call, status, bytes);
        if (number == OpenCalls.NONE) {
            counts.answered(503);
            from.answer(call, 503, 0);
        } else if (delay == 0) {
            served(number);
        } else {
            delays.add(from.readAt() + delay, number);
        }
    }

    /** When the next service time ends, or {@link DelayQueue#NEVER}. */
    long next() {
        return delays.next();
    }

    /** Goes on with what is due. */
    void due(long now) {
        while (delays.next() <= now) {
            served(delays.remove());
        }
    }

    /** A call onward is over. */
    void returned(int number, boolean well) {
        if (open.returned(number, well)) {
            answer(number);
        }
    }

    private int status(int error) {
        if (error >= 0) {
            return error;
        }
        return behaviour.errorRate() > 0 && random.nextDouble() < behaviour.errorRate() ? 503 : 200;
    }

    private void served(int number) {
        if (upstreams.length == 0) {
            answer(number);
            return;
        }
        open.await(number, upstreams.length * fanOut);
        for (int i = 0; i < fanOut; i++) {
            for (Upstream each : upstreams) {
                each.call(number);
            }
        }
    }

    private void answer(int number) {
        counts.answered(open.status(number));
        open.answer(number);
    }
}
