package meshadvisor.lab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Step;
import meshadvisor.bench.Variant;
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
        Disturbing disturbing = new Disturbing(site, object -> filling.filled(object, Optional.of(variant)), clock);
        JobRun run = new JobRun(site, job.namespace(), job.name(), JobRun.wanted(job.object()));
        try {
            site.make(job, Mode.REAL);
            List<Told> told = run.follow(step.atMostSeconds(), each -> {
                others();
                disturbing.due(step.cells(), each);
            });
            disturbing.rest(step.cells());
            return new Driven(step, told, run.trouble(), since(before, restarts(step.job().namespace()), mayEnd(step, variant)),
                    disturbing.done(), made, clock.getAsDouble());
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

    private Map<String, Integer> restarts(String namespace) throws ApiFailure {
        Map<String, Integer> restarts = new TreeMap<>();
        site.pods(namespace).forEach(pod -> restarts.putAll(PodState.restarts(pod)));
        return restarts;
    }

    /** Containers that are ended on purpose. */
    private static List<String> mayEnd(Step.Drive step, Variant variant) {
        return step.cells().stream().anyMatch(cell -> cell.scenarios().contains(Order.Scenario.PROXY_DEATH)) ? variant.bill().containers()
                : List.of();
    }

    private static List<String> since(Map<String, Integer> before, Map<String, Integer> after, List<String> mayEnd) {
        return after.entrySet().stream().filter(each -> each.getValue() > before.getOrDefault(each.getKey(), 0))
                .filter(each -> !mayEnd.contains(each.getKey().substring(each.getKey().lastIndexOf('/') + 1)))
                .map(each -> "The container " + each.getKey() + " was started again during the drive.").toList();
    }
}
