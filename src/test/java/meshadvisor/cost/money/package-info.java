@NullMarked
package meshadvisor.cost.money;

import org.jspecify.annotations.NullMarked;
