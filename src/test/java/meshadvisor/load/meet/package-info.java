/** Tests of the place where programs wait for each other. */
@NullMarked
package meshadvisor.load.meet;

import org.jspecify.annotations.NullMarked;
