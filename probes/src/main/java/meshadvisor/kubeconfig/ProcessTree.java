package meshadvisor.kubeconfig;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program and all that it started, also what it left behind when it ended: that is seen only while the program still runs, so one has to watch. */
record ProcessTree(Process root, Set<ProcessHandle> started) {

    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    ProcessTree(Process root) {
        this(root, ConcurrentHashMap.newKeySet());
    }

    /** Waits for a result, and watches meanwhile. */
    <T> T watchUntil(CompletableFuture<T> result, long end) throws TimeoutException, InterruptedException, ExecutionException {
        while (true) {
            root.descendants().forEach(started::add);
            long left = end - System.nanoTime();
            try {
                return result.get(Math.min(left, WATCH_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (left <= WATCH_NANOS) {
                    throw e;
                }
            }
        }
    }

    /** Ends all of them at once. */
    void kill() {
        root.descendants().forEach(started::add);
        root.destroyForcibly();
        started.forEach(each -> {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        });
    }
}
