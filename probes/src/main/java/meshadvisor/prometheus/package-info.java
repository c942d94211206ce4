/** Asks a Prometheus, when the user wants it, who calls whom, how often, how fast and how protected. */
@NullMarked
package meshadvisor.prometheus;

import org.jspecify.annotations.NullMarked;
