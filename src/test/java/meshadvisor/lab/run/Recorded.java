package meshadvisor.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import meshadvisor.tree.Node;

/**
 * The log of a real agent: a page, a drive of 200 requests a second for a second, one of a minute at 50, one to a name that is not known.
 */
final class Recorded {

    private Recorded() {}

    /** Its lines. */
    static List<String> lines() {
        try (InputStream file = Recorded.class.getResourceAsStream("/bench/drive.log")) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it told, after something happened to its lines. */
    static Told told(UnaryOperator<List<String>> accident) {
        Frames frames = new Frames();
        accident.apply(lines()).forEach(frames::take);
        return Told.of("drive-1-0-abcde", frames);
    }

    /** A document of JSON, with ' for ". */
    static Node json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(UTF_8));
    }
}
