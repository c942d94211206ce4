/** Writes configuration of one mesh again for another, and lists what is not carried over. */
@NullMarked
package meshadvisor.plan.convert;

import org.jspecify.annotations.NullMarked;
