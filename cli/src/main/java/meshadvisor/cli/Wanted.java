package meshadvisor.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.format.Medium;
import meshadvisor.format.Screen;
import meshadvisor.format.paper.Pdf;

/**
 * A format and where it goes.
 *
 * @param file empty for standard output
 */
record Wanted<F extends Enum<F> & Medium>(F format, Optional<Path> file) {

    /** The words for formats, in the order in which they are made. */
    static List<String> words(Class<? extends Enum<?>> formats) {
        return Arrays.stream(formats.getEnumConstants()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** What {@code FORMAT} and {@code FORMAT=FILE} ask for, a table if nothing does; what is wrong with a word is added to the mistakes. */
    static <F extends Enum<F> & Medium> List<Wanted<F>> parse(Class<F> formats, List<String> words, List<Mistake> mistakes) {
        List<Wanted<F>> wanted = new ArrayList<>();
        List<String> known = words(formats);
        for (String word : words.isEmpty() ? List.of("table") : words) {
            String[] parts = word.split("=", 2);
            if (!known.contains(parts[0]) || parts.length == 2 && parts[1].isBlank()) {
                mistakes.add(new Mistake.UsageMistake("-o " + word + ": write FORMAT or FORMAT=FILE; " + Known.hint(parts[0], known)));
            } else {
                wanted.add(new Wanted<>(formats.getEnumConstants()[known.indexOf(parts[0])],
                        parts.length == 2 ? Optional.of(Path.of(parts[1])) : Optional.empty()));
            }
        }
        wanted.stream().filter(o -> o.format.onPaper() && o.file.isEmpty()).map(Wanted::word)
                .forEach(word -> mistakes.add(new Mistake.UsageMistake("-o " + word + " is no text that a terminal could show; write -o "
                        + word + "=FILE")));
        List<Wanted<F>> toScreen = wanted.stream().filter(o -> o.file.isEmpty()).toList();
        if (toScreen.size() > 1) {
            mistakes.add(new Mistake.UsageMistake("only one format can go to standard output, not "
                    + toScreen.stream().map(Wanted::word).collect(Collectors.joining(" and "))
                    + "; give the others a file with =FILE"));
        }
        return wanted;
    }

    private String word() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** Something that can be written in every format. */
    interface Content<F> {
        /** Writes it; only the table looks at the screen. */
        void write(F format, Screen screen, Writer out) throws IOException;
    }

    /** Writes it there. A file is written beside its place and then moved, so nobody ever reads half of it. */
    void write(Content<F> content, Outside outside, ColorOptions color) {
        try {
            if (file.isEmpty()) {
                Screen.Paint paint = color.on(Stream.OUT, outside) ? Screen.Paint.COLOUR : Screen.Paint.PLAIN;
                content.write(format, new Screen(outside.terminal().width(), paint), outside.out());
            } else if (format.onPaper()) {
                StringWriter page = new StringWriter();
                content.write(format, Screen.PLAIN, page);
                byte[] paper = Pdf.of(page.toString());
                save(file.get(), out -> out.write(paper));
            } else {
                save(file.get(), out -> {
                    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    content.write(format, Screen.PLAIN, text);
                    text.flush();
                });
            }
        } catch (IOException e) {
            throw new MistakesFound(
                    new Mistake.UsageMistake("cannot write " + file.map(Path::toString).orElse("the report") + ": " + e.getMessage()));
        }
    }

    /** Writes a file beside its place and then moves it. */
    static void save(Path file, String text) throws IOException {
        save(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a file is to contain: results of large systems are too long to be held as a whole. */
    private interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    private static void save(Path file, Bytes content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.write(out);
            }
            return;
        }
        Path draft = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime() + ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
