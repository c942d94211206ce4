/** What a simulated surge starts from. */
@NullMarked
package meshadvisor.simulate.input;

import org.jspecify.annotations.NullMarked;
