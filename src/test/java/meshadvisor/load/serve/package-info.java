/** Tests of the echo server: over loopback sockets, and of its parts under a simulated clock. */
@NullMarked
package meshadvisor.load.serve;

import org.jspecify.annotations.NullMarked;
