package meshadvisor.load.janitor;

import java.time.Duration;

/** Lets time pass by a clock that nobody sets. */
public interface Waits {

    /** Waits so long. */
    void pause(Duration time);

    /** A time that only grows, in nanoseconds. */
    long nanos();

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
    };
}
