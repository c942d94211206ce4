/** Reads the traffic and policy resources of each mesh vendor into vendor-free model types. */
@NullMarked
package meshadvisor.dialect;

import org.jspecify.annotations.NullMarked;
