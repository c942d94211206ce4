package meshadvisor.load.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import meshadvisor.load.agent.Action.Later;
import meshadvisor.load.agent.Action.Request;

/** Requests that are made in the background of drives. Belongs to the thread that drives. */
final class Background {

    private final Ending ending;
    private final Consumer<Request> asking;
    private final List<Later> waiting = new ArrayList<>();
    private final List<Thread> begun = new ArrayList<>();

    Background(Ending ending, Consumer<Request> asking) {
        this.ending = ending;
        this.asking = asking;
    }

    /** Keeps one until a drive measures. */
    void add(Later later) {
        waiting.add(later);
    }

    /** A drive begins to measure: from now on time counts for those that wait. */
    void begin() {
        long now = System.nanoTime();
        waiting.forEach(later -> begun.add(Thread.ofPlatform().daemon().name("later " + later.name()).start(() -> {
            ending.within(now + later.after().toNanos() - System.nanoTime());
            asking.accept(later.request());
        })));
        waiting.clear();
    }

    /** Waits for those that have begun, and gives back those that have not. */
    List<Later> end() {
        try {
            for (var each : begun) {
                each.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts an agent", e);
        }
        return List.copyOf(waiting);
    }
}
