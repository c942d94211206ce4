/** The one mapper: turns trees of Kubernetes objects, from files or from a cluster, into the model. */
@NullMarked
package meshadvisor.manifest;

import org.jspecify.annotations.NullMarked;
