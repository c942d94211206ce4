/** Carries plans of benchmarks out on a cluster, reads what comes back, and removes everything again. */
@NullMarked
package meshadvisor.lab.run;

import org.jspecify.annotations.NullMarked;
