/** Reads the policies and the Envoy configuration of Cilium. */
@NullMarked
package meshadvisor.dialect.cilium;

import org.jspecify.annotations.NullMarked;
