package meshadvisor.lab.run;

import java.util.List;
import java.util.Optional;
import meshadvisor.bench.Step.AwaitReady;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.lab.run.Stopped.Why;
import meshadvisor.tree.Node;

/** Waits for something of the cluster, as long as it may still come. */
final class Waiting {

    private static final long PAUSE_MILLIS = 500;

    private Waiting() {}

    /** Something that is looked at again and again. */
    interface Looking<T> {
        /**
         * What was waited for, if it has come.
         *
         * @throws Stopped if it will not come
         */
        Optional<T> look(int waitedSeconds) throws ApiFailure, Stopped;
    }

    /**
     * Looks until it is there. An API server that is away meanwhile is no reason to give up.
     *
     * @param late what is said when it has not come in time
     */
    static <T> T until(int atMostSeconds, String late, Looking<T> looking) throws Stopped {
        long begin = System.nanoTime();
        String away = "";
        while (true) {
            int waited = (int) ((System.nanoTime() - begin) / 1_000_000_000);
            try {
                Optional<T> came = looking.look(waited);
                if (came.isPresent()) {
                    return came.get();
                }
                away = "";
            } catch (ApiFailure failure) {
                away = tolerated(failure);
            }
            if (waited >= atMostSeconds) {
                throw new Stopped(Why.TROUBLE, late + (away.isEmpty() ? "" : " At last the API server was away: " + away + "."));
            }
            pause(PAUSE_MILLIS);
        }
    }

    private static String tolerated(ApiFailure failure) throws Stopped {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped(Why.INTERRUPTED, "The run was ended.");
        }
        return switch (failure.kind()) {
            case UNREACHABLE, TIMEOUT, SERVER, BUSY, BROKEN -> failure.what();
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, GONE, NOT_ACCEPTABLE, TLS, FOREIGN ->
                    throw new Stopped(Why.TROUBLE, Remedies.sentence("The cluster cannot be asked", failure.what()));
        };
    }

    /** Waits until the pods of a Job are ready and enrolled. */
    static List<Node> ready(Site site, AwaitReady step, Optional<Variant> variant) throws Stopped {
        String late = "The pods of " + step.job() + " in " + step.namespace() + " were not ready after " + step.atMostSeconds()
                + " s; kubectl -n " + step.namespace() + " describe pods says more.";
        return until(step.atMostSeconds(), late, waited -> {
            List<Node> pods = site.pods(step.namespace(), step.job()).stream().filter(pod -> !PodState.ended(pod)).toList();
            for (Node pod : pods) {
                if (variant.isPresent() && !PodState.enrolled(pod, variant.get())) {
                    throw new Stopped(Why.TROUBLE, "The pod " + PodState.name(pod) + " is not enrolled in " + variant.get().name() + ": "
                            + missing(variant.get()) + "; the mesh is installed by half, or its webhook does not select the namespace "
                            + step.namespace() + ".");
                }
            }
            if (pods.size() >= step.pods() && pods.stream().allMatch(PodState::ready)) {
                return Optional.of(pods);
            }
            List<String> causes = waited < 2 ? List.of() : site.causes(step.namespace(), step.job(), waited);
            if (!causes.isEmpty()) {
                throw new Stopped(Why.TROUBLE, String.join(" ", causes));
            }
            return Optional.empty();
        });
    }

    private static String missing(Variant variant) {
        return variant.enrol().container().isEmpty() ? "the annotation " + variant.enrol().annotation() + " is not there"
                : "the container " + variant.enrol().container() + " was not put into it";
    }

    /** Sleeps, unless the run is ended. */
    static void pause(long millis) throws Stopped {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(Why.INTERRUPTED, "The run was ended.");
        }
    }
}
