package meshadvisor.prometheus;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import meshadvisor.prometheus.Fetch.Reach;
import meshadvisor.prometheus.Fetch.Refused;

/** Sends queries one by one, none longer than its time and all together not longer than theirs, whatever the other side does. */
final class Questions implements AutoCloseable {

    private final Fetch fetch;
    private final Window window;
    private final Bounds bounds;
    private final long end;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Questions(Fetch fetch, Window window, Bounds bounds) {
        this.fetch = fetch;
        this.window = window;
        this.bounds = bounds;
        this.end = System.nanoTime() + bounds.total().toNanos();
    }

    Window window() {
        return window;
    }

    QueryReader.Result ask(String query) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return late(Reach.ALL, bounds.total());
        }
        Future<QueryReader.Result> answer = threads.submit(() -> read(query));
        try {
            return answer.get(Math.min(left, bounds.question().toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return left < bounds.question().toNanos() ? late(Reach.ALL, bounds.total()) : late(Reach.QUESTION, bounds.question());
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new QueryReader.Unread(new Refused(Reach.ALL, "asking " + fetch.name() + " was interrupted", "ask again"));
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private QueryReader.Result read(String query) throws InterruptedException {
        return switch (fetch.get(Promql.path(query, window))) {
            case Fetch.Body(var content) -> QueryReader.read(content, fetch.name(), bounds);
            case Refused refused -> new QueryReader.Unread(refused);
        };
    }

    private QueryReader.Result late(Reach reach, Duration allowed) {
        return new QueryReader.Unread(new Refused(reach, fetch.name() + " had not answered in full after " + allowed.toSeconds()
                + " s", "ask for a shorter --window, or when it is less busy"));
    }

    /** Who still waits for an answer waits no more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
