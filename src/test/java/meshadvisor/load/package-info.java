/** The commands of the load generator. */
@NullMarked
package meshadvisor.load;

import org.jspecify.annotations.NullMarked;
