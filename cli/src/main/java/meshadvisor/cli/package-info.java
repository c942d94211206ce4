/** The composition root: one file per command, exit codes, and the only place that knows all modules. */
@NullMarked
package meshadvisor.cli;

import org.jspecify.annotations.NullMarked;
