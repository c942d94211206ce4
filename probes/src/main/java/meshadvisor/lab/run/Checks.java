package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchPlan.Right;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Step;
import meshadvisor.bench.planning.Names;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi.Mode;
import meshadvisor.cluster.Right.May;
import meshadvisor.lab.run.Stopped.Why;
import meshadvisor.tree.Node;

/** What is looked at before anything is written. */
record Checks(Site site, BenchPlan plan) {

    /** Stops if another run has the name, or if rights are missing: all of them at once. */
    void all() throws ApiFailure, Stopped {
        List<String> sentences = new ArrayList<>(collisions());
        sentences.addAll(missingRights());
        if (!sentences.isEmpty()) {
            throw new Stopped(Why.REFUSED, String.join("\n", sentences));
        }
    }

    /** Namespaces of the plan that are there already. */
    List<String> collisions() throws ApiFailure {
        List<String> sentences = new ArrayList<>();
        for (String name : namespaces()) {
            Optional<Node> there = site.api().find("/api/v1/namespaces/" + name);
            if (there.isPresent()) {
                boolean ours = there.get().at("metadata", "labels", Names.OWNER_LABEL).text().equals(Names.OWNER);
                sentences.add("The namespace " + name + " is there already" + (ours
                        ? ", of another run of this name or of what is left of one: meshadvisor bench clean --run " + plan.run()
                                + " removes it."
                        : ", and is not of a benchmark: choose another name for the run."));
            }
        }
        return sentences;
    }

    /** Namespaces that the plan makes. */
    List<String> namespaces() {
        return plan.steps().stream().filter(Step.Apply.class::isInstance).flatMap(step -> ((Step.Apply) step).objects().stream())
                .filter(object -> object.kind().equals("Namespace")).map(Manifest::name).distinct().toList();
    }

    /**
     * Rights of the plan that the user does not have, and the role that would give them, and those of which nobody could say it: what is
     * made without the right to delete it would stay. None if all are there.
     */
    List<String> missingRights() throws ApiFailure {
        List<Right> missing = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Right right : plan.rights()) {
            Map<May, List<String>> verbs = new EnumMap<>(May.class);
            for (String verb : right.verbs()) {
                verbs.computeIfAbsent(site.api().may(verb, right.group(), right.resource(), right.namespace()), may -> new ArrayList<>())
                        .add(verb);
            }
            only(right, verbs, May.UNKNOWN).ifPresent(unknown -> sentences.add("It could not be asked whether you may "
                    + words(unknown) + "; whoever runs the API server can say why it does not answer SelfSubjectAccessReviews."));
            only(right, verbs, May.NO).ifPresent(missing::add);
        }
        if (missing.isEmpty()) {
            return sentences;
        }
        missing.forEach(right -> sentences.add("You may not " + words(right) + "."));
        sentences.add("This role gives what is missing; bind it with kubectl create clusterrolebinding meshadvisor-bench"
                + " --clusterrole=meshadvisor-bench --user=YOU:");
        sentences.add(role(missing));
        return sentences;
    }

    private static Optional<Right> only(Right right, Map<May, List<String>> verbs, May answer) {
        return Optional.ofNullable(verbs.get(answer))
                .map(those -> new Right(right.group(), right.resource(), those, right.namespace(), right.why()));
    }

    private static String words(Right right) {
        return String.join(", ", right.verbs()) + " " + right.resource() + (right.group().isEmpty() ? "" : "." + right.group()) + ": "
                + right.why();
    }

    private static String role(List<Right> missing) {
        StringBuilder text = new StringBuilder("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: meshadvisor-bench}
                rules:
                """);
        Map<String, List<Right>> byGroup = new LinkedHashMap<>();
        missing.forEach(right -> byGroup.computeIfAbsent(right.group(), group -> new ArrayList<>()).add(right));
        byGroup.values().stream().flatMap(List::stream).forEach(right -> text.append("  - {apiGroups: [\"").append(right.group())
                .append("\"], resources: [\"").append(right.resource()).append("\"], verbs: [").append(String.join(", ", right.verbs()))
                .append("]}\n"));
        return text.toString();
    }

    /** Has the API server check what can be checked before the namespaces are there: the objects outside of them, and the kinds of the others. */
    DryRun dry() throws ApiFailure {
        List<String> refused = new ArrayList<>();
        List<Manifest> objects = plan.steps().stream().flatMap(Checks::made).toList();
        for (Manifest object : objects) {
            dry(object).ifPresent(refused::add);
        }
        return new DryRun(refused.stream().distinct().toList(), kinds(objects, true), kinds(objects, false));
    }

    private static Stream<Manifest> made(Step step) {
        return switch (step) {
            case Step.Apply apply -> apply.objects().stream();
            case Step.Deliver deliver -> deliver.namespaces().stream()
                    .flatMap(namespace -> deliver.files().stream().map(file -> configMap(namespace, file)));
            case Step.Drive drive -> Stream.of(drive.job());
            case Step.Ask ask -> Stream.of(ask.job());
            case Step.AwaitReady await -> Stream.of();
            case Step.Idle idle -> Stream.of();
            case Step.Look look -> Stream.of();
            case Step.Remove remove -> Stream.of();
        };
    }

    private static Manifest configMap(String namespace, Step.File file) {
        return new Manifest(
                Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", file.name(), "namespace", namespace)));
    }

    private static List<String> kinds(List<Manifest> objects, boolean outside) {
        Map<String, Integer> kinds = new TreeMap<>();
        objects.stream().filter(object -> object.namespace().isEmpty() == outside)
                .forEach(object -> kinds.merge(object.kind(), 1, Integer::sum));
        return kinds.entrySet().stream().map(kind -> kind.getValue() + " × " + kind.getKey()).toList();
    }

    private Optional<String> dry(Manifest object) throws ApiFailure {
        try {
            if (object.namespace().isEmpty()) {
                site.make(Blanks.filled(object, (kind, of) -> "00000000-0000-0000-0000-000000000000"), Mode.DRY);
            } else {
                site.api().place(object.apiVersion(), object.kind());
            }
            return Optional.empty();
        } catch (Stopped refused) {
            return Optional.of(refused.sentences());
        } catch (ApiFailure failure) {
            if (failure.kind() == ApiFailure.Kind.NOT_FOUND) {
                return Optional.of(Remedies.sentence("The " + object.kind() + " " + object.name() + " cannot be made", failure.what()));
            }
            throw failure;
        }
    }
}
