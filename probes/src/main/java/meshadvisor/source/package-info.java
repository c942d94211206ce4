/** Reads application repositories: what their code already does. Builds, runs and downloads nothing. */
@NullMarked
package meshadvisor.source;

import org.jspecify.annotations.NullMarked;
