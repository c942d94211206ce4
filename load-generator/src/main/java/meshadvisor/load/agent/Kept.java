package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The lines of a page that somebody wants, as it comes in. Of a page without end, no more than a fixed part is ever held. */
final class Kept implements Consumer<Optional<byte[]>> {

    private static final int MOST = 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final Pattern wanted;
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long bytes;
    private long left;
    private boolean tooLong;

    Kept(Pattern wanted) {
        this.wanted = wanted;
    }

    /** Takes a piece of the page; an empty one is its end. */
    @Override
    public synchronized void accept(Optional<byte[]> piece) {
        if (piece.isEmpty()) {
            if (line.size() > 0) {
                end();
            }
            return;
        }
        byte[] all = piece.get();
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                add(all, from, at);
                end();
                from = at + 1;
            }
        }
        add(all, from, all.length);
    }

    /** The lines, without their ends. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines would have been kept as well but for their size. */
    synchronized long left() {
        return left;
    }

    private void add(byte[] all, int from, int to) {
        int room = LONGEST_LINE - line.size();
        tooLong |= to - from > room;
        line.write(all, from, Math.min(to - from, room));
    }

    private void end() {
        var text = line.toString(UTF_8);
        var plain = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (wanted.matcher(plain).find()) {
            if (tooLong || bytes + line.size() > MOST) {
                left++;
            } else {
                bytes += line.size();
                lines.add(plain);
            }
        }
        tooLong = false;
        line.reset();
    }
}
