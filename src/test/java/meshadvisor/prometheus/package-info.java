/** Asking a Prometheus that answers from files, or does harm. */
@NullMarked
package meshadvisor.prometheus;

import org.jspecify.annotations.NullMarked;
