/** One simulated surge, from inside. */
@NullMarked
package meshadvisor.simulate.run;

import org.jspecify.annotations.NullMarked;
