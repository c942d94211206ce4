/** A plan from an order, a cluster and a catalogue. */
@NullMarked
package meshadvisor.bench.planning;

import org.jspecify.annotations.NullMarked;
