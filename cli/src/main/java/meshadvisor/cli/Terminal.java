package meshadvisor.cli;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terminal, as far as there is one.
 *
 * @param streams that end at a terminal and not in a file or a pipe, each judged by itself
 * @param width in columns of text
 */
public record Terminal(Set<Stream> streams, int width) {

    /** The width where nobody says another; also that of all help. */
    public static final int USUAL_WIDTH = 80;

    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 500;

    /** No terminal at all, as in a pipeline or a test. */
    public static final Terminal NONE = new Terminal(Set.of(), USUAL_WIDTH);

    public Terminal {
        streams = Set.copyOf(streams);
    }

    /**
     * Java cannot tell the streams apart, so the launcher script looks and says it.
     *
     * @param streams names of streams with commas between them, such as {@code in,err}
     * @param columns what the terminal says of its width
     * @param env {@code COLUMNS} in it goes before what the terminal says
     */
    static Terminal of(String streams, String columns, Map<String, String> env) {
        Set<String> named = Set.of(streams.split(",", -1));
        Set<Stream> ends = Arrays.stream(Stream.values()).filter(s -> named.contains(s.name().toLowerCase(ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stream.class)));
        return new Terminal(ends, width(env.getOrDefault("COLUMNS", ""), width(columns, USUAL_WIDTH)));
    }

    private static int width(String text, int otherwise) {
        boolean isNumber = text.matches("[0-9]{1,6}");
        return isNumber && Integer.parseInt(text) > 0 ? Math.clamp(Integer.parseInt(text), LEAST_WIDTH, MOST_WIDTH) : otherwise;
    }
}
