/** How an order, a cluster and the catalogue become the steps of a benchmark. Pure: the same input gives the same plan. */
@NullMarked
package meshadvisor.bench.planning;

import org.jspecify.annotations.NullMarked;
