package meshadvisor.lab.scene;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan.Right;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.Right.May;

/** Asks for each right of a plan. */
final class MissingRights {

    private MissingRights() {}

    /** Those that the user does not have, or of which the API server does not say it. */
    static List<String> of(ClusterLook look, List<Right> rights) {
        return rights.stream().flatMap(right -> of(look, right)).toList();
    }

    private static Stream<String> of(ClusterLook look, Right right) {
        List<String> no = verbs(look, right, May.NO);
        List<String> unknown = verbs(look, right, May.UNKNOWN);
        return Stream.of(sentence(right, no, "You may not "), sentence(right, unknown, "The API server does not say whether you may "))
                .flatMap(sentences -> sentences);
    }

    private static List<String> verbs(ClusterLook look, Right right, May answer) {
        return right.verbs().stream().filter(verb -> look.may(verb, right.group(), right.resource(), right.namespace()) == answer).toList();
    }

    private static Stream<String> sentence(Right right, List<String> verbs, String begin) {
        String resource = right.group().isEmpty() ? right.resource() : dotted(right);
        String where = right.namespace().isEmpty() ? "" : " in " + right.namespace();
        String name = "meshadvisor-bench-" + resource.replace('/', '-');
        String kind = right.namespace().isEmpty() ? "clusterrole" : "role";
        String scope = right.namespace().isEmpty() ? "" : " -n " + right.namespace();
        return verbs.isEmpty() ? Stream.of()
                : Stream.of(begin + String.join(", ", verbs) + " " + resource + where + ", which is needed for this: " + right.why()
                        + ". It is granted by: kubectl create " + kind + " " + name + " --verb=" + String.join(",", verbs) + " --resource="
                        + resource + scope + " && kubectl create " + kind + "binding " + name + " --" + kind + "=" + name + scope
                        + " --user=YOU");
    }

    /** As kubectl wants it: {@code jobs.batch}, {@code deployments.apps/scale}. */
    private static String dotted(Right right) {
        int stroke = right.resource().indexOf('/');
        return stroke < 0 ? right.resource() + "." + right.group()
                : right.resource().substring(0, stroke) + "." + right.group() + right.resource().substring(stroke);
    }
}
