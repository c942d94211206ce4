package meshadvisor.load.drive;

import java.util.Objects;
import meshadvisor.load.record.Tally;
import meshadvisor.load.wire.Answers;
import meshadvisor.load.wire.Failure;
import org.jspecify.annotations.Nullable;

/** The requests that are open on one connection, and what is told of them when they end. The connection's lock guards it. */
final class Outstanding implements Answers {

    private final Flight flight;
    private final Pulse pulse;
    private final BackOff backOff;
    private @Nullable Tally tally;
    private long at;
    private int open;
    /** Those of them that were told as timed out. */
    private int dead;

    Outstanding(Flight flight, Pulse pulse, BackOff backOff) {
        this.flight = flight;
        this.pulse = pulse;
        this.backOff = backOff;
    }

    /** Who tells from now on, and when what is told happened. */
    void by(Tally teller, long now) {
        tally = teller;
        at = now;
    }

    /** Something more happened to the same teller. */
    void at(long now) {
        at = now;
    }

    long at() {
        return at;
    }

    Tally tally() {
        return Objects.requireNonNull(tally);
    }

    void opened() {
        open++;
    }

    boolean isEmpty() {
        return open == 0;
    }

    /** Tells a request as timed out; its place is kept until the connection lets go of it. */
    boolean expire(int ticket) {
        if (!flight.become(ticket, Flight.SENT, Flight.DEAD)) {
            return false;
        }
        tally().failed(flight.intended[ticket], at, Failure.TIMEOUT);
        dead++;
        return true;
    }

    /** Whether nothing is open but what was told as timed out. */
    boolean onlyDead() {
        return dead >= open;
    }

    @Override
    public void answered(int ticket, int status, long bytes) {
        open--;
        backOff.works();
        if (flight.state(ticket) == Flight.SENT) {
            tally().answered(flight.intended[ticket], flight.sent[ticket], at, status, bytes);
            pulse.beat(at - flight.intended[ticket]);
        } else {
            dead--;
        }
        flight.release(ticket);
    }

    @Override
    public void failed(int ticket, Failure why) {
        open--;
        if (flight.state(ticket) == Flight.SENT) {
            tally().failed(flight.intended[ticket], at, why);
        } else {
            dead--;
        }
        flight.release(ticket);
    }
}
