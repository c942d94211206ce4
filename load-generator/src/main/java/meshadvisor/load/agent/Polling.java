package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.load.agent.Action.Poll;

/** Asks again and again who answers. Each request has a connection of its own, so that whoever chooses the server has to choose anew. */
record Polling(Ending ending) {

    /** Answers that are longer are nobody's whose length would tell who it is. */
    private static final int MOST = 64 * 1024;
    private static final int USUAL_PORT = 80;
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] (\\d{3})[^\r\n]*\r\n.*?\r\n\r\n", Pattern.DOTALL);

    /**
     * The moment, the status and the length of each answer: when it had come whole, in milliseconds since the epoch; and how many requests had
     * none.
     */
    Map<String, Object> poll(Poll poll) {
        List<List<Long>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        long every = poll.every().toNanos();
        int asked = 0;
        for (long at = 0; at < poll.length().toNanos() && !ending.within(begin + at - System.nanoTime());) {
            asked++;
            answer(poll).ifPresent(answers::add);
            at = ((System.nanoTime() - begin) / every + 1) * every;
        }
        return Map.of("answers", answers, "unanswered", asked - answers.size());
    }

    private static Optional<List<Long>> answer(Poll poll) {
        try (var socket = new Socket()) {
            int port = poll.url().getPort() < 0 ? USUAL_PORT : poll.url().getPort();
            int millis = (int) poll.within().toMillis();
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getByName(poll.url().getHost()), port), millis);
            socket.getOutputStream().write(Attempt.request(poll.url()).getBytes(US_ASCII));
            var text = new String(whole(new BufferedInputStream(socket.getInputStream()), System.nanoTime() + poll.within().toNanos()),
                    ISO_8859_1);
            Matcher answer = ANSWER.matcher(text);
            return answer.lookingAt()
                    ? Optional.of(List.of(System.currentTimeMillis(), Long.valueOf(answer.group(1)), (long) text.length() - answer.end()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // counted
        }
    }

    /** All of it; what trickles is given up in time. */
    private static byte[] whole(InputStream in, long end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (bytes.size() > MOST || System.nanoTime() - end > 0) {
                throw new IOException("too long");
            }
        }
        return bytes.toByteArray();
    }
}
