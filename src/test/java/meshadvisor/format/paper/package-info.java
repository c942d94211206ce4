/** What is set on paper: whether people and screen readers can read it. */
@NullMarked
package meshadvisor.format.paper;

import org.jspecify.annotations.NullMarked;
