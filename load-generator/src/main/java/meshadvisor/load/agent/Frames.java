package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import tools.jackson.jr.ob.JSON;

/**
 * Results as lines of a log, each below 8 KiB, which no container runtime splits. docs/formats/agent.md describes them. Results may be
 * told by several threads; each is told whole.
 */
public final class Frames {

    /** What speaks against a result that says nothing else. */
    static final String ERROR = "error";

    /** Of compressed bytes; with 8,000 characters in base 64 and the longest name a line stays below 8 KiB. A multiple of three. */
    private static final int PIECE = 6_000;

    private final PrintWriter out;
    private int told;
    private boolean failed;

    /** Frames that go to a log. */
    public Frames(PrintWriter out) {
        this.out = out;
    }

    /** Tells a small result as JSON. One with an error makes the whole count as failed. */
    void tell(String name, Map<String, ?> result) {
        tell(name, JSON.std.asString(result).getBytes(UTF_8));
        if (result.containsKey(ERROR)) {
            fail();
        }
    }

    /** Tells a result. */
    synchronized void tell(String name, byte[] bytes) {
        byte[] packed = gzip(bytes);
        int count = (packed.length + PIECE - 1) / PIECE;
        for (int i = 0; i < count; i++) {
            var piece = Base64.getEncoder().encodeToString(Arrays.copyOfRange(packed, i * PIECE, Math.min(packed.length, (i + 1) * PIECE)));
            line(name + " " + (i + 1) + " " + count + " " + crc(piece) + " " + piece);
        }
        line(name + " end " + count + " " + sha256(bytes));
        told++;
    }

    /** Something went wrong, whether or not a result says it. */
    synchronized void fail() {
        failed = true;
    }

    /** Tells that nothing follows: whether all of it reached the log, as far as the program can know. */
    synchronized boolean done() {
        line("- done " + told + (failed ? " failed" : " ok"));
        return !out.checkError();
    }

    private void line(String words) {
        out.print("#ma1 " + words + "\n");
        out.flush();
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always written", e);
        }
        return packed.toByteArray();
    }

    private static String crc(String piece) {
        var crc = new CRC32();
        crc.update(piece.getBytes(US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
