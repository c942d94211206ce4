package meshadvisor.load.janitor;

import java.time.Duration;
import java.time.Instant;

/** Lets time pass, by the clock of the machine and by one that nobody sets. */
public interface Waits {

    /** Waits so long. */
    void pause(Duration time);

    /** A time that only grows, in nanoseconds. */
    long nanos();

    /** What the clock of the machine says. */
    Instant now();

    /** Really waits. */
    Waits REALLY = new Waits() {
        @Override
        public void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a janitor", e);
            }
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    };
}
