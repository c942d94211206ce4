package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.format.Visible;
import meshadvisor.format.html.Chart.Mark;

/** The way through the tree: a box for each question, an arrow with its answer, and the end in a double frame. */
public final class DecisionPath {

    private static final double LEFT = 8;
    private static final double RIGHT = Chart.WIDTH - 8.0;
    private static final double LINE = 15;
    private static final double PADDING = 9;
    private static final double ARROW = 30;
    private static final int CHARACTERS = 46;
    private static final double INSIDE = 3;

    /** What was answered. */
    public enum Answer {
        YES, NO,
        /** Nothing was read that could show it, and the tree goes on as if it were not so. */
        TAKEN_AS_NO,
        /** Both ways were walked. */
        UNKNOWN
    }

    /** A question and what was answered. */
    public record Turn(String ask, Answer answer) {}

    private final List<Mark> marks = new ArrayList<>();
    private double y = 2;

    private DecisionPath() {}

    /**
     * Draws it.
     *
     * @param end what the way leads to
     */
    public static Chart of(String title, List<Turn> turns, String end, Part.Grid table) {
        DecisionPath path = new DecisionPath();
        turns.forEach(path::turn);
        path.end(end);
        String description = turns.stream().map(turn -> turn.ask + " " + word(turn.answer) + ". ").reduce("", String::concat) + "So: " + end
                + ".";
        return new Chart("", title, description, path.y + 2, path.marks, table);
    }

    private static String word(Answer answer) {
        return switch (answer) {
            case YES -> "Yes";
            case NO -> "No";
            case TAKEN_AS_NO -> "Not known, so it was taken as no";
            case UNKNOWN -> "Not known, so both ways were walked";
        };
    }

    /** Beside the arrow there is room for a few letters; the dashes of the arrow and the description say the rest. */
    private static String drawn(Answer answer) {
        return switch (answer) {
            case YES, NO -> word(answer);
            case TAKEN_AS_NO -> "Not known, taken as no";
            case UNKNOWN -> "Not known";
        };
    }

    private void turn(Turn turn) {
        box("box", turn.ask);
        String line = turn.answer == Answer.YES || turn.answer == Answer.NO ? "arrow" : "arrow dashes";
        double x = Chart.WIDTH / 2.0;
        marks.add(Mark.path(line, "M", x, " ", y, "v", ARROW - 5));
        marks.add(Mark.path("tip", "M", x, " ", y + ARROW, "l-4.5 -7h9Z"));
        marks.add(Mark.word("start strong", x + 10, y + ARROW / 2 + 2, drawn(turn.answer)));
        y += ARROW;
    }

    private void end(String text) {
        double top = y;
        box("box end", text);
        marks.add(Mark.path("frame", "M", LEFT + INSIDE, " ", top + INSIDE, "H", RIGHT - INSIDE, "V", y - INSIDE, "H", LEFT + INSIDE, "Z"));
    }

    private void box(String style, String text) {
        List<String> lines = lines(Visible.of(text));
        double height = lines.size() * LINE + 2 * PADDING;
        marks.add(Mark.path(style, "M", LEFT, " ", y, "H", RIGHT, "V", y + height, "H", LEFT, "Z"));
        for (int i = 0; i < lines.size(); i++) {
            marks.add(Mark.word("middle", Chart.WIDTH / 2.0, y + PADDING + i * LINE + 11, lines.get(i)));
        }
        y += height;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(Chart.cut(word, CHARACTERS));
        }
        lines.add(line.toString());
        return lines;
    }
}
