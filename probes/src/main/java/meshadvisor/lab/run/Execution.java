package meshadvisor.lab.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Looks;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
import meshadvisor.bench.planning.Foreign;
import meshadvisor.bench.planning.Names;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.cluster.OwnedApi.Mode;
import meshadvisor.lab.run.Stopped.Why;
import meshadvisor.model.Gap;

/** Carries out a plan, step by step as it stands, and removes everything that it made, however it ends. */
public final class Execution {

    /** The container of every pod that a plan makes. */
    static final String CONTAINER = "load-generator";

    private static final int CLEANING_SECONDS = 120;
    private static final int CLEANING_SECONDS_AFTER_A_SIGNAL = 22;
    /** So many drives in a row without any result are no bad luck. */
    private static final int MOST_EMPTY_DRIVES = 3;

    private final BenchPlan plan;
    private final Surroundings around;
    private final Notes notes;
    private final double startMillis;
    private Optional<End> stop = Optional.empty();
    private int emptyDrives;

    private Execution(BenchPlan plan, Surroundings around, Notes notes, String startedAt) {
        this.plan = plan;
        this.around = around;
        this.notes = notes;
        this.startMillis = Instant.parse(startedAt).toEpochMilli();
    }

    /** A run that begins. */
    public static Execution begin(BenchPlan plan, Scene scene, Surroundings around) {
        String now = around.clock().instant().toString();
        return new Execution(plan, around, new Notes(plan, scene, now), now);
    }

    /** A run that was interrupted, and goes on: what has come back already is not driven again. */
    public static Execution resume(BenchRun earlier, Scene scene, Surroundings around) {
        return new Execution(earlier.plan(), around, new Notes(earlier, scene), earlier.startedAt());
    }

    /**
     * Has the API server check what it can check without making anything.
     *
     * @throws Stopped if another run has the name, or rights are missing
     */
    public static DryRun dry(BenchPlan plan, OwnedApi api, Path program) throws ApiFailure, Stopped {
        Checks checks = new Checks(new Site(api, plan.run()), plan);
        checks.all();
        new Deliveries(new Site(api, plan.run()), program).check(plan.steps());
        return checks.dry();
    }

    /**
     * Carries it out.
     *
     * @return what came back; the journal has it, too
     * @throws Stopped if nothing was made
     */
    public BenchRun run() throws Stopped {
        End end = End.ABORTED;
        boolean made = false;
        try (Signals signals = new Signals(Thread.currentThread(), plan.run(), around.say())) {
            try (OwnedApi api = around.cluster().get()) {
                Site site = new Site(api, plan.run());
                check(site);
                made = true;
                steps(site);
                end = stop.orElse(End.LAST_LOOK);
            } catch (Stopped stopped) {
                if (stopped.why() == Why.REFUSED && !made) {
                    throw stopped;
                }
                end = signals.heard() || stopped.why() == Why.INTERRUPTED ? End.INTERRUPTED : End.ABORTED;
                notes.warn(stopped.sentences());
                around.say().accept(stopped.sentences());
            } finally {
                if (made) {
                    clean(signals.heard() || end == End.INTERRUPTED);
                }
            }
        }
        BenchRun run = notes.run(end);
        around.journal().accept(run);
        return run;
    }

    private void check(Site site) throws Stopped {
        Waiting.until(60, "The API server was away for a minute.", waited -> {
            new Checks(site, plan).all();
            return Optional.of(true);
        });
        new Deliveries(site, around.program()).check(plan.steps());
    }

    private void steps(Site site) throws Stopped {
        try (Lookout lookout =
                new Lookout(site, List.of(plan.placed().generators(), plan.placed().servers()).stream().distinct().toList())) {
            Filling filling = new Filling(site);
            Drives drives = new Drives(site, filling, lookout, () -> (double) around.clock().millis());
            Results results = new Results(plan, notes, site, lookout, startMillis);
            results.bill();
            try {
                for (Step step : plan.steps()) {
                    carryOut(step, site, filling, drives, results);
                }
                results.settle();
            } finally {
                results.gaps();
            }
        }
    }

    private void carryOut(Step step, Site site, Filling filling, Drives drives, Results results) throws Stopped {
        switch (step) {
            case Step.Apply apply -> {
                around.say().accept("making " + apply.why());
                for (Manifest object : apply.objects()) {
                    tried(() -> site.make(filling.filled(object, variant(object)), Mode.REAL));
                }
            }
            case Step.Deliver deliver -> tried(() -> new Deliveries(site, around.program()).to(deliver, Mode.REAL));
            case Step.AwaitReady await -> Waiting.ready(site, await, plan.variant(await.variant()));
            case Step.Idle idle -> {
                around.say().accept("watching for " + idle.seconds() + " s without load");
                long from = around.clock().millis();
                Waiting.pause(idle.seconds() * 1000L);
                results.idle(new GeneratorRun.Span((double) from, (double) around.clock().millis()));
            }
            case Step.Ask ask -> {
                around.say().accept("asking " + ask.variant() + " from outside");
                results.asked(ask, answered(() -> drives.ask(ask, known(ask.variant()))));
            }
            case Step.Drive drive -> drive(drive, drives, results);
            case Step.Look look -> look(look, results);
            case Step.Remove remove -> around.say().accept("removing what was made");
        }
    }

