package meshadvisor.load.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** That somebody wants the program to end. Nobody is interrupted for it, because an interrupt closes the connections of a drive. */
public final class Ending {

    private final CompletableFuture<Void> asked = new CompletableFuture<>();

    /** Asks for the end; from any thread. */
    public void ask() {
        asked.complete(null);
    }

    /** Whether it was asked for. */
    public boolean asked() {
        return asked.isDone();
    }

    /** Waits so long, or until the end is asked for: whether it was. */
    boolean within(long nanos) {
        return first(asked, nanos);
    }

    /** Waits so long for something: whether it came to its end, well or not, before the time and before the end of everything. */
    boolean came(CompletableFuture<?> something, long nanos) {
        first(CompletableFuture.anyOf(something, asked), nanos);
        return something.isDone();
    }

    private static boolean first(CompletableFuture<?> any, long nanos) {
        try {
            any.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts an agent", e);
        }
    }
}
