package meshadvisor.load.drive;

import java.util.List;
import java.util.SplittableRandom;
import meshadvisor.load.drive.Target.Sizes;
import meshadvisor.load.drive.Target.Weighted;
import meshadvisor.load.schedule.Distribution;
import org.jspecify.annotations.Nullable;

/** Draws what a request is: its target, its method, its sizes. Seeded, so that a run can be repeated; allocates nothing. */
final class Draw {

    private final SplittableRandom random;
    private final double[] targets;
    private final double[][] routes;
    private final Distribution payload;
    private final @Nullable Distribution wanted;

    Draw(List<Target> targets, Sizes sizes, long seed) {
        this.random = new SplittableRandom(seed);
        this.targets = cumulated(targets.stream().mapToDouble(Target::weight).toArray());
        this.routes = targets.stream().map(target -> cumulated(target.routes().stream().mapToDouble(Weighted::weight).toArray()))
                .toArray(double[][]::new);
        this.payload = sizes.payload();
        this.wanted = sizes.wanted().orElse(null);
    }

    int target() {
        return one(targets);
    }

    int route(int target) {
        return one(routes[target]);
    }

    int payload() {
        return (int) Math.min(Integer.MAX_VALUE, payload.sample(random));
    }

    /** Bytes that the answer shall have, or -1. */
    int wanted() {
        return wanted == null ? -1 : (int) Math.min(Integer.MAX_VALUE, wanted.sample(random));
    }

    private int one(double[] cumulated) {
        if (cumulated.length == 1) {
            return 0;
        }
        double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
        int at = 0;
        while (drawn >= cumulated[at]) {
            at++;
        }
        return at;
    }

    private static double[] cumulated(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            weights[i] = sum;
        }
        return weights;
    }
}
