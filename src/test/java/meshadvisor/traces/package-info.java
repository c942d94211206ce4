/** Files with traces, sound and broken. */
@NullMarked
package meshadvisor.traces;

import org.jspecify.annotations.NullMarked;
