package meshadvisor.load.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much later than asked Linux may end a thread's sleep: 50 µs unless it is told otherwise (proc(5), timerslack_ns). */
public final class TimerSlack {

    private TimerSlack() {}

    /** Takes it from the calling thread, where the system lets it; without that, sleeps end later and nothing else happens. */
    public static void take() {
        try {
            var thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
            Files.writeString(Path.of("/proc").resolve(thread).resolve("timerslack_ns"), "1");
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // No Linux, or not allowed: what it costs is in the schedule error that is measured.
        }
    }
}
