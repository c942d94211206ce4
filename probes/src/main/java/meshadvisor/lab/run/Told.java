package meshadvisor.lab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Node;

/**
 * What one pod told in its log.
 *
 * @param results whole ones, by name
 * @param damages what is missing or damaged, as clauses
 * @param done whether its script came to the end, and if so, well
 */
record Told(String pod, Map<String, byte[]> results, List<String> damages, Optional<Boolean> done) {

    /** What frames hold of a log that has ended. */
    static Told of(String pod, Frames frames) {
        return new Told(pod, Map.copyOf(frames.results()), List.copyOf(frames.damages()), frames.done());
    }

    /** A result that is JSON; absent if it is not there. */
    Node json(String name) {
        byte[] bytes = results.get(name);
        return bytes == null ? Absent.HERE : Json.read(bytes);
    }
}
