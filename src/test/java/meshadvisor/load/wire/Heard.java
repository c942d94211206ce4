package meshadvisor.load.wire;

import java.util.ArrayList;
import java.util.List;

/** Keeps what became of requests, as words. */
final class Heard implements Answers {

    final List<String> words = new ArrayList<>();

    @Override
    public void answered(int ticket, int status, long bytes) {
        words.add(ticket + " " + status + " " + bytes);
    }

    @Override
    public void failed(int ticket, Failure why) {
        words.add(ticket + " " + why);
    }
}
