package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import tools.jackson.jr.ob.JSON;

/**
 * What a reader finds in a log, written from docs/formats/agent.md alone.
 *
 * @param results by name
 * @param damaged what is wrong, each with the name of its result
 * @param done what the last frame says; empty if there is none
 */
public record FrameLog(Map<String, byte[]> results, List<String> damaged, Optional<String> done) {

    private static final class Parts {
        private final Map<Integer, byte[]> pieces = new TreeMap<>();
        private int count;
        private String sha = "";
    }

    /** Reads a log. */
    public static FrameLog read(String log) {
        var parts = new LinkedHashMap<String, Parts>();
        var damaged = new ArrayList<String>();
        var done = Optional.<String>empty();
        for (var line : log.split("\n")) {
            var words = line.split(" ");
            if (!words[0].equals("#ma1") || words.length < 3) {
                continue;
            }
            if (words[1].equals("-")) {
                done = Optional.of(line.substring("#ma1 - done ".length()));
            } else if (!take(words, parts.computeIfAbsent(words[1], name -> new Parts()))) {
                damaged.add(words[1] + ": a damaged or repeated line");
            }
        }
        var results = new LinkedHashMap<String, byte[]>();
        parts.forEach(
                (name, each) -> whole(each).ifPresentOrElse(bytes -> results.put(name, bytes), () -> damaged.add(name + ": not whole")));
        return new FrameLog(results, damaged, done);
    }

    private static boolean take(String[] words, Parts parts) {
        if (words[2].equals("end")) {
            parts.sha = words[4];
            return parts.count == 0 || parts.count == Integer.parseInt(words[3]);
        }
        var crc = new CRC32();
        crc.update(words[5].getBytes(US_ASCII));
        if (crc.getValue() != Long.parseLong(words[4], 16)) {
            return false;
        }
        parts.count = Integer.parseInt(words[3]);
        return parts.pieces.put(Integer.valueOf(words[2]), Base64.getDecoder().decode(words[5])) == null;
    }

    private static Optional<byte[]> whole(Parts parts) {
        var packed = new ByteArrayOutputStream();
        parts.pieces.values().forEach(packed::writeBytes);
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            byte[] bytes = zip.readAllBytes();
            var sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return sha.equals(parts.sha) ? Optional.of(bytes) : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** A result that is JSON. */
    public Map<String, Object> json(String name) {
        if (!results.containsKey(name)) {
            throw new AssertionError("there is no " + name + " among " + results.keySet());
        }
        return JSON.std.mapFrom(results.get(name));
    }

    /** A result that is text. */
    public String text(String name) {
        return new String(results.get(name), UTF_8);
    }
}
