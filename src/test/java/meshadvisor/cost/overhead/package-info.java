@NullMarked
package meshadvisor.cost.overhead;

import org.jspecify.annotations.NullMarked;
