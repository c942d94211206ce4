package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;
import meshadvisor.bench.Step.Cell;
import meshadvisor.bench.Step.Disturbance;
import meshadvisor.bench.Variant;
import meshadvisor.catalog.Kebab;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi.Mode;

/**
 * Runs Jobs that drive or ask.
 *
 * @param clock milliseconds since the epoch
 */
record Drives(Site site, Filling filling, Lookout lookout, DoubleSupplier clock) {

    /** Drives one variant in one block. */
    Driven drive(Step.Drive step, Variant variant) throws ApiFailure, Stopped {
        Map<String, Integer> before = restarts(step.job().namespace());
        double made = clock.getAsDouble();
        Manifest job = filling.filled(step.job(), Optional.of(variant));
        Map<String, Map<String, String>> done = new LinkedHashMap<>();
        Set<Disturbance> over = new HashSet<>();
        JobRun run = new JobRun(site, job.namespace(), job.name(), JobRun.wanted(job.object()));
        try {
            site.make(job, Mode.REAL);
            List<Told> told = run.follow(step.atMostSeconds(), each -> {
                others();
                for (Cell cell : step.cells()) {
                    disturb(cell, each, over, done);
                }
            });
            return new Driven(step, told, run.trouble(), since(before, restarts(step.job().namespace())), done, made, clock.getAsDouble());
        } finally {
            remove(job);
        }
    }

    /** Runs a Job that asks, and gives what it told. */
    List<Told> ask(Step.Ask step, Variant variant) throws ApiFailure, Stopped {
        Manifest job = filling.filled(step.job(), Optional.of(variant));
        JobRun run = new JobRun(site, job.namespace(), job.name(), JobRun.wanted(job.object()));
        try {
            site.make(job, Mode.REAL);
            return run.follow(step.atMostSeconds(), each -> others());
        } finally {
            remove(job);
        }
    }

    private void others() throws Stopped {
        if (!lookout.suffering().isEmpty()) {
            throw new Stopped(Stopped.Why.OTHERS_SUFFER, "The run was stopped because others suffer since it began: "
                    + String.join(" ", lookout.suffering()));
        }
    }

    /** What fails here stays until the namespace goes. */
    private void remove(Manifest job) {
        try {
            site.delete(job);
        } catch (ApiFailure failure) {
            // See above; the Job ends by its own deadline.
        }
    }

    /** A cell is being measured when its generators have told so. */
    private void disturb(Cell cell, JobRun run, Set<Disturbance> over, Map<String, Map<String, String>> done) throws ApiFailure, Stopped {
        Optional<Double> began = cell.disturbance().isEmpty() ? Optional.empty() : run.measuring(cell.name());
        if (began.isEmpty()) {
            return;
        }
        double seconds = (clock.getAsDouble() - began.get()) / 1000;
        for (Disturbance each : cell.disturbance()) {
            if (seconds >= each.afterSeconds() && over.add(each)) {
                List<String> what = new ArrayList<>();
                for (Manifest object : each.apply()) {
                    site.change(object);
                    what.add("applied " + object.kind() + " " + object.name());
                }
                for (Manifest object : each.delete()) {
                    site.delete(object);
                    what.add("deleted " + object.kind() + " " + object.name());
                }
                done.computeIfAbsent(cell.name(), name -> new TreeMap<>()).put(String.format(Locale.ROOT, "%06.1f s %s", seconds,
                        Kebab.of(each.scenario())), String.join(", ", what));
            }
        }
    }

    private Map<String, Integer> restarts(String namespace) throws ApiFailure {
        Map<String, Integer> restarts = new TreeMap<>();
        site.pods(namespace).forEach(pod -> restarts.putAll(PodState.restarts(pod)));
        return restarts;
    }

    private static List<String> since(Map<String, Integer> before, Map<String, Integer> after) {
        return after.entrySet().stream().filter(each -> each.getValue() > before.getOrDefault(each.getKey(), 0))
                .map(each -> "The container " + each.getKey() + " was started again during the drive.").toList();
    }
}
