/** Protocols as bytes: requests into a buffer, answers out of one, for either side. No socket, no clock, no thread. */
@NullMarked
package meshadvisor.load.wire;

import org.jspecify.annotations.NullMarked;
