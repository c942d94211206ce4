package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.drive.Target.Life;
import meshadvisor.load.drive.Target.Manner;
import meshadvisor.load.drive.Target.Secured;
import meshadvisor.load.drive.Target.Sizes;
import meshadvisor.load.drive.Target.Weighted;
import meshadvisor.load.record.Counts;
import meshadvisor.load.record.Recorder;
import meshadvisor.load.record.Totals;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Distribution;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.schedule.Segment;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Failure;
import meshadvisor.load.wire.Http1Client;
import meshadvisor.load.wire.Http1Client.Reuse;
import meshadvisor.load.wire.Route;

/** A short run of the engine against peers of a test. */
final class Trial {

    static final long MILLISECOND = 1_000_000;

    private final List<Target> targets = new ArrayList<>();
    private final Recorder recorder = new Recorder(2);
    private List<Weighted> routes = List.of(route("GET", 1));
    private Function<List<Route>, ClientProtocol> protocol = each -> new Http1Client(each, Reuse.KEEP_ALIVE);
    private Life life = Life.KEPT;
    private int connections = 4;
    private Distribution payload = new Fixed(0);
    private Optional<Distribution> wanted = Optional.empty();
    private int inFlight = 1_000;
    private long timeout = 20_000 * MILLISECOND;
    private Waiting waiting = Waiting.PARK;

    static Weighted route(String method, double weight) {
        return new Weighted(new Route("http", "localhost", method, "/", List.of()), weight);
    }

    Trial routes(Weighted... each) {
        routes = List.of(each);
        return this;
    }

    Trial protocol(Function<List<Route>, ClientProtocol> each) {
        protocol = each;
        return this;
    }

    Trial closingEach() {
        life = Life.ONE_REQUEST;
        return protocol(each -> new Http1Client(each, Reuse.CLOSE));
    }

    Trial connections(int number) {
        connections = number;
        return this;
    }

    Trial payload(Distribution sizes) {
        payload = sizes;
        return this;
    }

    Trial wanted(Distribution sizes) {
        wanted = Optional.of(sizes);
        return this;
    }

    Trial inFlight(int most) {
        inFlight = most;
        return this;
    }

    Trial timeout(long millis) {
        timeout = millis * MILLISECOND;
        return this;
    }

    Trial waiting(Waiting how) {
        waiting = how;
        return this;
    }

    Trial to(InetSocketAddress address, double weight) {
        targets.add(new Target("localhost", Optional.of(address), weight, routes, Optional.empty()));
        return this;
    }

    Trial to(Peer peer) {
        return to(peer.address(), 1);
    }

    Trial to(InetSocketAddress address, Secured secured) {
        targets.add(new Target("localhost", Optional.of(address), 1, routes, Optional.of(secured)));
        return this;
    }

    Trial toNobody() {
        targets.add(new Target("nowhere.invalid", Optional.empty(), 1, routes, Optional.empty()));
        return this;
    }

    Engine engine() throws IOException {
        var plan = new Plan(targets, new Manner(protocol, life, connections), new Sizes(payload, wanted), inFlight, timeout, 1, waiting);
        return new Engine(plan, recorder);
    }

    /** Drives so many requests at this rate per second, and waits for the end of all. */
    Counts run(int requests, double rate) throws IOException {
        try (var engine = engine()) {
            engine.open();
            engine.run(List.of(Segment.steady("measured", rate, (long) (requests / rate * 1e9))), Spacing.CONSTANT);
        }
        var counts = counts();
        assertThat(counts.intended()).isEqualTo(requests);
        assertThat(counts.completed() + counts.allFailed() + counts.dropped()).as(counts.toString()).isEqualTo(requests);
        return counts;
    }

    /** Runs a few requests of which all must fail for this reason. */
    void allFail(Failure why) throws IOException {
        var counts = run(20, 200);
        assertThat(counts.failed()).isEqualTo(Map.of(why, 20L));
    }

    Totals totals() {
        recorder.drain();
        return recorder.totals("measured");
    }

    Recorder recorder() {
        return recorder;
    }

    Counts counts() {
        return Counts.of(totals());
    }
}
