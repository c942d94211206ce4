package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.format.html.Chart.Mark;

/**
 * Who calls whom: all below each other, callers before those whom they call, an arc for each call. Arcs that go down are solid; those that go
 * back up stand for circles and are dashed.
 */
public final class ArcDiagram {

    private static final double ROW = 19;
    private static final double TOP = 12;
    private static final double NAMES = 168;
    private static final double WIDEST = 182;
    private static final int CHARACTERS = 27;

    /** A call. */
    public record Call(String from, String to) {}

    /** How many can be told apart on a page. */
    public static final int MOST = 40;

    private ArcDiagram() {}

    /**
     * Draws them.
     *
     * @param calls of at most {@value #MOST} services, each once
     */
    public static Chart of(String title, String description, List<Call> calls, Part.Grid table) {
        List<String> order = order(calls);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            marks.add(Mark.word("end", NAMES - 6, y(i) + 4, Chart.cut(order.get(i), CHARACTERS)));
            marks.add(Mark.path("dot", "M", NAMES - 2.5, " ", y(i), "a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z"));
        }
        calls.forEach(call -> arc(order.indexOf(call.from), order.indexOf(call.to), order.size(), marks));
        return new Chart("", title, description, TOP * 2 + ROW * Math.max(0, order.size() - 1), marks, table);
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

    private static double y(int place) {
        return TOP + place * ROW;
    }

    private static void arc(int from, int to, int all, List<Mark> marks) {
        double start = y(from);
        double end = y(to);
        double reach = NAMES + (22 + (WIDEST - 22) * Math.abs(to - from) / Math.max(1, all - 1)) * 4 / 3;
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
