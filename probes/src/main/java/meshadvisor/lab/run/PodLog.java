package meshadvisor.lab.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;

/**
 * The log of a container, read bit by bit while it grows. A kubelet takes the time from which on a log is wanted in whole seconds, and a runtime stamps
 * the two outputs of a container on two threads, so that lines of one can stand behind later ones of the other: some seconds are asked for again, and
 * lines that were there already are known by their time and text. A connection that breaks costs nothing. Lost is what was written between two readings
 * when the kubelet put the file aside in between because it had become large (10 MiB unless it is told otherwise), or when the node's clock was put back
 * by more than those seconds; {@link Frames} says then what is missing.
 */
final class PodLog {

    /** Of lines that come late. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final Reading reading;
    /** How often each line of the last seconds came, whole lines with their times. */
    private Map<String, Integer> known = Map.of();
    private Instant newest = Instant.MIN;

    /** Reads a log from a time on. */
    interface Reading {
        List<String> since(String time) throws ApiFailure;
    }

    PodLog(Reading reading) {
        this.reading = reading;
    }

    /** Of a container in the cluster. */
    static PodLog of(OwnedApi api, String namespace, String pod, String container) {
        return new PodLog(since -> api.log(namespace, pod, container, since));
    }

    /** Lines that are new, without their times. */
    List<String> more() throws ApiFailure {
        return fresh(reading.since(newest.equals(Instant.MIN) ? "" : from().toString()));
    }

    /** From when on lines are asked for. */
    private Instant from() {
        return newest.minus(SLACK).truncatedTo(ChronoUnit.SECONDS);
    }

    private List<String> fresh(List<String> lines) {
        List<String> fresh = new ArrayList<>();
        Map<String, Integer> came = new HashMap<>();
        for (String line : lines) {
            if (came.merge(line, 1, Integer::sum) > known.getOrDefault(line, 0)) {
                fresh.add(line.indexOf(' ') < 0 ? "" : line.substring(line.indexOf(' ') + 1));
            }
            Instant at = time(line);
            newest = at.isAfter(newest) ? at : newest;
        }
        known.forEach((line, times) -> came.merge(line, times, Math::max));
        came.keySet().removeIf(line -> !time(line).equals(Instant.MIN) && time(line).isBefore(from()));
        known = came;
        return fresh;
    }

    private static Instant time(String line) {
        try {
            return Instant.parse(line.indexOf(' ') < 0 ? line : line.substring(0, line.indexOf(' ')));
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }
}
