package meshadvisor.load.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import meshadvisor.load.agent.Action.Refused;
import meshadvisor.load.agent.Attempt.Seen;

/** Asks without TLS where that is expected to fail. */
record Plaintext(Ending ending) {

    /** The outcome and a detail, or an error where no outcome fits. */
    Map<String, Object> ask(Refused asked) {
        try (var attempt = new Attempt(asked.url())) {
            var seen = CompletableFuture.supplyAsync(attempt::seen, task -> Thread.ofPlatform().daemon().name("plaintext").start(task));
            if (ending.came(seen, asked.within().toNanos())) {
                return result(seen.join());
            }
            if (ending.asked()) {
                return Map.of(Frames.ERROR, Reason.ENDED);
            }
            return result(new Seen(attempt.resolved() ? Attempt.TIMEOUT : Attempt.UNRESOLVED, Reason.late(asked.url(), asked.within())));
        }
    }

    private static Map<String, Object> result(Seen seen) {
        if (seen.outcome().equals(Frames.ERROR)) {
            return Map.of(Frames.ERROR, seen.detail());
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("outcome", seen.outcome());
        result.put("detail", seen.detail());
        return result;
    }
}