    private void drive(Step.Drive drive, Drives drives, Results results) throws Stopped {
        if (stop.isPresent() || notes.has(drive)) {
            return;
        }
        if (notes.seconds() > plan.order().design().budgetSeconds()) {
            stop = Optional.of(End.BUDGET);
            notes.look("The time of " + plan.order().design().budgetSeconds() + " s was up before block " + drive.block() + " of "
                    + drive.variant() + ".");
            return;
        }
        Variant variant = known(drive.variant());
        FieldProofs fields = new FieldProofs(around.fields());
        List<Proved> before = fields.now(variant);
        Driven driven = answered(() -> drives.drive(drive, variant));
        String gave = results.driven(driven, fields.still(variant, before));
        around.say().accept("block " + drive.block() + ", " + drive.variant() + ": " + gave);
        around.journal().accept(notes.run(End.RUNNING));
        stopIfTargetSuffers(drive);
        emptyDrives = driven.measured() ? 0 : emptyDrives + 1;
        if (emptyDrives >= MOST_EMPTY_DRIVES) {
            throw new Stopped(Why.TROUBLE, MOST_EMPTY_DRIVES + " drives in a row gave nothing at all. The last: "
                    + String.join(" ", driven.trouble().isEmpty() ? List.of("its generators told nothing.") : driven.trouble()));
        }
    }

    /** A Service that others use must not be loaded on when it does not bear it, or when these clients are not let in. */
    private void stopIfTargetSuffers(Step.Drive drive) throws Stopped {
        for (Order.Target target : plan.order().target()) {
            Optional<CellResult> worst = notes.of(drive).stream().filter(cell -> Foreign.suffers(cell.counts())).findFirst();
            if (worst.isPresent()) {
                Counts counts = worst.get().counts();
                throw new Stopped(Why.OTHERS_SUFFER, "The run was stopped because " + target.name() + " did not answer well: of "
                        + counts.intended() + " requests of " + drive.variant() + " in block " + drive.block() + " "
                        + (counts.failed() + counts.dropped()) + " failed. It does not bear this rate, or does not let these clients in.");
            }
        }
    }

    private void look(Step.Look look, Results results) throws Stopped {
        if (stop.isPresent()) {
            return;
        }
        results.settle();
        Looks.Decision decision = Looks.at(notes.run(End.RUNNING), look.session(), look.blocks());
        if (decision instanceof Looks.Decision.Stop(End end, String unused)) {
            stop = Optional.of(end);
        }
        notes.look(decision.because());
        around.say().accept(decision.because());
    }

    /** Something that the API server is asked for. */
    private interface Asking<T> {
        T ask() throws ApiFailure, Stopped;
    }

    /** The same without an answer. */
    private interface Doing {
        void go() throws ApiFailure, Stopped;
    }

    private static void tried(Doing doing) throws Stopped {
        boolean unused = answered(() -> {
            doing.go();
            return true;
        });
    }

    /** Requests are tried again by the client; what fails here failed for a minute. */
    private static <T> T answered(Asking<T> asking) throws Stopped {
        try {
            return asking.ask();
        } catch (ApiFailure failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Stopped(Why.INTERRUPTED, "The run was ended.");
            }
            throw new Stopped(Why.TROUBLE, Remedies.sentence("The cluster could not be asked", failure.what()));
        }
    }

    private Variant known(String id) throws Stopped {
        return plan.variant(id).orElseThrow(() -> new Stopped(Why.REFUSED, "The plan drives " + id + ", which is none of its variants."));
    }

    private Optional<Variant> variant(Manifest object) {
        return plan.variants().stream().filter(each -> object.namespace().equals(new Names(plan.run()).namespace(each.id()))).findFirst();
    }

    /** By a way of its own to the cluster: the other may be lost, or its time over. */
    private void clean(boolean quickly) {
        boolean interrupted = Thread.interrupted();
        int seconds = quickly ? CLEANING_SECONDS_AFTER_A_SIGNAL : CLEANING_SECONDS;
        around.say().accept("removing what run " + plan.run() + " made");
        try (OwnedApi api = around.cluster().get()) {
            List<String> left = new Cleaning(api).remove(plan.run(), seconds);
            left.forEach(notes::warn);
            left.forEach(around.say());
        } catch (ApiFailure | RuntimeException | Stopped e) {
            String sentence = "What the run made could not be removed (" + e.getMessage()
                    + "); the janitor does it at the deadline, and meshadvisor bench"
                    + " clean --run " + plan.run() + " at any time.";
            notes.warn(sentence);
            around.say().accept(sentence);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A gap of a run. */
    static Gap gap(String id, String what, String why, String remedy) {
        return Gap.of("bench-" + id, what, why, remedy);
    }
}
