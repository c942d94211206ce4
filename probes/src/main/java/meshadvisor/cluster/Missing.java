package meshadvisor.cluster;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.manifest.ClusterObjects;
import meshadvisor.model.Gap;
import meshadvisor.prometheus.ServiceProxy;

/** What could not be seen of a cluster, with the command that would let it be seen. */
final class Missing {

    private static final int MOST_NAMES = 5;

    private Missing() {}

    /** A list that could not be read, or not to its end. */
    static Gap list(Resource resource, String namespace, ApiFailure failure, int seen) {
        String where = namespace.isEmpty() ? "in the cluster" : "in the namespace " + namespace;
        String what = (seen == 0 ? "which " + resource.plural() + " there are "
                : "whether there are more " + resource.plural() + " than the " + seen
                        + " that were seen ")
                + where;
        return Gap.of(ClusterObjects.CLOSED + resource.name(), what, failure.what(), remedy(resource, namespace, failure));
    }

    private static String remedy(Resource resource, String namespace, ApiFailure failure) {
        return failure.remedy().orElse(switch (failure.kind()) {
            case FORBIDDEN -> grant(resource, namespace) + " (all that is needed at once: meshadvisor rbac)";
            case UNAUTHORIZED -> "log in again: the credentials of this context are not, or no longer, accepted (kubectl auth whoami)";
            case NOT_FOUND -> "nothing, if the kind was removed meanwhile; else assess again";
            case GONE -> "assess again when the cluster changes less";
            case BUSY ->
                    "assess again later, or ask for more room in the API server's flow control (kubectl get prioritylevelconfigurations)";
            case TIMEOUT -> "allow more time with --timeout or --request-timeout, or assess fewer namespaces with -n";
            case SERVER, BROKEN, NOT_ACCEPTABLE ->
                    "kubectl get " + resource.name() + " -A shows whether the API server answers; then assess again";
            case UNREACHABLE, TLS -> "kubectl get --raw /readyz shows whether the API server answers; then assess again";
            case FOREIGN -> "check that the server of the context is the API server itself: kubectl get --raw /version";
        });
    }

    /** The command that grants one list, in words of kubectl. */
    static String grant(Resource resource, String namespace) {
        String name = "meshadvisor-" + resource.name();
        String kind = namespace.isEmpty() ? "clusterrole" : "role";
        String scope = namespace.isEmpty() ? "" : " -n " + namespace;
        return "kubectl create " + kind + " " + name + " --verb=get,list --resource=" + resource.name() + scope + " && kubectl create "
                + kind
                + "binding " + name + " --" + kind + "=" + name + scope + " --user=YOU";
    }

    /** The command that lets one Service be asked through the API server. */
    static String grant(ServiceProxy service) {
        String in = " -n " + service.namespace();
        return "kubectl create role meshadvisor-prometheus --verb=get --resource=services/proxy --resource-name=" + service.segment() + in
                + " && kubectl create rolebinding meshadvisor-prometheus --role=meshadvisor-prometheus" + in + " --user=YOU";
    }

    static Gap objects(Resource resource, Collection<String> leftOut) {
        return Gap.of("objects-" + resource.name(), "what is in " + leftOut.size() + " of the " + resource.plural(),
                leftOut.stream().limit(MOST_NAMES).collect(Collectors.joining("; ")) + (leftOut.size() > MOST_NAMES ? "; …" : ""),
                "kubectl get " + resource.name() + " -A -o name shows whether the API server itself can read them");
    }

    static Gap kinds(String group, List<String> plurals) {
        return Gap.of("kinds-" + group, "what the " + String.join(", ", plurals) + " of " + group + " say",
                "this version does not know these kinds",
                "look at them with kubectl get " + plurals.getFirst() + "." + group + " -A, and at a newer meshadvisor");
    }
}
