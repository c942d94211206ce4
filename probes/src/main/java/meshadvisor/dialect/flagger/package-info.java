/** Reads progressive deliveries by Flagger. */
@NullMarked
package meshadvisor.dialect.flagger;

import org.jspecify.annotations.NullMarked;
