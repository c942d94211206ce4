package meshadvisor.load.agent;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import meshadvisor.load.agent.Action.Drive;
import meshadvisor.load.agent.Action.Fetch;
import meshadvisor.load.agent.Action.Later;
import meshadvisor.load.agent.Action.Poll;
import meshadvisor.load.agent.Action.Post;
import meshadvisor.load.agent.Action.Refused;
import meshadvisor.load.agent.Action.Rendezvous;
import meshadvisor.load.agent.Action.Request;
import meshadvisor.load.agent.Action.Say;
import meshadvisor.load.agent.Action.Watch;

/**
 * Carries out a script, action by action, and tells each result at once. An action that fails is a result. Told to end, the agent cuts short what is
 * going on, says of the rest that it was not begun, and still tells what it has.
 */
public final class Agent {

    private static final String NOT_BEGUN = "the program was told to end before this began";

    /** When an action began. */
    private static final String AT = "atMillis";

    private final Driver driver;
    private final Frames frames;
    private final Ending ending;
    private final Meeting meeting;
    private final Background background;

    /**
     * An agent.
     *
     * @param party by which a rendezvous tells it from others
     */
    public Agent(Drives drives, Frames frames, Ending ending, String party) {
        this.driver = new Driver(drives, frames);
        this.frames = frames;
        this.ending = ending;
        this.meeting = new Meeting(ending, party);
        this.background = new Background(ending, this::ask);
    }

    /** Carries it out: whether all that there is to tell reached the log, as far as the program can know. */
    public boolean run(Script script) {
        script.actions().forEach(this::act);
        background.end().forEach(later -> fail(later, "no drive came to what it measures after this"));
        return frames.done();
    }

    private void act(Action action) {
        if (ending.asked()) {
            fail(action, NOT_BEGUN);
            return;
        }
        switch (action) {
            case Request request -> ask(request);
            case Rendezvous rendezvous -> tell(rendezvous, () -> meeting.attend(rendezvous));
            case Drive drive -> driver.drive(drive, () -> measuring(drive));
            case Later later -> background.add(later);
            case Watch watch -> watch(watch);
            case Say say -> tell(say, Map::of);
        }
    }

    /** Said at once, for those who do something to the cluster meanwhile. */
    private void measuring(Drive drive) {
        background.begin();
        frames.tell(drive.name() + "/measuring.json", Map.of("atMillis", System.currentTimeMillis()));
    }

    private void ask(Request request) {
        switch (request) {
            case Fetch fetch -> tell(fetch, () -> new Pages(ending).fetch(fetch));
            case Post post -> tell(post, () -> new Pages(ending).post(post));
            case Poll poll -> tell(poll, () -> new Polling(ending).poll(poll));
            case Refused refused -> tell(refused, () -> new Plaintext(ending).ask(refused));
        }
    }

    /** Samples at whole multiples of the period; those for which it is too late are left out. */
    private void watch(Watch watch) {
        long begin = System.nanoTime();
        long every = watch.every().toNanos();
        int taken = 0;
        for (long at = 0; at <= watch.length().toNanos() && !ending.within(begin + at - System.nanoTime());) {
            frames.tell(String.format(Locale.ROOT, "%s-%04d.json", watch.name(), ++taken),
                    NodeSample.take(watch.root(), System.currentTimeMillis()));
            at = ((System.nanoTime() - begin) / every + 1) * every;
        }
    }

    private void tell(Action action, Supplier<Map<String, Object>> doing) {
        frames.tell(action.name() + ".json", result(doing));
    }

    /** Whatever goes wrong in one action must not cost the results of the others. */
    private static Map<String, Object> result(Supplier<Map<String, Object>> doing) {
        var result = new LinkedHashMap<String, Object>();
        result.put(AT, System.currentTimeMillis());
        try {
            result.putAll(doing.get());
        } catch (RuntimeException e) {
            result.put(Frames.ERROR, "this program has a mistake: " + e);
        }
        return result;
    }

    private void fail(Action action, String why) {
        switch (action) {
            case Drive drive -> driver.fail(drive, why);
            default -> frames.tell(action.name() + ".json", Map.of(Frames.ERROR, why));
        }
    }
}
