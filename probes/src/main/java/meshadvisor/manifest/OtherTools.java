package meshadvisor.manifest;

import java.util.Set;
import meshadvisor.model.ObjectKey;

/** Files that look like manifests, with apiVersion and kind, but are read by a tool on its own and never applied to a cluster. */
final class OtherTools {

    private static final Set<String> GROUPS = Set.of(
            // what builds and deploys
            "skaffold", "tilt.dev", "ctlptl.dev", "config.kubernetes.io", "kpt.dev", "backstage.io", "score.dev",
            // what makes clusters, and their components
            "kind.x-k8s.io", "k3d.io", "eksctl.io", "kubeadm.k8s.io", "kubelet.config.k8s.io", "kubeproxy.config.k8s.io",
            "client.authentication.k8s.io", "krew.googlecontainertools.github.com");

    private OtherTools() {}

    /** Whether the document belongs to such a tool; a kubeconfig does. */
    static boolean own(ObjectKey key) {
        return GROUPS.contains(key.group()) || key.group().isEmpty() && key.kind().equals("Config");
    }
}
