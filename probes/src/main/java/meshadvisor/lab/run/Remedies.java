package meshadvisor.lab.run;

import java.util.List;
import java.util.Locale;

/** What to do when an API server, an admission plugin or a scheduler says no; known by what they say. */
final class Remedies {

    private record Known(String said, String remedy) {}

    private static final List<Known> KNOWN = List.of(
            new Known("exceeded quota",
                    "raise the ResourceQuota that every namespace gets here, or ask for less with --cpu, --memory or fewer variants"),
            new Known("violates podsecurity",
                    "a mesh that sets up its redirection in each pod needs more than the restricted profile: install its CNI plugin, or allow"
                            + " privileged for namespaces named meshadvisor-bench-…"),
            new Known("usage per container is", "ask for what the LimitRange of the namespace allows, with --cpu and --memory"),
            new Known("usage per pod is", "ask for what the LimitRange of the namespace allows, with --cpu and --memory"),
            new Known("limit to request ratio",
                    "the LimitRange of the namespace wants other limits: change it for namespaces named meshadvisor-bench-…"),
            new Known("failed calling webhook",
                    "the webhook does not answer: repair what stands behind it, or take namespaces named meshadvisor-bench-… out of its"
                            + " namespaceSelector"),
            new Known("denied the request",
                    "the policy of that webhook forbids it: make an exception for namespaces named meshadvisor-bench-…"),
            new Known("validatingadmissionpolicy", "make an exception in that policy for namespaces named meshadvisor-bench-…"),
            new Known("is being terminated",
                    "the namespace is being removed: wait until it is gone, meshadvisor bench status says what holds it"),
            new Known("\" not found",
                    "somebody has deleted it meanwhile, as meshadvisor bench clean --all of somebody else does: run again"),
            new Known("already exists", "another run has the same name: wait for its end, or remove it with meshadvisor bench clean"),
            new Known("forbidden", "meshadvisor bench plan prints the role that is needed"),
            new Known("no matches for kind", "the cluster does not serve that kind: install what defines it"),
            new Known("does not serve", "the cluster does not serve that kind: install what defines it"),
            new Known("insufficient cpu", "free some CPU, ask for less with --cpu, or run fewer variants at once"),
            new Known("insufficient memory", "free some memory, ask for less with --memory, or run fewer variants at once"),
            new Known("too many pods", "the node takes no more pods: free some, or run fewer variants at once"),
            new Known("untolerated taint", "choose nodes without taints with --nodes"),
            new Known("didn't match pod's node affinity",
                    "the node that the plan chose is not there any more or takes no pods: plan again"));

    private Remedies() {}

    /** What was said, and what to do about it. */
    static String sentence(String what, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        String remedy = KNOWN.stream().filter(known -> lower.contains(known.said)).findFirst().map(Known::remedy).orElse("");
        String text = said.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
        return what + ": " + text + (remedy.isEmpty() ? "." : "; " + remedy + ".");
    }
}
