@NullMarked
package meshadvisor.cost.packing;

import org.jspecify.annotations.NullMarked;
