package meshadvisor.load.drive;

import java.util.List;
import meshadvisor.load.drive.Target.Manner;
import meshadvisor.load.drive.Target.Sizes;

/**
 * What is driven, and within which bounds; when, is the schedule's.
 *
 * @param maxInFlight requests that may be on their way at once, waiting for a connection or for an answer; more are dropped
 * @param timeout nanoseconds after its intended time at which a request is given up
 * @param seed of everything that is drawn
 */
public record Plan(List<Target> targets, Manner manner, Sizes sizes, int maxInFlight, long timeout, long seed, Waiting waiting) {

    public Plan {
        targets = List.copyOf(targets);
    }

    /** How the sender waits for the next intended time. */
    public enum Waiting {
        /** Two threads that sleep: the sender until shortly before the time, the receiver until there is an answer. */
        PARK,
        /** The same, but the sender wakes at whole milliseconds only: cheaper, in bursts, and late by up to one. */
        COARSE,
        /** One thread that never sleeps, and so is never late by a wake-up: takes a processor for itself. */
        SPIN
    }
}
