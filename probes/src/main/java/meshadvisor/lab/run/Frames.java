package meshadvisor.lab.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import meshadvisor.files.Sha256;

/**
 * Puts together what the agent of the load generator told in its log: results in numbered pieces, each with a checksum, among lines that mean
 * nothing here. What is missing or damaged costs the result that it belongs to, and nothing else.
 */
final class Frames {

    private static final String MARK = "#ma1 ";
    private static final int LARGEST_RESULT = 64 << 20;
    private static final int MOST_TALK = 5;

    private final Map<String, Pieces> pieces = new LinkedHashMap<>();
    private final Map<String, byte[]> results = new LinkedHashMap<>();
    private final List<String> damages = new ArrayList<>();
    private final List<String> talk = new ArrayList<>();
    private Optional<Boolean> done = Optional.empty();
    private int told;

    /** Pieces of one result until its end came. */
    private static final class Pieces {
        private final Map<Integer, String> texts = new TreeMap<>();
    }

    /** Takes the next line. */
    void take(String line) {
        if (!line.startsWith(MARK)) {
            talk.add(line);
            if (talk.size() > MOST_TALK) {
                talk.removeFirst();
            }
            return;
        }
        String[] words = line.substring(MARK.length()).split(" ");
        if (words.length >= 4 && words[0].equals("-") && words[1].equals("done")) {
            done = Optional.of(words[3].equals("ok"));
            told = number(words[2]);
        } else if (words.length == 4 && words[1].equals("end")) {
            end(words[0], number(words[2]), words[3]);
        } else if (words.length == 5) {
            piece(words);
        } else {
            damages.add("a line of its log is cut: " + clipped(line));
        }
    }

    private void piece(String[] words) {
        CRC32 crc = new CRC32();
        crc.update(words[4].getBytes(StandardCharsets.UTF_8));
        Pieces mine = pieces.computeIfAbsent(words[0], name -> new Pieces());
        if (!words[3].equals(String.format(Locale.ROOT, "%08x", crc.getValue()))) {
            damages.add("piece " + words[1] + " of " + words[0] + " is damaged in the log");
        } else {
            mine.texts.put(number(words[1]), words[4]);
        }
    }

    private void end(String name, int count, String sha) {
        Pieces mine = pieces.getOrDefault(name, new Pieces());
        pieces.remove(name);
        if (mine.texts.size() != count) {
            damages.add(name + " is not complete in the log: " + mine.texts.size() + " of " + count + " pieces");
            return;
        }
        try {
            byte[] bytes = unpacked(String.join("", mine.texts.values()));
            if (Sha256.of(bytes).equals(sha)) {
                results.put(name, bytes);
            } else {
                damages.add(name + " does not have the checksum that the log tells");
            }
        } catch (IOException | IllegalArgumentException e) {
            damages.add(name + " cannot be unpacked: " + e.getMessage());
        }
    }

    private static byte[] unpacked(String base64) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            return in.readNBytes(LARGEST_RESULT);
        }
    }

    private static int number(String word) {
        return word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
    }

    private static String clipped(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** Results that are whole, by name. */
    Map<String, byte[]> results() {
        return results;
    }

    /** Forgets results that were used. */
    Map<String, byte[]> drain() {
        Map<String, byte[]> drained = new LinkedHashMap<>(results);
        results.clear();
        return drained;
    }

    /** What is missing or damaged, as clauses. Complete when the log has ended. */
    List<String> damages() {
        List<String> all = new ArrayList<>(damages);
        pieces.keySet().forEach(name -> all.add(name + " has no end in the log"));
        if (done.isPresent() && all.isEmpty() && told > results.size()) {
            all.add((told - results.size()) + " of " + told + " results are missing in the log");
        }
        return all;
    }

    /** Whether the script came to its end, and if so, well. */
    Optional<Boolean> done() {
        return done;
    }

    /** The last lines that are no results, for messages. */
    List<String> lastTalk() {
        return List.copyOf(talk);
    }
}
