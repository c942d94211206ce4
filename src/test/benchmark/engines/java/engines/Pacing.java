package engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Waits until a time: parks while it is far, spins when it is near. */
final class Pacing {
    private Pacing() {}

    /** Lets the kernel wake the current platform thread within a nanosecond of its timer, not within its usual 50 microseconds. */
    static void sharpTimers() {
        try {
            String thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
            Files.writeString(Path.of("/proc", thread, "timerslack_ns"), "1");
        } catch (IOException e) {
            System.err.println("timers stay as they are: " + e);
        }
    }

    /** Parks while the time is further away than so many nanoseconds, and spins the rest. */
    static void until(long due, long near) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > near) {
                LockSupport.parkNanos(left - near);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
