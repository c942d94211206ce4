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
    private static final double INSIDE = 6;
    private static final int LABEL = 54;
    private static final int FEW = 2;
    private static final int LINES = 8;

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
        double y = diagram.heads(moments);
        for (Place place : places) {
            diagram.marks.add(Mark.word("start small", LEFT, y + 13, Chart.cut(place.label, LABEL)));
            y = diagram.row(place, y + LABELLED) + 4;
        }
        return new Chart("", title, description, y + 4, diagram.marks, table);
    }

    /** In narrow columns words are small. */
    private boolean narrow() {
        return columns > FEW;
    }

    private double x(int column) {
        return LEFT + column * (width + GAP);
    }

    /** The moments, and where the first place begins. */
    private double heads(List<String> moments) {
        int high = 1;
        for (int at = 0; at < moments.size(); at++) {
            high = Math.max(high, words("strong", at, 13, 0, moments.get(at)));
        }
        return TOP + (high - 1) * LINE;
    }

    /** What stands at a place, in frames that are all as high as the highest needs, and where they end. */
    private double row(Place place, double y) {
        int high = place.moments.stream().mapToInt(stands -> lines(stands.words, INSIDE).size()).max().orElse(1);
        double height = PADDING + LINE * high;
        for (int at = 0; at < place.moments.size(); at++) {
            Stands stands = place.moments.get(at);
            String frame = switch (stands.sure) {
                case THERE -> "box";
                case UNKNOWN -> "box dashes";
                case NOTHING -> "";
            };
            if (!frame.isEmpty()) {
                marks.add(Mark.path(frame, "M", x(at), " ", y, "h", width, "v", height, "h", -width, "Z"));
            }
            words("", at, y + 16, INSIDE, stands.words);
        }
        return y + height;
    }

    private List<String> lines(String text, double margin) {
        return Chart.lines(text, (int) ((width - margin) / (narrow() ? Chart.SMALL_CHARACTER : Chart.USUAL_CHARACTER)), LINES);
    }

    /** Draws them, and says in how many lines. */
    private int words(String style, int column, double y, double margin, String text) {
        String all = Stream.of("start", style, narrow() ? "small" : "").filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
        List<String> lines = lines(text, margin);
        for (int i = 0; i < lines.size(); i++) {
            marks.add(Mark.word(all, x(column) + margin, y + i * LINE, lines.get(i)));
        }
        return lines.size();
    }
}
