package meshadvisor.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Need;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.plan.AdoptionPlan.Charter;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.AdoptionPlan.Runbook;
import meshadvisor.plan.book.ActionPattern;
import meshadvisor.plan.book.CharterPattern;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Playbook;
import meshadvisor.plan.book.StagePattern;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/** Makes a plan of advice. It knows no mesh by name. */
public final class Planner {

    private static final String ANY_MESH = "ANY_MESH";

    /** The way of what is wrong today, whatever else is done. */
    private static final String MEND = "MEND";

    private final Ground ground;
    private final Playbook book;
    private final List<Leg> legs = new ArrayList<>();
    private int stages = 1;

    private Planner(Ground ground, Playbook book) {
        this.ground = ground;
        this.book = book;
    }

    /**
     * Plans.
     *
     * @param findings that are not suppressed
     * @param forecasts of what meshes would add, where that was predicted
     */
    public static AdoptionPlan of(World world, Advice advice, List<Finding> findings, List<Forecast> forecasts, Stated stated) {
        Library library = world.catalogue().library();
        return new Planner(Ground.of(world, advice, findings, forecasts, stated),
                stated.meshes().isEmpty() && stated.leaving().isEmpty() ? Playbook.of(library, ways(world, advice)) : Playbook.of(library))
                .plan();
    }

    /** All that the advice may lead to. */
    private static Set<String> ways(World world, Advice advice) {
        Set<String> ways =
                new HashSet<>(Set.of(AnswerCode.ASK.name(), AnswerCode.DO_NOT_ADOPT.name(), ANY_MESH, MEND, advice.verdict().mesh()));
        Truth dataPlane = Truth.of(world.mesh().map(MeshSeen::runs).orElse(false));
        advice.needs().stream().filter(need -> need.active(dataPlane)).forEach(need -> ways.add(need.code().name()));
        world.meshes().forEach(mesh -> ways.add(mesh.variant()));
        ways.remove("");
        return ways;
    }

    private AdoptionPlan plan() {
        Stated stated = ground.stated();
        if (stated.meshes().isEmpty() && stated.leaving().isEmpty()) {
            advised();
        }
        if (called(stated.meshes()).stream().anyMatch(p -> journey(p) == Journey.KEEP) || !stated.leaving().isEmpty()) {
            mend();
        }
        called(stated.meshes()).forEach(p -> go(p, journey(p), "Somebody wants this planned; the advice may be another one."));
        called(stated.leaving())
                .forEach(p -> go(p, Journey.LEAVE, "Somebody wants the way out of it planned; the advice may be another one."));
        return new AdoptionPlan(ground.world().snapshot().origin().asOf(), legs, Premises.of(ground, book.suppositions(), legs));
    }

    private List<PathPattern> called(Set<String> names) {
        return book.paths().stream().filter(p -> names.contains(p.of()) || names.contains(p.mesh())).toList();
    }

    /** What is there already is not brought in again. */
    private Journey journey(PathPattern path) {
        boolean runs = ground.world().running().stream().anyMatch(m -> m.variant().equals(path.of()));
        return runs ? Journey.KEEP : Journey.ADOPT;
    }

    private void advised() {
        Outcome outcome = ground.advice().verdict().outcome();
        String mesh = ground.advice().verdict().mesh();
        if (outcome == Outcome.KEEP || outcome == Outcome.RECONSIDER) {
            mend();
        }
        if (outcome != Outcome.UNDECIDED && !Items.questions(ground).isEmpty() && codes().contains(AnswerCode.ASK)) {
            go(AnswerCode.ASK.name(), Journey.ADOPT); // whatever else is done may depend on it
        }
        switch (outcome) {
            case ADOPT -> go(mesh, Journey.ADOPT);
            case KEEP -> go(mesh, Journey.KEEP);
            case UNDECIDED -> go(AnswerCode.ASK.name(), Journey.ADOPT);
            case NO_MESH, RECONSIDER -> {
                // other answers come first: who leaves a mesh needs them in its place
            }
        }
        if (outcome != Outcome.UNDECIDED) {
            answers();
        }
        if (outcome == Outcome.RECONSIDER) {
            leave();
        }
        if (legs.isEmpty()) {
            go(AnswerCode.DO_NOT_ADOPT.name(), Journey.ADOPT);
        }
    }

