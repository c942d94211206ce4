/** A place where programs wait for each other, so that several generators begin at the same time. */
@NullMarked
package meshadvisor.load.meet;

import org.jspecify.annotations.NullMarked;
