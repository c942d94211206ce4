package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.html.Part;
import meshadvisor.format.html.StandDiagram;
import meshadvisor.format.html.StandDiagram.Place;
import meshadvisor.format.html.StandDiagram.Stands;
import meshadvisor.format.html.StandDiagram.Sure;
import meshadvisor.report.Buildup;
import meshadvisor.report.Buildup.Step;
import meshadvisor.report.Buildup.Thing;

/** What stands where after each stage of the plan, in a table that has all of it and a picture of the moments that matter most. */
record BuildupSections(Buildup buildup) {

    private static final String TITLE = "What stands where after each stage of the plan";

    private static final String DRAWING = "What stands where, from today to the end of the plan";

    /** Rows in the picture that are the user's own; the table has all places. */
    private static final int DRAWN = 6;

    /** Moments in the picture, so that their words find room. */
    private static final int MOMENTS = 4;

    /** Places in a cell. */
    private static final int NAMED = 6;

    /** Nothing where no stage changes what stands. */
    List<Block> blocks() {
        if (buildup.steps().size() < 2) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Subheading(Tone.STRONG, TITLE, "architecture-stages"));
        Drawing drawing = drawing();
        blocks.add(Block.item(1, drawn(drawing)));
        List<String> moments = drawing.moments.stream().map(BuildupSections::name).toList();
        blocks.add(new Block.Picture(StandDiagram.of(DRAWING, description(drawing, moments), moments, drawing.rows,
                new Part.Grid(DRAWING, Stream.concat(Stream.of("Where"), moments.stream()).toList(), drawing.rows.stream()
                        .map(row -> Stream.concat(Stream.of(row.label()), row.moments().stream().map(Stands::words)).toList()).toList()))));
        blocks.add(rows());
        return blocks;
    }

    /** The table alone, folded away. */
    List<Block> folded() {
        return buildup.steps().size() < 2 ? List.of() : List.of(new Block.Fold(TITLE, "plan-architecture"), rows());
    }

    private Block rows() {
        return new Block.Rows(List.of("After", "Comes", "Goes", "Then stands in the cluster", "Then stands with the services"),
                IntStream.range(0, buildup.steps().size()).mapToObj(this::row).toList());
    }

    /**
     * What the picture shows.
     *
     * @param shown places of the user's own in its rows
     * @param own all of them
     */
    private record Drawing(List<Step> moments, List<Place> rows, int shown, int own) {

        private boolean all() {
            return shown == own;
        }
    }

    /** Places of the user's own with the same at each moment share a row. */
    private Drawing drawing() {
        List<Step> moments = moments();
        List<Map<String, List<String>>> standing = moments.stream().map(step -> step.stands().stream()
                .collect(Collectors.groupingBy(Thing::where, Collectors.mapping(Thing::what, Collectors.toList())))).toList();
        Set<String> own = where(true);
        Map<List<Stands>, List<String>> alike = own.stream()
                .collect(Collectors.groupingBy(place -> stands(standing, place), LinkedHashMap::new, Collectors.toList()));
        List<Place> rows = Stream.concat(where(false).stream().map(place -> new Place(place, stands(standing, place))),
                alike.entrySet().stream().limit(DRAWN).map(same -> new Place(listed(same.getValue(), 1), same.getKey()))).toList();
        return new Drawing(moments, rows, alike.values().stream().limit(DRAWN).mapToInt(List::size).sum(), own.size());
    }

    /** What the picture leaves out. */
    private String drawn(Drawing drawing) {
        int moments = drawing.moments.size() - 1;
        int stages = buildup.steps().size() - 1;
        String drawn =
                moments == stages ? "All stages after which something else stands there are drawn"
                        : "The " + moments + " of " + stages + " stages that change most are drawn";
        return drawn + (drawing.all() ? "." : ", with " + drawing.shown + " of " + drawing.own + " places that have services.")
                + " The table after it has all.";
    }

    private static String description(Drawing drawing, List<String> moments) {
        return "From left to right: " + String.join(", ", moments) + ". A solid frame is something that stands there then."
                + (drawing.all() ? ""
                        : " The first " + drawing.shown + " of " + drawing.own
                                + " places with services are drawn; the table below has all.");
    }

    private static String name(Step step) {
        return step.folder().isEmpty() ? "Today" : step.folder();
    }

    /** Today, the first and the last stage that reach services, and the end; before them the first stages, as far as there is room. */
    private List<Step> moments() {
        List<Step> steps = buildup.steps();
        List<Step> reach = steps.stream().skip(1).filter(s -> Stream.concat(s.comes().stream(), s.goes().stream()).anyMatch(Thing::own))
                .toList();
        Set<Step> moments = new LinkedHashSet<>(List.of(steps.getFirst(), steps.getLast()));
        reach.stream().limit(1).forEach(moments::add);
        reach.stream().skip(Math.max(1, reach.size() - 1L)).forEach(moments::add);
        steps.stream().filter(step -> !moments.contains(step)).limit(Math.max(0, MOMENTS - moments.size())).forEach(moments::add);
        return steps.stream().filter(moments::contains).toList();
    }

    private Set<String> where(boolean own) {
        return buildup.steps().stream().flatMap(s -> s.stands().stream()).filter(t -> t.own() == own).map(Thing::where)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** At each moment. */
    private static List<Stands> stands(List<Map<String, List<String>>> standing, String where) {
        return standing.stream().map(there -> String.join(", ", there.getOrDefault(where, List.of())))
                .map(words -> words.isEmpty() ? new Stands(Sure.NOTHING, "nothing") : new Stands(Sure.THERE, words)).toList();
    }

    private List<String> row(int at) {
        Step step = buildup.steps().get(at);
        List<Thing> before = at == 0 ? List.of() : buildup.steps().get(at - 1).stands();
        List<String> then = IntStream.range(0, 2).mapToObj(i -> {
            List<Thing> now = step.stands().stream().filter(t -> t.own() == (i == 1)).toList();
            return at > 0 && now.equals(before.stream().filter(t -> t.own() == (i == 1)).toList()) ? "as before" : words(now);
        }).toList();
        return List.of(name(step), words(step.comes()), words(step.goes()), then.getFirst(), then.getLast());
    }

    /** What, and where each of it stands. */
    private static String words(List<Thing> things) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        things.forEach(t -> where.computeIfAbsent(t.what(), w -> new ArrayList<>()).add(t.where()));
        return where.isEmpty() ? "nothing" : where.entrySet().stream().map(e -> e.getKey() + ": " + listed(e.getValue(), NAMED))
                .collect(Collectors.joining("; "));
    }

    private static String listed(List<String> places, int most) {
        int more = places.size() - most;
        return places.stream().limit(most).collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    static void write(Fields out, Buildup buildup) {
        out.objects("stages", buildup.steps().stream().skip(1).toList(), (f, step) -> {
            f.text("stage", step.folder());
            f.objects("comes", step.comes(), BuildupSections::thing);
            f.objects("goes", step.goes(), BuildupSections::thing);
        });
    }

    private static void thing(Fields out, Thing thing) {
        out.text("what", thing.what());
        out.text("where", thing.where());
    }
}
