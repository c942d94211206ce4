/** What was read, without judgement. */
@NullMarked
package meshadvisor.model;

import org.jspecify.annotations.NullMarked;
