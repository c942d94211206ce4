/** The load generator: a small program of its own. Knows nothing of the rest of meshadvisor; what it shares is a file format. */
@NullMarked
package meshadvisor.load;

import org.jspecify.annotations.NullMarked;
