@NullMarked
package meshadvisor.plan;

import org.jspecify.annotations.NullMarked;