    /** Gates ask that no error is open, so what is one today comes before every stage that leaves it as it is. */
    private void mend() {
        int wrong = new Wrong(ground).all().size();
        if (wrong > 0 && !allGo()) {
            book.path(MEND).ifPresent(path -> go(path, Journey.ADOPT, wrong == 1
                    ? "one object is in error today, and the gates of later stages ask for none"
                    : wrong + " objects are in error today, and the gates of later stages ask for none"));
        }
    }

    /** Whether everything that is in error is configuration of a mesh that does not run, which a later stage deletes. */
    private boolean allGo() {
        Set<Object> going = ground.advice().verdict().outcome() != Outcome.RECONSIDER || !ground.stated().meshes().isEmpty() ? Set.of()
                : ground.world().meshes().stream().flatMap(m -> book.path(m.variant()).stream()).map(p -> new Idle(ground, p))
                        .filter(i -> !i.once().isEmpty()).flatMap(i -> i.configured().stream()).map(i -> i.get("object"))
                        .collect(Collectors.toSet());
        return new Wrong(ground).all().stream().allMatch(w -> going.contains(w.get("object")));
    }

    private void answers() {
        codes().stream().filter(c -> c != AnswerCode.MESH && c != AnswerCode.DO_NOT_ADOPT && c != AnswerCode.ASK)
                .filter(c -> kept(c).isEmpty())
                .forEach(c -> go(c.name(), Journey.ADOPT));
    }

    /** Of an answer in whose place a mesh that is kept serves all that it is for: a sentence that says so. */
    private Optional<String> kept(AnswerCode code) {
        String mesh = ground.advice().verdict().outcome() == Outcome.KEEP ? ground.advice().verdict().mesh() : "";
        List<Capability> serving = ground.world().catalogue().capabilities().stream().filter(c -> c.variant().equals(mesh))
                .filter(c -> c.state() == Capability.State.STABLE || c.state() == Capability.State.BETA).toList();
        List<Need> needs = active().filter(n -> n.code() == code).map(NeedAnswer::need).toList();
        Set<String> served = serving.stream().map(Capability::capability).collect(Collectors.toSet());
        String notes = serving.stream().filter(c -> needs.stream().anyMatch(n -> n.capabilities().contains(c.capability())))
                .map(Capability::note).filter(n -> !n.isEmpty()).distinct().collect(Collectors.joining(" "));
        return book.path(code.name()).filter(PathPattern::yields).filter(p -> !needs.isEmpty())
                .filter(p -> needs.stream().allMatch(n -> !n.capabilities().isEmpty() && served.containsAll(n.capabilities())))
                .map(p -> p.title() + ": the mesh that is kept serves it, and a second one beside it would get in its way. " + notes);
    }

    private Stream<NeedAnswer> active() {
        Truth dataPlane = Truth.of(ground.world().mesh().map(MeshSeen::runs).orElse(false));
        return ground.advice().needs().stream().filter(n -> n.active(dataPlane));
    }

    /** What is answered to needs that count. */
    private List<AnswerCode> codes() {
        return active().map(NeedAnswer::code).distinct().toList();
    }

    /** What was seen of meshes, whatever is left of them. */
    private void leave() {
        for (MeshSeen mesh : ground.world().meshes()) {
            if (!mesh.marks().generic() && !mesh.marks().cni() && mesh.standing() != MeshSeen.Standing.RESIDUE) {
                PathPattern path = book.path(mesh.variant()).or(() -> book.path(ANY_MESH)).orElseThrow();
                go(path, Journey.LEAVE, mesh.runs() ? mesh.marks().name() + " is there, and no need that counts justifies it here."
                        : "configuration of " + mesh.marks().name() + " stands there, nothing was seen that runs it, and no need that "
                                + "counts justifies it here.");
            }
        }
    }

    private void go(String of, Journey journey) {
        book.path(of).ifPresent(path -> go(path, journey, why(of)));
    }

