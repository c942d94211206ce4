package meshadvisor.lab.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.bench.Course;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.Second;
import meshadvisor.bench.Course.What;
import meshadvisor.bench.Histograms;
import meshadvisor.bench.Statistic;
import meshadvisor.lab.run.Disturbing.Deed;
import meshadvisor.lab.run.GeneratorRun.Span;
import meshadvisor.tree.Node;

/**
 * How a cell went second by second, from the interval logs of its generators, and what was done meanwhile.
 *
 * @param plateau of all generators together
 */
record Courses(Cells.Cellular cell, Span plateau) {

    private static final List<Statistic> KEPT = List.of(Statistic.P50, Statistic.P90);
    private static final String START = "#[StartTime: ";
    private static final double MILLIS = 1_000;

    /** A line of an interval log. */
    private record Line(String tag, double middleMillis, String histogram) {}

    /** An answer that somebody had who looked who answers. */
    private record Answer(double atMillis, boolean added) {}

    /** All of it. */
    Course course() {
        return new Course(seconds(), changes());
    }

    /** What was done, in words, by when. */
    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        deeds().forEach(deed -> words.put(String.format(Locale.ROOT, "%06.1f s", at(deed)), deed.words()));
        return words;
    }

    /** Why the cell does not show what it was to show, whole sentences. */
    List<String> against(Course course) {
        if (cell.cell().disturbance().isEmpty()) {
            return List.of();
        }
        List<String> against = new ArrayList<>();
        if (course.changes().isEmpty()) {
            against.add("Nothing was done to it though its scenario wants that"
                    + told().map(told -> told.json(post()).get("error").text()).filter(why -> !why.isEmpty()).findFirst()
                            .map(why -> ": " + why).orElse("")
                    + ".");
        }
        course.changes().stream().filter(change -> change.atSeconds() > plateau.seconds()).findFirst().ifPresent(late -> against.add(
                String.format(Locale.ROOT, "The scenario took longer than the load: its last part was done %.1f s after that had begun,"
                        + " which lasted %.1f s; give --plateau more.", late.atSeconds(), plateau.seconds())));
        return against;
    }

    private List<Second> seconds() {
        Map<Integer, List<Line>> bySecond = new TreeMap<>();
        told().flatMap(this::lines).filter(line -> line.middleMillis >= plateau.fromMillis() && line.middleMillis < plateau.toMillis())
                .forEach(line -> bySecond.computeIfAbsent((int) ((line.middleMillis - plateau.fromMillis()) / MILLIS),
                        second -> new ArrayList<>()).add(line));
        List<Second> seconds = new ArrayList<>();
        bySecond.forEach((from, lines) -> seconds.add(second(from, lines)));
        return List.copyOf(seconds);
    }

    private static Second second(int from, List<Line> lines) {
        String good = sum(lines, "");
        Map<Statistic, Double> micros = new EnumMap<>(Statistic.class);
        if (!good.isEmpty()) {
            KEPT.forEach(statistic -> micros.put(statistic, Histograms.quantile(good, statistic.share()) / MILLIS));
        }
        return new Second(from, Histograms.count(sum(lines, "schedule")), Histograms.count(good), Histograms.count(sum(lines, "failed")),
                Map.copyOf(micros));
    }

    private static String sum(List<Line> lines, String tag) {
        return Histograms.sum(lines.stream().filter(line -> line.tag.equals(tag)).map(Line::histogram).toList());
    }

    /** Lines of the measured phase; its tags have no name of a phase. */
    private Stream<Line> lines(Told told) {
        List<String> lines = new String(told.results().getOrDefault(cell.cell().name() + "/run.hlog", new byte[0]), StandardCharsets.UTF_8)
                .lines().toList();
        double start = lines.stream().filter(line -> line.startsWith(START))
                .mapToDouble(line -> number(line.substring(START.length()).split(" ", 2)[0])).findFirst().orElse(Double.NaN) * MILLIS;
        return lines.stream().filter(line -> !line.isEmpty() && (Character.isDigit(line.charAt(0)) || line.startsWith("Tag=")))
                .map(line -> line.split(",", -1)).flatMap(parts -> line(parts, start));
    }

    private static Stream<Line> line(String[] parts, double start) {
        int tags = parts[0].startsWith("Tag=") ? 1 : 0;
        if (parts.length != tags + 4) {
            return Stream.of();
        }
        double middle = start + (number(parts[tags]) + number(parts[tags + 1]) / 2) * MILLIS;
        return Double.isNaN(middle) ? Stream.of()
                : Stream.of(new Line(tags == 0 ? "" : parts[0].substring("Tag=".length()), middle, parts[tags + 3]));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private List<Change> changes() {
        List<Deed> deeds = deeds();
        List<Answer> answers = answers();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            double until = i + 1 < deeds.size() ? deeds.get(i + 1).atMillis() : plateau.toMillis();
            changes.add(change(deeds.get(i), until, answers));
        }
        return List.copyOf(changes);
    }

    private Change change(Deed deed, double until, List<Answer> answers) {
        boolean watched = !answers.isEmpty() && (deed.what() == What.ADDED || deed.what() == What.REMOVED);
        List<Answer> since = answers.stream().filter(Answer::added)
                .filter(answer -> watched && answer.atMillis > deed.atMillis() && answer.atMillis < until).toList();
        List<Double> seen = since.isEmpty() ? watched && deed.what() == What.REMOVED ? List.of(0.0) : List.of()
                : List.of(((deed.what() == What.ADDED ? since.getFirst() : since.getLast()).atMillis - deed.atMillis()) / MILLIS);
        return new Change(deed.what(), at(deed), watched, seen);
    }

    private double at(Deed deed) {
        return (deed.atMillis() - plateau.fromMillis()) / MILLIS;
    }

    /** By whoever did it: from here, or the generator itself. */
    private List<Deed> deeds() {
        Stream<Deed> own = told().map(told -> told.json(post())).filter(post -> Json.number(post.get("status")) == 200)
                .map(post -> new Deed(What.ENDED, "ended the generator's proxy", Json.number(post.get("atMillis"))));
        return Stream.concat(own, cell.driven().done().getOrDefault(cell.cell().name(), List.of()).stream())
                .sorted(Comparator.comparingDouble(Deed::atMillis)).toList();
    }

    private List<Answer> answers() {
        return told().flatMap(told -> told.json(cell.cell().name() + "-who.json").get("answers").items().stream())
                .map(Node::items).filter(answer -> answer.size() == 3 && answer.get(1).text().equals("200"))
                .map(answer -> new Answer(Json.number(answer.getFirst()), !answer.get(2).text().equals("0")))
                .sorted(Comparator.comparingDouble(Answer::atMillis)).toList();
    }

    private String post() {
        return cell.cell().name() + "-post.json";
    }

    private Stream<Told> told() {
        return cell.driven().told().stream();
    }
}
