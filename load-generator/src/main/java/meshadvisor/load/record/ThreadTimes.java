package meshadvisor.load.record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** CPU times of the threads that can be the bottleneck of the generator: the one that asks, and those that receive. */
final class ThreadTimes {

    /** The name of the thread that reads the answers. */
    static final String RECEIVER = "receiver";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> nanos = new LinkedHashMap<>();

    private ThreadTimes() {}

    /** The times of now. */
    static ThreadTimes read() {
        ThreadTimes times = new ThreadTimes();
        if (times.threads.isThreadCpuTimeSupported() && times.threads.isThreadCpuTimeEnabled()) {
            times.note(Thread.currentThread().threadId());
            for (ThreadInfo thread : times.threads.getThreadInfo(times.threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().equals(RECEIVER)) {
                    times.note(thread.getThreadId());
                }
            }
        }
        return times;
    }

    private void note(long thread) {
        long now = threads.getThreadCpuTime(thread);
        if (now >= 0) {
            nanos.put(thread, now);
        }
    }

    /** What the busiest used since then, of a core; absent if the platform does not tell, or if all have ended. */
    OptionalDouble busiest(double seconds) {
        return nanos.entrySet().stream().filter(each -> threads.getThreadCpuTime(each.getKey()) >= 0)
                .mapToDouble(each -> (threads.getThreadCpuTime(each.getKey()) - each.getValue()) / 1e9 / seconds)
                .filter(share -> share >= 0).max();
    }
}
