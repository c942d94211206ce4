package meshadvisor.tree;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The parser events of one document. Whatever the parser throws becomes a problem with a place, here and only here. */
final class Events {

    private static final int SMALL_BUFFER = 1 << 10;
    private static final LoadSettings SETTINGS = settings(SMALL_BUFFER);

    private final ParserImpl parser;
    private final String text;
    private final int firstLine;

    /** The text's first line has this number in the file. */
    Events(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        LoadSettings settings = text.length() < 1 << 16 ? SETTINGS : settings(text.length() >> 6);
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** The parser copies what it has of a value whenever it fills its buffer, so a long text needs a large one. */
    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder().setLabel("").setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).setBufferSize(buffer).build();
    }

    /** The next event; the last one is the end of the stream. */
    Event next() {
        try {
            return parser.next();
        } catch (RuntimeException e) {
            throw new Unreadable(SyntaxError.explain(e, text, firstLine));
        }
    }
}
