/** Holds what a report and a benchmark say against budgets, with three results: inside, outside, and not known well enough to say. */
@NullMarked
package meshadvisor.gate;

import org.jspecify.annotations.NullMarked;
