package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.format.html.Chart.Mark;

/**
 * What stands where, in a column for each moment: today, and later. A solid frame is something that stands there, a frame of dashes something of which
 * nobody knows whether it does, and where nothing stands there is only a word.
 */
public final class StandDiagram {

    private static final double LEFT = 6;
    private static final double GAP = 8;
    private static final double TOP = 20;
    private static final double LABELLED = 18;
    private static final double LINE = 12;
    private static final double PADDING = 12;

    /** Of a character that is neither the widest nor the narrowest. */
    private static final double CHARACTER = 6.1;
    private static final double SMALL = 5.5;
    private static final double INSIDE = 6;
    private static final int LABEL = 56;
    private static final int FEW = 2;

    /** Whether something stands at a place. */
    public enum Sure {
        THERE, NOTHING, UNKNOWN
    }

    /** What stands at a place. */
    public record Stands(Sure sure, String words) {}

    /** A place, with what stands there at each moment. */
    public record Place(String label, List<Stands> moments) {
        public Place {
            moments = List.copyOf(moments);
        }
    }

    private final List<Mark> marks = new ArrayList<>();
    private final int columns;
    private final double width;

    private StandDiagram(int columns) {
        this.columns = columns;
        this.width = (Chart.WIDTH - 2 * LEFT - GAP * (columns - 1)) / columns;
    }

    /**
     * Draws places below each other.
     *
     * @param moments at least one
     * @param places at least one
     */
    public static Chart of(String title, String description, List<String> moments, List<Place> places, Part.Grid table) {
        StandDiagram diagram = new StandDiagram(moments.size());
        for (int at = 0; at < moments.size(); at++) {
            diagram.word("strong", at, 13, 0, moments.get(at));
        }
        for (int i = 0; i < places.size(); i++) {
            double y = TOP + i * diagram.row();
            diagram.marks.add(Mark.word("start small", LEFT, y + 13, Chart.cut(places.get(i).label, LABEL)));
            for (int at = 0; at < moments.size(); at++) {
                diagram.stands(places.get(i).moments.get(at), at, y + LABELLED);
            }
        }
        return new Chart("", title, description, TOP + places.size() * diagram.row() + 4, diagram.marks, table);
    }

    /** In narrow columns words are small and may take two lines. */
    private boolean narrow() {
        return columns > FEW;
    }

    private double frame() {
        return PADDING + LINE * (narrow() ? 2 : 1);
    }

    private double row() {
        return LABELLED + frame() + 4;
    }

    private double x(int column) {
        return LEFT + column * (width + GAP);
    }

    private void stands(Stands stands, int column, double y) {
        String frame = switch (stands.sure) {
            case THERE -> "box";
            case UNKNOWN -> "box dashes";
            case NOTHING -> "";
        };
        if (!frame.isEmpty()) {
            marks.add(Mark.path(frame, "M", x(column), " ", y, "h", width, "v", frame(), "h", -width, "Z"));
        }
        List<String> lines = lines(stands.words);
        for (int i = 0; i < lines.size(); i++) {
            word("", column, y + 16 + i * LINE, INSIDE, lines.get(i));
        }
    }

    private List<String> lines(String words) {
        int most = most(INSIDE);
        int end = words.length() <= most || !narrow() ? words.length() : words.lastIndexOf(' ', most);
        return end <= 0 || end == words.length() ? List.of(words) : List.of(words.substring(0, end), words.substring(end + 1));
    }

    private int most(double margin) {
        return (int) ((width - margin) / (narrow() ? SMALL : CHARACTER));
    }

    private void word(String style, int column, double y, double margin, String text) {
        String all = Stream.of("start", style, narrow() ? "small" : "").filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        marks.add(Mark.word(all, x(column) + margin, y, Chart.cut(text, most(margin))));
    }
}
