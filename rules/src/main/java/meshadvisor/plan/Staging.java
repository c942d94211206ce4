package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.cost.Range;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.AlertPattern;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Footing;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.Scope;
import meshadvisor.plan.book.StagePattern;
import meshadvisor.plan.book.Suppositions;
import meshadvisor.plan.book.Weight;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Truth;

/** Makes stages of one way: those for the system once, those for waves once for each wave. */
final class Staging {

    private final Ground ground;
    private final AdoptionPlan.Leg leg;
    private final Map<String, Object> words;
    private final Suppositions supposed;
    private final String unit;
    private final int from;
    private final List<StagePattern> patterns;
    private final List<StagePattern> planned;
    private final WorkHours hours;
    private FilePaths paths = new FilePaths(Map.of());

    /**
     * How a way goes through the plan.
     *
     * @param unit what moves
     * @param from number of the first stage
     */
    record Run(String unit, int from) {}

    /**
     * Of one way.
     *
     * @param leg without stages
     * @param patterns every stage that lies on it
     */
    Staging(Ground ground, AdoptionPlan.Leg leg, Known known, List<StagePattern> patterns, Run run) {
        this.ground = ground;
        this.leg = leg;
        this.words = known.words();
        this.supposed = known.supposed();
        this.unit = run.unit;
        this.from = run.from;
        Items all = Items.all(ground, leg.path(), leg.waves());
        this.patterns = patterns.stream().filter(p -> p.absent().stream().allMatch(each -> all.of(each).isEmpty())).toList();
        this.planned = this.patterns.stream().filter(p -> truth(p) == Truth.YES && !all.of(p.given()).isEmpty()).toList();
        this.hours = WorkHours.of(ground, leg.path(), leg.journey(), planned);
    }

    /** Those that are needed here. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (int at = 0; at < planned.size();) {
            int end = at;
            while (end < planned.size() && planned.get(end).scope() == planned.get(at).scope()) {
                end++;
            }
            together(planned.subList(at, end), stages);
            at = end;
        }
        return stages;
    }

    /** Stages for waves that follow each other belong to each wave in turn: a wave is through before the next one begins. */
    private void together(List<StagePattern> patterns, List<Stage> stages) {
        List<List<Target>> waves = leg.waves();
        switch (patterns.getFirst().scope()) {
            case ONCE -> patterns.forEach(p -> add(p, List.of(), 0, stages));
            case FIRST -> waves.stream().limit(1).forEach(w -> patterns.forEach(p -> add(p, w, 1, stages)));
            case NEXT -> waves.stream().skip(1).forEach(w -> patterns.forEach(p -> add(p, w, waves.indexOf(w) + 1, stages)));
            case WAVES -> waves.forEach(w -> patterns.forEach(p -> add(p, w, waves.indexOf(w) + 1, stages)));
        }
    }

    private void add(StagePattern pattern, List<Target> targets, int wave, List<Stage> stages) {
        Items items = targets.isEmpty() ? Items.all(ground, leg.path(), leg.waves()) : new Items(ground, leg.path(), targets, false,
                leg.waves().stream().limit(Math.max(0, wave - 1)).flatMap(List::stream).toList());
        Writing writing = new Writing(ground, items, named(targets, wave), unit, leg.journey());
        stages.add(stage(pattern, targets, writing, new Place(wave, folder(pattern, wave, from + stages.size()))));
    }

    private Truth truth(StagePattern pattern) {
        return ground.truth(pattern.when());
    }

    /** Stages that are left out, each with why. */
    List<String> leftOut() {
        Writing writing = new Writing(ground, Items.all(ground, leg.path(), leg.waves()), words, unit, leg.journey());
        Fill fill = new Fill(words);
        Set<Condition> first = patterns.stream().filter(p -> p.scope() == Scope.FIRST).map(StagePattern::when).collect(Collectors.toSet());
        return patterns.stream().filter(p -> truth(p) != Truth.YES).filter(p -> p.scope() != Scope.NEXT || !first.contains(p.when()))
                .map(p -> fill.text(p.title().replaceAll("(, wave |:? ?)\\$\\{(wave|targets)}.*", "")) + ": "
                        + (truth(p) == Truth.NO ? "it is known not to be needed here."
                                : "nobody said that it is needed. Open: " + writing.doubt(p.when())))
                .toList();
    }

    private static String folder(StagePattern pattern, int wave, int number) {
        return String.format(Locale.ROOT, "%02d-%s%s", number, pattern.id(), wave > 1 ? "-" + wave : "");
    }

    private Map<String, Object> named(List<Target> targets, int wave) {
        Map<String, Object> all = new LinkedHashMap<>(words);
        all.put("wave", wave);
        all.put("waves", leg.waves().size());
        all.put("targets", targets.stream().map(Target::name).collect(Collectors.joining(", ")));
        int pods = new Traits(ground, targets.stream().flatMap(t -> t.applications().stream()).toList(), false).count(Weight.Trait.PODS);
        all.put("pods", pods == 1 ? "1 pod" : pods + " pods");
        return all;
    }

    /** Where a stage stands in the plan. */
    private record Place(int wave, String folder) {}

