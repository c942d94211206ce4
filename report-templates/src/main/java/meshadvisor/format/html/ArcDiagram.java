package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.format.Visible;
import meshadvisor.format.html.Chart.Mark;

/**
 * Who calls whom: all below each other, callers before those whom they call, an arc for each call. Arcs that go down are solid; those that go
 * back up stand for circles and are dashed.
 */
public final class ArcDiagram {

    private static final double ROW = 19;
    private static final double HIGH_ROW = 25;
    private static final double TOP = 12;
    private static final double LINE = 11;
    private static final double NAMES = 168;
    private static final double WIDEST = 182;
    private static final int CHARACTERS = 22;
    private static final int SMALL_CHARACTERS = 26;
    private static final int LINES = 2;

    /** A call. */
    public record Call(String from, String to) {}

    /** How many can be told apart on a page. */
    public static final int MOST = 40;

    private final List<Mark> marks = new ArrayList<>();
    private final List<String> order;
    private final double row;

    private ArcDiagram(List<Call> calls) {
        this.order = order(calls);
        this.row = order.stream().allMatch(ArcDiagram::brief) ? ROW : HIGH_ROW;
    }

    /**
     * Draws them.
     *
     * @param calls of at most {@value #MOST} services, each once
     */
    public static Chart of(String title, String description, List<Call> calls, Part.Grid table) {
        ArcDiagram diagram = new ArcDiagram(calls);
        for (int i = 0; i < diagram.order.size(); i++) {
            diagram.name(diagram.order.get(i), diagram.y(i));
        }
        calls.forEach(call -> diagram.arc(diagram.order.indexOf(call.from), diagram.order.indexOf(call.to)));
        return new Chart("", title, description, TOP * 2 + diagram.row * Math.max(0, diagram.order.size() - 1), diagram.marks, table);
    }

    private static boolean brief(String name) {
        return Visible.of(name).length() <= CHARACTERS;
    }

    /** A long one is small and takes two lines. */
    private void name(String name, double y) {
        List<String> lines = brief(name) ? List.of(name) : Chart.lines(name, SMALL_CHARACTERS, LINES);
        for (int i = 0; i < lines.size(); i++) {
            marks.add(Mark.word(brief(name) ? "end" : "end small", NAMES - 6, y + 4 + (i - (lines.size() - 1) / 2.0) * LINE, lines.get(i)));
        }
        marks.add(Mark.path("dot", "M", NAMES - 2.5, " ", y, "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z"));
    }

    /** Those with the most calls, so many that the picture can be read. */
    public static List<Call> most(List<Call> calls) {
        Map<String, Long> degrees = calls.stream().flatMap(call -> Stream.of(call.from, call.to))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        Set<String> shown = degrees.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(MOST)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return calls.stream().filter(call -> shown.contains(call.from) && shown.contains(call.to) && !call.from.equals(call.to)).distinct()
                .sorted(Comparator.comparing(Call::from).thenComparing(Call::to)).toList();
    }

    private double y(int place) {
        return TOP + place * row;
    }

    private void arc(int from, int to) {
        double start = y(from);
        double end = y(to);
        double reach = NAMES + (22 + (WIDEST - 22) * Math.abs(to - from) / Math.max(1, order.size() - 1)) * 4 / 3;
        marks.add(Mark.path(to > from ? "arc" : "arc dashes", "M", NAMES + 4, " ", start, "C", reach, " ", start, " ", reach, " ", end, " ",
                NAMES + 10, " ", end));
        marks.add(Mark.path("tip", "M", NAMES + 4, " ", end, "l7 -3.5v7Z"));
    }

    /** Callers first: whoever is called by nobody that is left; in a circle, whoever is called least. */
    private static List<String> order(List<Call> calls) {
        Set<String> left = new TreeSet<>();
        calls.forEach(call -> left.addAll(List.of(call.from, call.to)));
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.stream().min(Comparator.<String>comparingLong(
                    name -> calls.stream().filter(call -> call.to.equals(name) && left.contains(call.from)).count())
                    .thenComparing(Comparator.naturalOrder())).orElseThrow();
            order.add(next);
            left.remove(next);
        }
        return order;
    }
}
