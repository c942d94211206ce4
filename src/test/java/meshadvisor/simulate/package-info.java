/** Simulated surges as a whole: shares, effects, the story. */
@NullMarked
package meshadvisor.simulate;

import org.jspecify.annotations.NullMarked;
