/** What a run measured: histograms, counters, the environment, and the judgement whether the run is valid. */
@NullMarked
package meshadvisor.load.record;

import org.jspecify.annotations.NullMarked;
