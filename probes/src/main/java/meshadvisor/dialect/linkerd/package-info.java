/** Reads the resources and annotations of Linkerd: profiles, policies, limits and links. */
@NullMarked
package meshadvisor.dialect.linkerd;

import org.jspecify.annotations.NullMarked;
