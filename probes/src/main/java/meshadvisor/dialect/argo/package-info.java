/** Reads Argo Rollouts, and the Applications by which Argo CD installs charts. */
@NullMarked
package meshadvisor.dialect.argo;

import org.jspecify.annotations.NullMarked;
