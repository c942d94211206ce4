/** Reads what gives certificates to applications: cert-manager, trust-manager and SPIFFE. */
@NullMarked
package meshadvisor.dialect.certmanager;

import org.jspecify.annotations.NullMarked;
