/** How many nodes pods need: packing in processors, memory and pods at once, with a lower bound beside it. */
@NullMarked
package meshadvisor.cost.packing;

import org.jspecify.annotations.NullMarked;
