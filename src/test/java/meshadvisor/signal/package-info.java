/** Tests of the signals. */
@NullMarked
package meshadvisor.signal;

import org.jspecify.annotations.NullMarked;
