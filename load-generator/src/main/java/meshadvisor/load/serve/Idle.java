package meshadvisor.load.serve;

/** What a thread does while there is nothing to do. */
public enum Idle {
    /** Sleeps; what comes next is read some tens of microseconds late, for that is what it takes to wake up. */
    PARK,
    /** Looks again and again: a processor's whole time for reading at once. */
    SPIN
}
