package meshadvisor.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.format.Format;
import meshadvisor.format.Screen;
import meshadvisor.report.Report;

/** One format and where it goes. A file is written beside its place and then moved, so nobody ever reads half of it. */
record Output(Format format, Optional<Path> file) {

    /** The words for formats, in the order in which they are made. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    static List<String> words() {
        return Arrays.stream(Format.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** The outputs that words ask for; what is wrong with a word is added to the mistakes. */
    static List<Output> parse(List<String> words, List<Mistake> mistakes) {
        List<Output> outputs = new ArrayList<>();
        for (String word : words.isEmpty() ? List.of("table") : words) {
            String[] parts = word.split("=", 2);
            List<String> known = words();
            if (!known.contains(parts[0]) || parts.length == 2 && parts[1].isBlank()) {
                mistakes.add(new Mistake.UsageMistake("-o " + word + ": write FORMAT or FORMAT=FILE; " + Known.hint(parts[0], known)));
            } else {
                outputs.add(new Output(Format.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                        parts.length == 2 ? Optional.of(Path.of(parts[1])) : Optional.empty()));
            }
        }
        long toScreen = outputs.stream().filter(o -> o.file.isEmpty()).count();
        if (toScreen > 1) {
            mistakes.add(new Mistake.UsageMistake("only one format can go to standard output, not "
                    + outputs.stream().filter(o -> o.file.isEmpty())
                            .map(o -> o.format.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "))
                    + "; give the others a file with =FILE"));
        }
        return outputs;
    }

    /** Something that can be written in every format. */
    interface Content {
        /** Writes it; only the table looks at the screen. */
        void write(Format format, Screen screen, Writer out) throws IOException;
    }

    void write(Report report, Outside outside, ColorOptions color) {
        write((wanted, screen, out) -> wanted.writer(screen).write(report, out), outside, color);
    }

    void write(Content content, Outside outside, ColorOptions color) {
        StringWriter text = new StringWriter();
        try {
            Screen screen = file.isEmpty()
                    ? new Screen(outside.terminal().width(), color.on(Stream.OUT, outside) ? Screen.Paint.COLOUR : Screen.Paint.PLAIN)
                    : Screen.PLAIN;
            content.write(format, screen, text);
            if (file.isEmpty()) {
                outside.out().print(text);
            } else {
                save(file.get(), text.toString());
            }
        } catch (IOException e) {
            throw new MistakesFound(
                    new Mistake.UsageMistake("cannot write " + file.map(Path::toString).orElse("the report") + ": " + e.getMessage()));
        }
    }

    /** Writes a file beside its place and then moves it. */
    static void save(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return;
        }
        Path draft = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime() + ".tmp");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
