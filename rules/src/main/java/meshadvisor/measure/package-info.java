/** Quantiles, intervals and comparisons over the blocks of an experiment. Pure. */
@NullMarked
package meshadvisor.measure;

import org.jspecify.annotations.NullMarked;
