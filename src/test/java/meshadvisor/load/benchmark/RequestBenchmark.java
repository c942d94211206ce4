package meshadvisor.load.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meshadvisor.load.record.Recorder;
import meshadvisor.load.record.Tally;
import meshadvisor.load.wire.Answers;
import meshadvisor.load.wire.Failure;
import meshadvisor.load.wire.Http1Client;
import meshadvisor.load.wire.Http1Client.Reuse;
import meshadvisor.load.wire.Protocol;
import meshadvisor.load.wire.Route;
import meshadvisor.load.wire.WireException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One request of HTTP/1.1 from its intended time to its record, without a socket: bytes out, bytes in, notes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark implements Answers {

    private static final long SPACING = 100_000;

    /** Bytes of the request's body and of the answer's. */
    @Param({"0", "1000"})
    int size;

    private final Recorder recorder = new Recorder(1);
    private final Tally tally = recorder.tally(0);
    private final Http1Client client =
            new Http1Client(List.of(new Route("http", "localhost:8080", "POST", "/echo", List.of())), Reuse.KEEP_ALIVE);
    private final ByteBuffer out = ByteBuffer.allocateDirect(Protocol.ROOM);
    private ByteBuffer in = ByteBuffer.allocateDirect(0);
    private long intended;

    /** Begins the record and lays the answer ready. */
    @Setup
    public void prepare() {
        recorder.begin(Recorder.MEASURED, 0);
        client.open(out);
        var answer = "HTTP/1.1 200 OK\r\nServer: serve\r\nContent-Type: text/plain\r\nContent-Length: " + size + "\r\n\r\n"
                + "x".repeat(size);
        in = ByteBuffer.allocateDirect(answer.length()).put(answer.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends and answers one. Returns the bytes that it would have sent. */
    @Benchmark
    public int request() throws WireException {
        intended += SPACING;
        tally.intended(intended, intended + 1_000);
        out.clear();
        tally.sent(intended, intended + 1_000, intended + 2_000);
        client.send(0, 0, size, size, out);
        int sent = out.position();
        tally.wrote(intended, sent);
        in.flip();
        tally.read(intended, in.remaining());
        client.receive(in, out, this);
        return sent;
    }

    @Override
    public void answered(int ticket, int status, long bytes) {
        tally.answered(intended, intended + 2_000, intended + 50_000, status, bytes);
    }

    @Override
    public void failed(int ticket, Failure why) {
        throw new IllegalStateException("failed: " + why);
    }
}
