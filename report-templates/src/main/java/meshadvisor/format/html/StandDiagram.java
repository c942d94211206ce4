package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.format.html.Chart.Mark;

/**
 * What stands where, in two columns: today, and after. A solid frame is something that stands there, a frame of dashes something of which nobody
 * knows whether it does, and where nothing stands there is only a word.
 */
public final class StandDiagram {

    private static final double LEFT = 6;
    private static final double RIGHT = Chart.WIDTH / 2.0 + 4;
    private static final double COLUMN = Chart.WIDTH / 2.0 - 10;
    private static final double TOP = 20;
    private static final double ROW = 46;
    private static final double FRAME = 24;
    private static final int CHARACTERS = 27;
    private static final int LABEL = 56;

    /** Whether something stands at a place. */
    public enum Sure {
        THERE, NOTHING, UNKNOWN
    }

    /** What stands at a place. */
    public record Stands(Sure sure, String words) {}

    /** A place, today and after. */
    public record Place(String label, Stands today, Stands after) {}

    private final List<Mark> marks = new ArrayList<>();

    private StandDiagram() {}

    /**
     * Draws them below each other.
     *
     * @param places at least one
     */
    public static Chart of(String title, String description, List<Place> places, Part.Grid table) {
        StandDiagram diagram = new StandDiagram();
        diagram.marks.add(Mark.word("start strong", LEFT, 13, "Today"));
        diagram.marks.add(Mark.word("start strong", RIGHT, 13, "After"));
        for (int i = 0; i < places.size(); i++) {
            double y = TOP + i * ROW;
            diagram.marks.add(Mark.word("start small", LEFT, y + 13, Chart.cut(places.get(i).label, LABEL)));
            diagram.stands(places.get(i).today, LEFT, y + 18);
            diagram.stands(places.get(i).after, RIGHT, y + 18);
        }
        return new Chart("", title, description, TOP + places.size() * ROW + 4, diagram.marks, table);
    }

    private void stands(Stands stands, double x, double y) {
        String frame = switch (stands.sure) {
            case THERE -> "box";
            case UNKNOWN -> "box dashes";
            case NOTHING -> "";
        };
        if (!frame.isEmpty()) {
            marks.add(Mark.path(frame, "M", x, " ", y, "h", COLUMN, "v", FRAME, "h", -COLUMN, "Z"));
        }
        marks.add(Mark.word("start", x + 6, y + 16, Chart.cut(stands.words, CHARACTERS)));
    }
}
