package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an agent does, as it is written in the arguments of its pod. */
final class Script {

    private final List<Map<String, Object>> actions = new ArrayList<>();

    /** Says what time it is. */
    void say(String name) {
        actions.add(Tree.of("do", "say", "name", name));
    }

    /** Waits until all generators have come. */
    void rendezvous(String name, String url, int parties) {
        actions.add(Tree.of("do", "rendezvous", "name", name, "url", url, "parties", parties, "withinSeconds", 60));
    }

    /** Reads lines of a page. */
    void fetch(String name, String url, String keep) {
        actions.add(Tree.of("do", "fetch", "name", name, "url", url, "keep", keep, "withinSeconds", 5));
    }

    /** Asks in plaintext, and says what came of it. */
    void refused(String name, String url) {
        actions.add(Tree.of("do", "refused", "name", name, "url", url, "withinSeconds", 5));
    }

    /** Posts, some time after the measured part of the next drive began. */
    void postLater(String name, String url, double afterSeconds) {
        actions.add(Tree.of("do", "later", "afterSeconds", afterSeconds, "action",
                Tree.of("do", "post", "name", name, "url", url, "withinSeconds", 5)));
    }

    /** Asks again and again on new connections, from the begin of the measured part of the next drive. */
    void poll(String name, String url, int forSeconds) {
        actions.add(Tree.of("do", "later", "afterSeconds", 0, "action", Tree.of("do", "poll", "name", name, "url", url, "everySeconds", 0.1,
                "forSeconds", forSeconds, "withinSeconds", 2)));
    }

    /** Drives load. */
    void drive(String name, List<String> arguments) {
        actions.add(Tree.of("do", "drive", "name", name, "arguments", arguments));
    }

    /** Watches the node, each second. */
    void watch(String name, int forSeconds) {
        actions.add(Tree.of("do", "watch", "name", name, "everySeconds", 1, "forSeconds", forSeconds));
    }

    /** The arguments of the load generator that carry it out. */
    List<String> arguments() {
        return List.of("agent", "--script",
                JsonText.of(Tree.of("apiVersion", "meshadvisor/v1", "kind", "AgentScript", "actions", actions)));
    }
}
