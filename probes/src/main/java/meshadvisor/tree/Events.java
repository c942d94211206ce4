package meshadvisor.tree;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The parser events of one document. Whatever the parser throws becomes a problem with a place, here and only here. */
final class Events {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("").setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE).build();

    private final ParserImpl parser;
    private final String text;
    private final int firstLine;

    /** The text's first line has this number in the file. */
    Events(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
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
