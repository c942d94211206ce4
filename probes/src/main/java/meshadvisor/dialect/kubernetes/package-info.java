/** Reads Kubernetes' own resources. */
@NullMarked
package meshadvisor.dialect.kubernetes;

import org.jspecify.annotations.NullMarked;
