/** Files of benchmarks: plans and runs, as JSON. */
@NullMarked
package meshadvisor.lab.file;

import org.jspecify.annotations.NullMarked;
