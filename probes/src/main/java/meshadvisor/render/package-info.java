/** Runs the user's own Helm and Kustomize on unrendered sources, if he asks for it: no shell, no network, no cluster, bounded. Starts processes, as only it and the exec plugins of kubeconfig do. */
@NullMarked
package meshadvisor.render;

import org.jspecify.annotations.NullMarked;
