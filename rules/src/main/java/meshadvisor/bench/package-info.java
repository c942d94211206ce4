/** What a benchmark will do to a cluster, as a list of steps, and what came back of it. Pure. */
@NullMarked
package meshadvisor.bench;

import org.jspecify.annotations.NullMarked;
