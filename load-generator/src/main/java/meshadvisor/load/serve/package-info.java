/** The echo server: answers at once, after a given time or with an error, and can call onward. */
@NullMarked
package meshadvisor.load.serve;

import org.jspecify.annotations.NullMarked;
