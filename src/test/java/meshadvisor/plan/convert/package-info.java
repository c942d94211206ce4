@NullMarked
package meshadvisor.plan.convert;

import org.jspecify.annotations.NullMarked;
