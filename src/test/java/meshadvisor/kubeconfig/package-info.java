/** Tests of the way to a cluster, with kubeconfigs, programs and proxies of their own in temporary folders. */
@NullMarked
package meshadvisor.kubeconfig;

import org.jspecify.annotations.NullMarked;
