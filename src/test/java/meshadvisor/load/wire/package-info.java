/** Protocols against each other and against bytes written by hand. */
@NullMarked
package meshadvisor.load.wire;

import org.jspecify.annotations.NullMarked;
