/** Typed facts computed from a snapshot, each with the evidence it was computed from. */
@NullMarked
package meshadvisor.signal;

import org.jspecify.annotations.NullMarked;