    private Stage stage(StagePattern pattern, List<Target> targets, Writing writing, Place place) {
        Map<String, Object> named = named(targets, place.wave);
        Fill fill = new Fill(named);
        List<Action> entry = writing.actions(pattern.entry());
        List<Action> steps = writing.actions(pattern.steps());
        List<Action> checks = writing.actions(pattern.checks());
        List<Action> back = writing.actions(pattern.rollback().steps());
        List<Object> exit = Limits.filled(pattern.exit(), named, targets, pods(place.wave));
        List<PlanFile> files = new ArrayList<>(writing.files());
        if (!exit.isEmpty()) {
            files.add(new PlanFile("budgets.yaml", PlanFile.Kind.BUDGETS, List.of(Limits.file(exit))));
        }
        if (!pattern.alerts().isEmpty()) {
            files.add(new PlanFile("alerts.yaml", PlanFile.Kind.MANIFESTS, List.of(AlertRules.of(pattern.alerts(), words))));
        }
        paths = paths.with(place.folder, files);
        int moving = targets.isEmpty() ? ground.world().count() : targets.stream().mapToInt(t -> t.applications().size()).sum();
        return new Stage(place.folder, leg.path().of(), fill.text(pattern.title()), fill.text(pattern.goal()),
                targets.stream().map(Target::name).toList(), paths.in(entry), paths.in(steps), breaks(targets, place.wave),
                paths.in(checks), exit, gate(pattern, fill, place.folder),
                new Stage.Back(paths.in(back), minutes(pattern, targets), basis(pattern, targets)), fill.text(pattern.blast()),
                fill.text(pattern.decides()),
                hours.of(pattern.work(), moving),
                pattern.alerts().stream().map(Staging::alert).toList(), files, stands(pattern, writing, fill),
                pattern.source() + ", " + pattern.date());
    }

    private static List<String> gate(StagePattern pattern, Fill fill, String folder) {
        return Stream.of(Stream.of("meshadvisor", "gate"), fill.words(pattern.gate()).stream(),
                Stream.of("--budget", folder + "/budgets.yaml")).flatMap(words -> words).toList();
    }

    /** Pods that have moved once a wave is through, and those that have not. */
    private Limits.Pods pods(int wave) {
        List<Workload> others = leg.journey() == Journey.LEAVE ? Items.others(ground, leg.path()) : List.of();
        return new Limits.Pods(leg.waves().stream().limit(wave).flatMap(List::stream).toList(),
                leg.waves().stream().skip(wave).flatMap(List::stream).toList(), others, ground::namespace);
    }

    /** Stages that are in the plan, by their ids. */
    Set<String> ids() {
        return planned.stream().map(StagePattern::id).collect(Collectors.toSet());
    }

    /** Whether anybody moves in a stage of it. */
    boolean moves() {
        return planned.stream().anyMatch(p -> p.scope() != Scope.ONCE);
    }

    private static List<Footing> stands(StagePattern pattern, Writing writing, Fill fill) {
        return pattern.stands().stream().map(f -> new Footing(fill.text(f.what()), fill.text(f.at()), f.goes()))
                .flatMap(f -> f.at().equals(Footing.HTTP_NAMESPACES)
                        ? writing.namespaces(Each.HTTP_NAMESPACE).map(n -> f.at("namespace " + n))
                        : Stream.of(f))
                .toList();
    }

    private static Stage.Alert alert(AlertPattern alert) {
        return new Stage.Alert(alert.alert(), alert.severity(), alert.says(), alert.runbook(), alert.source() + ", " + alert.date());
    }

    /** What could break, of the traits that speak against those who move, and what findings say of them. What is left ends with it, and is no danger. */
    private List<String> breaks(List<Target> targets, int wave) {
        Predicate<Ground.End> through = through(wave);
        Map<Weight, List<String>> whose = new LinkedHashMap<>();
        targets.forEach(t -> t.reasons().stream().filter(r -> !r.weight().breaks(leg.journey(), leg.path()).isEmpty()).forEach(r -> {
            int count = traits(Stream.of(t)).beyond(r.weight().trait(), through);
            if (count > 0) {
                whose.computeIfAbsent(r.weight(), w -> new ArrayList<>()).add(t.name() + (count == 1 ? "" : " (" + count + ")"));
            }
        }));
        Stream<String> traits = whose.entrySet().stream().map(e -> e.getKey().says().substring(0, 1).toUpperCase(Locale.ROOT)
                + e.getKey().says().substring(1) + ", in " + String.join(", ", e.getValue()) + ". "
                + e.getKey().breaks(leg.journey(), leg.path()));
        Items items = new Items(ground, leg.path(), targets, false);
        Stream<String> findings = targets.isEmpty() || leg.journey() == Journey.LEAVE ? Stream.of()
                : Stream.of(Each.ERROR, Each.WARNING)
                        .flatMap(e -> items.of(e).stream()).map(f -> String.valueOf(f.get("finding")));
        return Stream.concat(traits, findings).distinct().toList();
    }

    /** Who has moved by then. On the way out it is all but those that still have to leave: who was never in it keeps nothing until its wave. */
    private Predicate<Ground.End> through(int wave) {
        return leg.journey() == Journey.LEAVE ? Predicate.not(traits(leg.waves().stream().skip(wave).flatMap(List::stream))::mine)
                : traits(leg.waves().stream().limit(wave).flatMap(List::stream))::mine;
    }

    private Traits traits(Stream<Target> targets) {
        return new Traits(ground, targets.flatMap(t -> t.applications().stream()).toList(), unit.equals("namespace"));
    }

    private boolean restarts(StagePattern pattern) {
        StagePattern.Back back = pattern.rollback();
        return back.restarts() && (back.unit().isEmpty() || back.unit().equals(unit));
    }

    private Range minutes(StagePattern pattern, List<Target> targets) {
        return restarts(pattern) ? new Restarts(moved(targets), supposed).after(pattern.rollback().minutes())
                : pattern.rollback().minutes();
    }

    private List<Target> moved(List<Target> targets) {
        return targets.isEmpty() ? leg.waves().stream().flatMap(List::stream).toList() : targets;
    }

    private String basis(StagePattern pattern, List<Target> targets) {
        return "people: " + pattern.rollback().source()
                + (restarts(pattern) ? "; " + new Restarts(moved(targets), supposed).basis() : "");
    }
}
