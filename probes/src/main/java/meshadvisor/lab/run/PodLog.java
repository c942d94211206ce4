package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;

/**
 * The log of a container, read bit by bit while it grows. Kubelets take the time from which on a log is wanted in whole seconds, so lines come again, and
 * are known by their times; a connection that breaks costs nothing.
 */
final class PodLog {

    private final Reading reading;
    private String last = "";
    private int withLast; // lines of that same time

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
        return fresh(reading.since(last));
    }

    private List<String> fresh(List<String> lines) {
        List<String> fresh = new ArrayList<>();
        int again = withLast;
        for (String line : lines) {
            int space = line.indexOf(' ');
            String time = space < 0 ? line : line.substring(0, space);
            int order = time.compareTo(last); // all of a node have the same form
            if (order < 0 || order == 0 && again-- > 0) {
                continue;
            }
            withLast = order == 0 ? withLast + 1 : 1;
            last = time;
            fresh.add(space < 0 ? "" : line.substring(space + 1));
        }
        return fresh;
    }
}
