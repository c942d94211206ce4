package meshadvisor.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import meshadvisor.format.Format;
import meshadvisor.format.Screen;

/** One format of a report and where it goes. */
record Output(Format format, Optional<Path> file) {

    /** The words for formats, in the order in which they are made. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    static List<String> words() {
        return Wanted.words(Format.class);
    }

    /** The outputs that words ask for; what is wrong with a word is added to the mistakes. */
    static List<Output> parse(List<String> words, List<Mistake> mistakes) {
        return Wanted.parse(Format.class, words, mistakes).stream().map(w -> new Output(w.format(), w.file())).toList();
    }

    /** Something that can be written in every format. */
    interface Content {
        /** Writes it; only the table looks at the screen. */
        void write(Format format, Screen screen, Writer out) throws IOException;
    }

    void write(Content content, Outside outside, ColorOptions color) {
        new Wanted<>(format, file).write(content::write, outside, color);
    }
}
