/** Keys for one benchmark: an authority, a server and a client, which nobody else trusts. */
@NullMarked
package meshadvisor.lab.keys;

import org.jspecify.annotations.NullMarked;
