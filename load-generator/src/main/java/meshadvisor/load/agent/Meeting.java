package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import meshadvisor.load.agent.Action.Rendezvous;
import meshadvisor.load.agent.Web.Reply;
import meshadvisor.load.agent.Web.Reply.Answer;
import meshadvisor.load.agent.Web.Reply.None;

/**
 * Waits at a rendezvous until all have come. While nobody answers there, or only a proxy does that has nobody to ask, it asks again.
 *
 * @param party by which the rendezvous knows this program if it asks again
 */
record Meeting(Ending ending, String party) {

    private static final int MET = 200;
    /** What {@code load-generator rendezvous} says when it will not say otherwise the next time. */
    private static final Set<Integer> REFUSED = Set.of(400, 404, 408, 409, 410);
    private static final long PAUSE = 200_000_000;
    /** The rendezvous gives up in time by itself and says why; so much later nobody waits for that any more. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How long it took until all had come, or why they did not. */
    Map<String, Object> attend(Rendezvous asked) {
        long begin = System.nanoTime();
        var last = Reason.late(asked.url(), asked.within());
        try (var web = new Web(ending)) {
            for (long left = left(asked, begin); left > 0 && !ending.asked(); left = left(asked, begin)) {
                var request = HttpRequest.newBuilder(url(asked, left)).GET().build();
                var reply = web.ask(request, BodyHandlers.ofString(), Duration.ofNanos(left).plus(GRACE));
                if (reply instanceof Answer<String> answer && answer.status() == MET) {
                    return Map.of("waitedMillis", (System.nanoTime() - begin) / NANOS_PER_MILLI);
                }
                last = words(reply);
                if (reply instanceof Answer<String> answer && REFUSED.contains(answer.status())) {
                    return Map.of(Frames.ERROR, last);
                }
                ending.within(PAUSE);
            }
        }
        return Map.of(Frames.ERROR, ending.asked() ? Reason.ENDED : "nobody let it through in time; last: " + last);
    }

    private static long left(Rendezvous asked, long begin) {
        return begin + asked.within().toNanos() - System.nanoTime();
    }

    private URI url(Rendezvous asked, long left) {
        var folder = asked.url().toString();
        return URI.create(folder + (folder.endsWith("/") ? "" : "/") + URLEncoder.encode(asked.name(), UTF_8) + "?parties="
                + asked.parties() + "&within=" + Math.max(1, left / NANOS_PER_MILLI) + "&party=" + URLEncoder.encode(party, UTF_8));
    }

    private static String words(Reply<String> reply) {
        return switch (reply) {
            case Answer<String> answer -> answer.status() + " " + answer.body().strip();
            case None<String> none -> none.why();
        };
    }
}
