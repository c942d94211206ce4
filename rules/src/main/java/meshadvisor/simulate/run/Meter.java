package meshadvisor.simulate.run;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.simulate.run.Course.Minute;

/** Counts what happens, minute by minute. */
final class Meter {

    private static final long MINUTE = 60_000;

    private final Tally[] tallies;
    private double firstLoss = Double.POSITIVE_INFINITY;
    private int losses;
    private int hit;
    private double highestProxy;
    private double fullest;
    private double offered;
    private double lost;

    /** Of one minute. */
    private static final class Tally {
        private int evicted;
        private int killed;
        private int limited;
        private int hit;
        private int pushes;
        private int pushed;
        private double offered;
        private double lost;
        private double p99;

        Minute minute() {
            return new Minute(evicted, killed, limited, hit, pushes, pushed, offered == 0 ? 0 : lost / offered, p99);
        }
    }

    Meter(int minutes) {
        tallies = new Tally[minutes];
        for (int i = 0; i < minutes; i++) {
            tallies[i] = new Tally();
        }
    }

    private Tally at(long now) {
        return tallies[(int) (now / MINUTE)];
    }

    void evicted(long now, Node node) {
        at(now).evicted++;
        hit(now, node);
    }

    void killed(long now, Node node) {
        at(now).killed++;
        hit(now, node);
    }

    private void hit(long now, Node node) {
        firstLoss = Math.min(firstLoss, (double) now / MINUTE);
        losses++;
        if (!node.hit) {
            node.hit = true;
            hit++;
            at(now).hit++;
        }
    }

    void limited(long now) {
        at(now).limited++;
    }

    void wave(long now, int proxies) {
        at(now).pushes++;
        at(now).pushed += proxies;
    }

    void memory(double share) {
        fullest = Math.max(fullest, share);
    }

    void proxy(double memory) {
        highestProxy = Math.max(highestProxy, memory);
    }

    void traffic(long now, double requests, double failed, double p99) {
        Tally tally = at(now);
        tally.offered += requests;
        tally.lost += failed;
        tally.p99 = Math.max(tally.p99, p99);
        offered += requests;
        lost += failed;
    }

    /** Whether nothing that comes can change whether there is a cascade: there is one already, or it would come too late. */
    boolean decided(long now, int pods, int nodes) {
        return now > (firstLoss + Course.FOLLOWS + 1) * MINUTE || Course.follows(hit, losses, pods, nodes);
    }

    Course course(int pods, Plant plant) {
        List<Minute> minutes = new ArrayList<>();
        double worst = 0;
        for (Tally tally : tallies) {
            minutes.add(tally.minute());
            worst = Math.max(worst, tally.p99);
        }
        return new Course(firstLoss, pods, plant.nodes().size(), plant.added(), offered == 0 ? 0 : lost / offered, worst, highestProxy,
                fullest, minutes);
    }
}
