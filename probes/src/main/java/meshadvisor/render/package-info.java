/** Runs the user's own Helm and Kustomize on unrendered sources, if he asks for it: no shell, no network, no cluster, bounded. The only package that starts processes. */
@NullMarked
package meshadvisor.render;

import org.jspecify.annotations.NullMarked;
