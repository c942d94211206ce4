package meshadvisor.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** What no program that reads manifests with this parser can beat: every file under a folder turned into events, and nothing done with them. */
final class EventParse {

    private EventParse() {}

    /** Takes the folder and prints the number of documents. */
    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            files = found.filter(f -> f.toString().endsWith(".yaml")).toList();
        }
        System.out.println(files.parallelStream().mapToInt(EventParse::documents).sum());
    }

    private static int documents(Path file) {
        try {
            int documents = 0;
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(Files.readString(file))) {
                documents += event.getEventId() == Event.ID.DocumentStart ? 1 : 0;
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
