package meshadvisor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.model.Apart;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Suppositions;

/** What a plan supposes because nobody said it. */
final class Premises {

    private Premises() {}

    /** Workloads for which no restart is written. */
    private static Optional<String> others(Ground ground) {
        String names = ground.world().applications().counted().stream().flatMap(a -> a.workloads().stream())
                .filter(w -> !Items.RESTARTED.contains(w.kind())).map(w -> w.meta().key().toString()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty()
                : Optional.of(
                        "Commands that restart or change a workload are written for Deployments, StatefulSets and DaemonSets; do by the way of "
                                + "their own controller what they say for " + names + ".");
    }

    /** Meshes whose way out is planned although nothing was seen of them. */
    private static Stream<String> unseen(Ground ground, List<AdoptionPlan.Leg> legs) {
        return legs.stream().filter(l -> l.journey() == Journey.LEAVE).map(AdoptionPlan.Leg::path)
                .filter(p -> !p.mesh().isEmpty() && ground.world().meshes().stream().noneMatch(m -> m.marks().mesh().equals(p.mesh())))
                .map(p -> "Not seen: nothing of " + p.title()
                        + " stands in what was read. The way out is planned because somebody wants it, "
                        + "and what it would have to take out first is not known.");
    }

    /** Who installs a mesh from a repository takes back what is typed. */
    private static Optional<String> installed(Ground ground, PathPattern path) {
        String by = ground.world().installs(path.mesh()).stream().map(i -> i.tool() + " " + i.meta().name()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? Optional.empty()
                : Optional.of("Charts of " + path.title() + " are installed by " + by
                        + ". Commands of helm in this plan would be taken back, or "
                        + "fight with it: change chart, version and values there instead, in your repository, and let it carry them out.");
    }

    /** Namespaces that no command for services names. */
    private static Optional<String> marked(Ground ground, PathPattern path) {
        String names = ground.world().marked(path.mesh()).stream().filter(n -> !ground.namespaces().contains(n))
                .collect(Collectors.joining(", "));
        return names.isEmpty() || !ground.supposed() ? Optional.empty()
                : Optional.of("Manifests mark the namespaces " + names + " for " + path.title()
                        + ", and no service states one of them. If that is where "
                        + "the services run, the namespace in the commands is theirs and not \"default\".");
    }

    static List<String> of(Ground ground, Suppositions supposed, List<AdoptionPlan.Leg> legs) {
        List<String> premises = new ArrayList<>();
        premises.add("Commands are run in the folder into which this plan is written (--into); deploy/ stands there for your manifests"
                + (ground.answered() ? ", and answers.yaml for the answers that were given to this plan." : "."));
        boolean mesh = legs.stream().anyMatch(l -> !l.path().mesh().isEmpty() && l.journey() != Journey.LEAVE);
        boolean moving = legs.stream().anyMatch(l -> !l.waves().isEmpty() && l.journey() != Journey.KEEP);
        if (ground.supposed()) {
            premises.add(
                    "Assumed: what states no namespace runs in \"default\", as kubectl takes it; if it does not, give the manifests their "
                            + "namespace and plan again.");
        }
        if (ground.world().applications().counted().stream().anyMatch(a -> !Apart.cluster(a.namespace()).isEmpty())) {
            premises.add(
                    "Several clusters were assessed together. Commands name none: run them once in each cluster that has the namespace.");
        }
        if (moving && ground.calls().isEmpty()) {
            premises.add(
                    "Not known: who calls whom. No call of one service by another was seen, so the order stands on the rest, and who is left outside is not known. "
                            + "Where services move one by one, let two go first of which you know that one calls the other.");
        } else if (moving) {
            premises.add("The call graph is a lower bound: a caller that manifests, metrics and traces do not show is in no list here.");
        }
        if (moving) {
            premises.add("Not known: readiness and liveness probes were not read; a wave that restarts without them drops requests.");
        }
        if (mesh && ground.stated().peak().isEmpty()) {
            premises.add("Not stated: the peak of the busiest service (--peak). "
                    + (new Known(ground, legs.getFirst().path(), supposed, legs.getFirst().charter().folder()).peak().isPresent()
                            ? "What was observed stands in its place and need not have been the peak."
                            : "Without it the load test has no rate, and its stage asks for it first."));
        }
        if (mesh && ground.stated().surge().isEmpty()) {
            premises.add(String.format(Locale.ROOT, "Assumed: a surge of %.3g times the peak (--surge; %s).", supposed.surge(),
                    supposed.source()));
        }
        unseen(ground, legs).forEach(premises::add);
        legs.stream().filter(leg -> !leg.path().mesh().isEmpty()).forEach(leg -> {
            PathPattern p = leg.path();
            Known known = new Known(ground, p, supposed, leg.charter().folder());
            known.ended().ifPresent(premises::add);
            installed(ground, p).ifPresent(premises::add);
            marked(ground, p).ifPresent(premises::add);
        });
        others(ground).ifPresent(premises::add);
        return premises;
    }
}
