/** Reads the resources by which Flux installs charts and substitutes variables. */
@NullMarked
package meshadvisor.dialect.flux;

import org.jspecify.annotations.NullMarked;
