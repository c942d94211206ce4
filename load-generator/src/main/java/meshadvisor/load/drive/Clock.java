package meshadvisor.load.drive;

/** Where the driver takes the time from; simulated in tests. */
public interface Clock {

    /** The clock of the machine, which never goes back. */
    Clock SYSTEM = System::nanoTime;

    /** Nanoseconds since some moment, as {@link System#nanoTime}. */
    long nanos();
}