    private String why(String of) {
        Truth dataPlane = Truth.of(ground.world().mesh().map(MeshSeen::runs).orElse(false));
        Optional<NeedAnswer> need =
                ground.advice().needs().stream().filter(n -> n.active(dataPlane) && n.code().name().equals(of)).findFirst();
        List<String> why = ground.advice().verdict().why();
        List<String> meshed = ground.advice().needs().stream().filter(n -> n.code() == AnswerCode.MESH).map(n -> n.need().title()).toList();
        return need.map(n -> n.need().title() + ": " + n.because())
                .orElseGet(() -> why.stream().filter(w -> meshed.stream().anyMatch(w::startsWith)).findFirst()
                        .orElseGet(() -> why.isEmpty() ? "" : why.getLast()));
    }

    private void go(PathPattern path, Journey journey, String why) {
        if (legs.stream().anyMatch(l -> l.path().equals(path))) {
            return;
        }
        Moving moving = new Moving(ground, path, journey, book.weights());
        Known known = new Known(ground, path, book.suppositions(), charterFolder(path));
        boolean idle =
                book.stages(path, journey).stream().anyMatch(s -> s.given() == Each.IDLE) && !new Idle(ground, path).once().isEmpty();
        Leg leg = new Leg(path, journey, why, moving.waves(), charter(path, journey, known), List.of(), List.of(),
                Runbook.NONE, idle ? List.of() : new Conversions(ground, path, book.conversions(path)).of(journey));
        Staging staging = new Staging(ground, leg, known, stages(path, journey, known), new Staging.Run(moving.unit(), stages));
        List<Stage> made = staging.stages();
        stages += made.size();
        legs.add(new Leg(path, journey, why, staging.moves() ? leg.waves() : List.of(), leg.charter(), made, leftOut(leg, staging),
                idle ? Runbook.NONE : runbook(leg, known, moving.unit(), staging.ids()), leg.conversions()));
    }

    /** Where the version that runs has no support any more, the stage that brings a newer one comes before all that would be built on it. */
    private List<StagePattern> stages(PathPattern path, Journey journey, Known known) {
        List<StagePattern> all = book.stages(path, journey);
        String renewing = journey == Journey.KEEP && known.ended().isPresent() ? path.words().getOrDefault("renewing", "") : "";
        return all.stream().sorted(Comparator.comparing(s -> !s.id().equals(renewing))).toList(); // the others keep their order
    }

    /** Stages, and answers in whose place the mesh is kept. */
    private List<String> leftOut(Leg leg, Staging staging) {
        Stream<String> served = leg.journey() == Journey.KEEP && leg.path().of().equals(ground.advice().verdict().mesh())
                ? codes().stream().flatMap(c -> kept(c).stream()) : Stream.of();
        return Stream.concat(staging.leftOut().stream(), served).toList();
    }

    /** For those who take part or are about to; what only some stages make is taken out only where one of them is in the plan. */
    private Runbook runbook(Leg leg, Known known, String unit, Set<String> stages) {
        PathPattern path = leg.path();
        Writing writing = new Writing(ground, Items.all(ground, path, leg.waves()), known.words(), unit, leg.journey());
        List<ActionPattern> glass = path.glass().stream()
                .filter(a -> a.stages().isEmpty() || a.stages().stream().anyMatch(stages::contains)).toList();
        return leg.journey() == Journey.LEAVE && path.mesh().isEmpty() ? Runbook.NONE
                : new Runbook(writing.actions(glass), path.glassNeeds(), path.glassLost());
    }

    private Charter charter(PathPattern path, Journey journey, Known known) {
        if (journey != Journey.ADOPT || path.hypothesis().isEmpty()) {
            return Charter.NONE;
        }
        CharterPattern pattern = book.charter();
        Fill fill = new Fill(known.words());
        return new Charter(fill.text(path.hypothesis()), Limits.filled(pattern.success(), known.words(), List.of(), Limits.Pods.NONE),
                Limits.filled(pattern.kill(), known.words(), List.of(), Limits.Pods.NONE), ends(), pattern.open(), known.charter());
    }

    /** Of several pilots each keeps its own. */
    private String charterFolder(PathPattern path) {
        return legs.stream().allMatch(leg -> leg.charter().success().isEmpty()) ? "charter"
                : "charter-" + path.of().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String ends() {
        try {
            return LocalDate.parse(ground.world().snapshot().origin().asOf()).plusWeeks(book.suppositions().pilotWeeks()).toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
