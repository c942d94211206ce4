/** Connections: non-blocking sockets, TLS and the buffers between them and a protocol. */
@NullMarked
package meshadvisor.load.net;

import org.jspecify.annotations.NullMarked;
