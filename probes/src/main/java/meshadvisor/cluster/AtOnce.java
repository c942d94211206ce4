package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import meshadvisor.cluster.ApiFailure.Kind;

/** Does a handful of things at a time: an API server is there for others, too. */
final class AtOnce {

    private static final int HANDFUL = 4;

    private AtOnce() {}

    /** One of the things. */
    interface Doing<T> {
        T go() throws ApiFailure;
    }

    /** Does all; the results stand in the order of the things, whoever was ready first. */
    static <T> List<T> all(List<Doing<T>> things) throws ApiFailure {
        ExecutorService pool = Executors.newFixedThreadPool(HANDFUL, work -> {
            Thread thread = new Thread(work, "cluster");
            thread.setDaemon(true); // an interrupted run does not wait for answers
            return thread;
        });
        try {
            List<Future<T>> running = new ArrayList<>();
            things.forEach(thing -> running.add(pool.submit(thing::go)));
            List<T> results = new ArrayList<>(running.size());
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(Kind.TIMEOUT, "interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiFailure failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
