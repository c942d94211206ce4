package meshadvisor.load.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Keeps what became of requests, as words. */
final class Heard implements Answers {

    final List<String> words = new ArrayList<>();
    /** What is done about an answer, by its ticket. */
    IntConsumer then = ticket -> {};

    @Override
    public void answered(int ticket, int status, long bytes) {
        words.add(ticket + " " + status + " " + bytes);
        then.accept(ticket);
    }

    @Override
    public void failed(int ticket, Failure why) {
        words.add(ticket + " " + why);
    }
}
